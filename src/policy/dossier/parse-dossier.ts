import type { Problem } from "../problem/problem.ts";
import { ok, refused, type Result } from "../result.ts";
import type { Pack } from "../rulebook/pack.ts";
import { suggest } from "../check/suggest.ts";
import type { Dossier } from "./dossier.ts";
import { readFacts, readNames, readUnsure } from "./facts.ts";
import { type Lexicon, lexiconOf } from "./lexicon.ts";
import { present, readPerson } from "./person.ts";
import { readPlace } from "./place.ts";
import { readRecords, reportUnknownKind } from "./records.ts";
import { createReport, type Report, shown } from "./report.ts";
import { type Fields, own, readDay, readFields, refuseUnknownKeys } from "./value.ts";

const dossierFields = [
  "service",
  "on",
  "place",
  "person",
  "complete",
  "unsure",
  "records",
  "facts",
] as const;

/**
 * Checks a value (from JSON, YAML or a form) against the pack's vocabulary and gives it as a dossier:
 * codes and days as text, empty fields left out. Refuses with every problem found, each with its code
 * and path; past {@link problemLimit} a last `more-problems` counts the rest. Never throws.
 */
export function parseDossier(pack: Pack, input: unknown): Result<Dossier, Problem> {
  const lexicon = lexiconOf(pack);
  const { report, problems } = createReport();
  const dossier = readWhole(lexicon, input, report);
  const found = problems();
  return dossier === undefined || found.length > 0 ? refused(...found) : ok(dossier);
}

function readWhole(lexicon: Lexicon, input: unknown, report: Report): Dossier | undefined {
  const fields = readFields(input, "", report);
  if (fields === undefined) return undefined;
  refuseUnknownKeys(fields, dossierFields, "", report);
  const service = optional(fields, "service", (value) => readService(lexicon, value, report));
  const on = required(fields, "on", report, (value) => readDay(value, "on", report));
  const place = required(fields, "place", report, (value) => readPlace(lexicon, value, report));
  const person = optional(fields, "person", (value) => readPerson(value, on, report));
  const complete =
    optional(fields, "complete", (value) => readComplete(lexicon, value, report)) ?? [];
  const records = optional(fields, "records", (value) => readRecords(lexicon, value, report)) ?? {};
  const facts = optional(fields, "facts", (value) => readFacts(lexicon, value, report)) ?? {};
  const unsure =
    optional(fields, "unsure", (value) => readUnsure(lexicon, value, facts, report)) ?? [];
  if (on === undefined || place === undefined) return undefined;
  return {
    ...present("service", service),
    on,
    place,
    ...present("person", person),
    complete,
    unsure,
    records,
    facts,
  };
}

function optional<T>(fields: Fields, key: string, read: (value: unknown) => T): T | undefined {
  const value = own(fields, key);
  return value === undefined ? undefined : read(value);
}

function required<T>(
  fields: Fields,
  key: string,
  report: Report,
  read: (value: unknown) => T,
): T | undefined {
  const value = own(fields, key);
  if (value !== undefined) return read(value);
  report("missing-field", key, { field: key });
  return undefined;
}

function readService(lexicon: Lexicon, value: unknown, report: Report): string | undefined {
  if (typeof value === "string" && lexicon.services.has(value)) return value;
  const known = [...lexicon.services];
  report("unknown-service", "service", { service: shown(value), known: known.join(", ") }, () =>
    typeof value === "string" ? suggest(value, known) : undefined,
  );
  return undefined;
}

function readComplete(lexicon: Lexicon, value: unknown, report: Report): readonly string[] {
  return readNames(value, "complete", report).flatMap(({ name, path }) => {
    if (lexicon.kinds.has(name)) return [name];
    reportUnknownKind(lexicon, name, path, report);
    return [];
  });
}
