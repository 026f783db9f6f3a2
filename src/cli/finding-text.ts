import { fill, type Finding } from "../policy/index.ts";
import type { Call } from "./command.ts";
import { oneLine } from "./problems.ts";

/** A finding for a person: its kind, where it is, what it is, and the smallest person who shows it. */
export function describeFinding(finding: Finding, { texts, locale }: Call): string {
  const { kind, service, instrument, rules, clauses, message, person } = finding;
  const about = [clauses.join(texts.listGap), rules.join(" ")];
  const place = [service, instrument, ...about].filter((part) => part !== "");
  const shown = person.map(({ label, value }) => `${label[locale]}: ${value[locale]}`);
  return [
    `${kind} ${place.join(" · ")}: ${oneLine(message[locale])}`,
    ...(shown.length === 0
      ? []
      : [`  ${fill(texts.findingPerson, { person: shown.join(texts.listGap) })}`]),
  ].join("\n");
}
