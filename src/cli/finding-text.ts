import { fill, type Finding } from "../policy/index.ts";
import type { Call } from "./command.ts";
import { oneLine } from "./problems.ts";

/** A finding for a person: its kind, where it is, what it is, and the smallest person who shows it. */
export function describeFinding(finding: Finding, { texts, locale }: Call): string {
  const { kind, service, instrument, clauses, message, person } = finding;
  const place = [service, instrument, clauses.join(texts.listGap)].filter((part) => part !== "");
  const shown = person.map(({ label, value }) => `${label[locale]}: ${value[locale]}`);
  return [
    `${kind} ${place.join(" · ")}: ${oneLine(message[locale])}`,
    ...(shown.length === 0
      ? []
      : [`  ${fill(texts.findingPerson, { person: shown.join(texts.listGap) })}`]),
  ].join("\n");
}
