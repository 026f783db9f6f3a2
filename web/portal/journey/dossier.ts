import type { Dossier, Stated } from "../../../src/policy/browser.ts";
import type { Journey } from "./journey.ts";

export const service = "settlement";

/** What the engine reads, or undefined while the place is not chosen. */
export function buildDossier(journey: Journey, on: string): Dossier | undefined {
  const { county, kind, family, answers } = journey;
  if (county === null || kind === null) return undefined;
  const facts: Record<string, Stated> = {};
  for (const { fact, value } of answers) {
    if (value !== null) facts[fact] = { value, source: "self", stated: on };
  }
  return {
    service,
    on,
    place: { county, kind },
    complete: [],
    unsure: answers.filter(({ value }) => value === null).map(({ fact }) => fact),
    records: family === null || family.length === 0 ? {} : { family },
    facts,
  };
}
