import { parseDay, parseMonth } from "../calendar/day.ts";
import { suggest } from "../check/suggest.ts";
import type { RecordField } from "../vocabulary/vocabulary.ts";
import type { PlainRecord, PlainValue } from "./dossier.ts";
import type { KindEntry, Lexicon } from "./lexicon.ts";
import { recordLimit } from "./limits.ts";
import { readCounty } from "./place.ts";
import { atIndex, type Report, shown, within } from "./report.ts";
import { type Fields, own, readDay, readFields, readList, readValue } from "./value.ts";

/** What every record may carry besides its kind's own fields. */
export const statedFields = ["source", "stated"] as const;

/** All records by kind. Kinds the pack does not have, and their fields, are refused by name. */
export function readRecords(
  lexicon: Lexicon,
  input: unknown,
  report: Report,
): Record<string, readonly PlainRecord[]> {
  const found = readFields(input, "records", report);
  const records: Record<string, readonly PlainRecord[]> = {};
  if (found === undefined || exceedsLimit(found, report)) return records;
  for (const name of Object.keys(found)) {
    const path = within("records", name);
    const entry = lexicon.kinds.get(name);
    if (entry === undefined) {
      reportUnknownKind(lexicon, name, path, report);
      continue;
    }
    const given = own(found, name);
    const list = given === undefined ? [] : readList(given, path, report);
    if (list === undefined) continue;
    const read = list.map((item, index) =>
      readRecord(lexicon, entry, item, atIndex(path, index), report),
    );
    checkOverlaps(entry, read, path, report);
    records[name] = read.filter((record) => record !== undefined);
  }
  return records;
}

/** A record kind the vocabulary does not have, with the one that was probably meant. */
export function reportUnknownKind(
  lexicon: Lexicon,
  name: string,
  path: string,
  report: Report,
): void {
  const known = [...lexicon.kinds.keys()];
  report("unknown-record-kind", path, { kind: shown(name), known: known.join(", ") }, () =>
    suggest(name, known),
  );
}

function exceedsLimit(found: Fields, report: Report): boolean {
  const count = Object.values(found).reduce(
    (sum: number, list) => sum + (Array.isArray(list) ? list.length : 0),
    0,
  );
  if (count <= recordLimit) return false;
  report("too-many-records", "records", { count, limit: recordLimit });
  return true;
}

function readRecord(
  lexicon: Lexicon,
  { kind, fields }: KindEntry,
  input: unknown,
  path: string,
  report: Report,
): PlainRecord | undefined {
  const given = readFields(input, path, report);
  if (given === undefined) return undefined;
  const record: Record<string, PlainValue> = {};
  for (const key of Object.keys(given)) {
    const value = own(given, key);
    const at = within(path, key);
    const field = fields.get(key);
    if (field === undefined && key !== "source" && key !== "stated") {
      const known = [...fields.keys(), ...statedFields];
      report("unknown-field", at, { field: shown(key), known: known.join(", ") }, () =>
        suggest(key, known),
      );
      continue;
    }
    if (value === undefined) continue;
    const read =
      field === undefined
        ? readStatedField(lexicon, key, value, at, report)
        : readField(lexicon, field, value, given, at, report);
    if (read !== undefined) record[key] = read;
  }
  for (const field of kind.fields) {
    if (field.required && own(given, field.name) === undefined) {
      report("missing-field", within(path, field.name), { field: field.name });
    }
  }
  if (kind.spell) checkOrder(record, path, report);
  return record;
}

function readField(
  lexicon: Lexicon,
  field: RecordField,
  value: unknown,
  given: Fields,
  path: string,
  report: Report,
): PlainValue | undefined {
  const { type } = field;
  // A spell that is over may lie in a county whose code has since been withdrawn.
  const current = own(given, "to") === undefined;
  if (type.kind === "code" && type.system === "division" && current)
    return readCounty(lexicon, value, path, report);
  return readValue(type, value, path, report);
}

/** Who said it (a department of the pack, or `self`) and on which day. */
export function readStatedField(
  lexicon: Lexicon,
  key: string,
  value: unknown,
  path: string,
  report: Report,
): string | undefined {
  if (key === "stated") return readDay(value, path, report);
  if (typeof value === "string" && lexicon.sources.has(value)) return value;
  const known = [...lexicon.sources];
  report("unknown-source", path, { found: shown(value), known: known.join(", ") }, () =>
    typeof value === "string" ? suggest(value, known) : undefined,
  );
  return undefined;
}

/** First day and, where it has ended, last day or last month's first day, as one comparable number each. */
function spellOf(
  record: PlainRecord,
): { readonly from: number; readonly to: number; readonly monthly: boolean } | undefined {
  const { from, to } = record;
  const monthly = typeof from === "string" && from.length === 7;
  const read = (value: PlainValue | undefined) => (monthly ? parseMonth : parseDay)(String(value));
  const start = read(from);
  const end = to === undefined ? Infinity : read(to);
  return start === undefined || end === undefined ? undefined : { from: start, to: end, monthly };
}

function checkOrder(record: PlainRecord, path: string, report: Report): void {
  const spell = spellOf(record);
  if (spell === undefined || spell.to >= spell.from) return;
  report("spell-ends-before-it-starts", within(path, "to"), {
    from: String(record["from"]),
    to: String(record["to"]),
  });
}

/**
 * Spells that agree on the kind's `distinct` field may touch but not overlap: a day on which one ends
 * and the next begins is shared, a month belongs to one of them.
 */
function checkOverlaps(
  { kind }: KindEntry,
  records: readonly (PlainRecord | undefined)[],
  path: string,
  report: Report,
): void {
  const { distinct } = kind;
  if (!kind.spell || distinct === undefined) return;
  const spells = records
    .map((record, index) => ({
      index,
      group: record?.[distinct],
      spell: record === undefined ? undefined : spellOf(record),
    }))
    .flatMap(({ index, group, spell }) =>
      group === undefined || spell === undefined ? [] : [{ index, group, ...spell }],
    )
    .toSorted((a, b) => a.from - b.from || a.index - b.index);
  const open = new Map<PlainValue, (typeof spells)[number]>();
  for (const spell of spells) {
    const before = open.get(spell.group);
    if (
      before !== undefined &&
      (spell.monthly ? spell.from <= before.to : spell.from < before.to)
    ) {
      report("overlapping-spells", atIndex(path, spell.index), {
        other: atIndex(path, before.index),
        field: distinct,
        value: shown(spell.group),
      });
    }
    if (before === undefined || spell.to > before.to) open.set(spell.group, spell);
  }
}
