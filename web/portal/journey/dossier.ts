import type { Dossier, Stated } from "../../../src/policy/browser.ts";
import { kindFact, type Journey } from "./journey.ts";

/** What the engine reads, or undefined while service and place are not chosen. */
export function buildDossier(journey: Journey, on: string): Dossier | undefined {
  const { service, county, family, answers, kept } = journey;
  if (service === null || county === null) return undefined;
  const facts: Record<string, Stated> = {};
  for (const { fact, value, stated = on } of answers) {
    if (value !== null && fact !== kindFact) facts[fact] = { value, source: "self", stated };
  }
  const kind = answers.find(({ fact }) => fact === kindFact)?.value;
  return {
    service,
    on,
    place: { county, ...(typeof kind === "string" ? { kind } : {}) },
    ...(kept?.person === undefined ? {} : { person: kept.person }),
    complete: kept?.complete ?? [],
    unsure: answers.filter(({ value }) => value === null).map(({ fact }) => fact),
    records: {
      ...kept?.records,
      ...(family === null || family.length === 0 ? {} : { family }),
    },
    facts,
  };
}
