import { useSpeech } from "../../../i18n/use-messages.tsx";
import { useLabels } from "../use-labels.ts";
import { useCase } from "./use-case.tsx";
import { useCaseWords } from "./use-case-words.ts";

/** The place of registration in a line: county, address or household, community. */
export function usePlaceWords(): string {
  const { destination: words } = useCaseWords();
  const { seen } = useCase();
  const { m } = useSpeech();
  const labels = useLabels();
  const { destination, county } = seen;
  const place = labels.county(county);
  if (destination === null) return place;
  const { kind, address, community, name } = destination;
  const home = words.kinds[kind] ?? kind;
  return [
    place,
    ...(address === null ? [name === null ? home : m.labelled(home, name)] : [address]),
    ...(community === null ? [] : [community]),
  ].join(" · ");
}
