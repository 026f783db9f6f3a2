import {
  parseDossier,
  type Dossier,
  type Pack,
  type Problem,
  type Result,
} from "../../../src/policy/browser.ts";
import { buildDossier } from "./dossier.ts";
import { emptyJourney, kindFact, type Answer, type Journey } from "./journey.ts";

/** More than any person's papers fill; a larger file was chosen by mistake. */
export const largestFile = 1_000_000;

/** The day and nothing else: a name that lies in a folder for others to see. */
export function nameFile(today: string): string {
  return `luohu-${today}.json`;
}

/** The dossier as the command line and the API read it too. */
export function writeFile(journey: Journey, today: string): string | undefined {
  const dossier = buildDossier(journey, today);
  return dossier === undefined ? undefined : `${JSON.stringify(dossier, null, 2)}\n`;
}

/** What a chosen file holds; `bad-json` where it is not even JSON. */
export function readFile(text: string, pack: Pack): Result<Journey, Problem> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { ok: false, problems: [{ code: "bad-json", params: {}, at: {} }] };
  }
  const parsed = parseDossier(pack, data);
  return parsed.ok ? { ok: true, value: journeyOf(parsed.value) } : parsed;
}

function journeyOf(dossier: Dossier): Journey {
  const { service = null, place, person, complete, unsure, records, facts } = dossier;
  const { family = null, ...others } = records;
  const stated = Object.entries(facts).map(
    ([fact, { value, stated: day = dossier.on }]): Answer => ({ fact, value, stated: day }),
  );
  const kept = Object.keys(others).length > 0 || person !== undefined || complete.length > 0;
  return {
    ...emptyJourney,
    service,
    prefecture: place.county.slice(0, 4),
    county: place.county,
    family,
    answers: [
      ...(place.kind === undefined ? [] : [{ fact: kindFact, value: place.kind }]),
      ...stated,
      ...unsure.map((fact): Answer => ({ fact, value: null })),
    ],
    kept: kept ? { ...(person === undefined ? {} : { person }), complete, records: others } : null,
  };
}
