// Records of people who do not exist: fixed ones for those whom demos call by name, the rest drawn from the ID number.
import { type Chance, chanceOf, neighbourCounty, sampleDistrict } from "../demo-data/index.ts";
import {
  type FieldType,
  formatDay,
  parseDay,
  type PlainRecord,
  type PlainValue,
  type RecordKind,
  type Vocabulary,
} from "../policy/index.ts";
import { fixedRecords } from "./fixed-records.ts";

export type Held = {
  readonly records: readonly PlainRecord[];
  /** Whether these are all that there are. */
  readonly complete: boolean;
};

/** What the department that keeps records of a kind has of a person; the same today and tomorrow. */
export function recordsOf(
  { records }: Vocabulary,
  kind: string,
  idNumber: string,
  on: string,
): Held {
  const found = records.find(({ name }) => name === kind);
  if (found === undefined) return { records: [], complete: false };
  const fixed = fixedRecords.get(idNumber);
  if (fixed !== undefined) {
    return { records: fixed.records[kind] ?? [], complete: !(fixed.open ?? []).includes(kind) };
  }
  // Who belongs to whom is in the register itself; chance would contradict it.
  if (kind === "family") return { records: [], complete: false };
  if (kind === "registrations") return { records: [registrationOf(idNumber)], complete: true };
  const chance = chanceOf(seedOf(`${idNumber} ${kind}`));
  const drawn = chance.odds(0.6) ? [drawRecord(found, chance, on)] : [];
  return { records: drawn, complete: chance.odds(0.9) };
}

const bornOf = (idNumber: string): string =>
  `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;

const registrationOf = (idNumber: string): PlainRecord => ({
  at: idNumber.slice(0, 6),
  from: bornOf(idNumber),
  kind: "town",
});

/** FNV-1a, 32 bits. */
function seedOf(text: string): number {
  let seed = 0x81_1c_9d_c5;
  for (const letter of text) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 0x01_00_01_93);
  return seed >>> 0;
}

function drawRecord({ fields }: RecordKind, chance: Chance, on: string): PlainRecord {
  const today = parseDay(on) ?? 0;
  const drawn = fields
    .filter(({ name }) => name !== "to")
    .flatMap(({ name, type }): readonly (readonly [string, PlainValue])[] => {
      const value = drawValue(type, chance, today);
      return value === undefined ? [] : [[name, value]];
    });
  return Object.fromEntries(drawn);
}

/** Beginnings lie up to eight years back. */
const longAgo = 8 * 365;

function drawValue(type: FieldType, chance: Chance, today: number): PlainValue | undefined {
  switch (type.kind) {
    case "boolean":
      return chance.odds(0.8);
    case "enum":
      return chance.pick(type.values).id;
    case "code":
      return String(chance.odds(0.6) ? sampleDistrict : neighbourCounty);
    case "date":
      return formatDay(today - chance.between(30, longAgo));
    case "month":
      return formatDay(today - chance.between(30, longAgo)).slice(0, 7);
    case "number":
      return chance.below(60);
    case "text":
      return undefined;
  }
}
