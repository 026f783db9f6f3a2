import { parseDay, parseMonth } from "../calendar/day.ts";
import { type Situation, evaluatorAt } from "../fold/evaluate.ts";
import {
  FALSE,
  type Slots,
  TRUE,
  UNKNOWN,
  highSlot,
  isKnown,
  lowSlot,
  slotKind,
  slotName,
  slottedFacts,
  unknownSlots,
} from "../fold/facts.ts";
import type { RecordSource } from "../fold/lists.ts";
import type { Problem } from "../problem/problem.ts";
import { type Result, ok, refused } from "../result.ts";
import type { Fact, FieldType, RecordKind, Vocabulary } from "../vocabulary/vocabulary.ts";
import type { Dossier, PlainRecord, PlainValue } from "./dossier.ts";

/** Where a fact's value came from. */
export type Origin = "place" | "records" | "stated";

export type DerivedFacts = {
  readonly slots: Slots;
  readonly origins: ReadonlyMap<string, Origin>;
  /** The dossier's records in slots, by kind. */
  readonly records: RecordSource;
};

/**
 * Facts from a checked dossier: from its place, derived from its records, then as stated. A statement
 * that no record allows is a `contradiction`: which of the two is right is for the person to say.
 */
export function deriveFacts(
  vocabulary: Vocabulary,
  dossier: Dossier,
): Result<DerivedFacts, Problem> {
  const on = parseDay(dossier.on)!;
  const facts = slottedFacts(vocabulary);
  const slots = unknownSlots(facts);
  const origins = new Map<string, Origin>();
  const problems: Problem[] = [];
  const records = recordSource(vocabulary.records, dossier);
  const situation: Situation = { facts: slots, records, items: {} };
  const evaluator = evaluatorAt(on);
  for (const fact of facts) {
    const placed = placeValue(fact, dossier);
    if (placed !== undefined) {
      writeValue(slots, fact.name, fact.type, placed);
      origins.set(fact.name, "place");
      continue;
    }
    if (fact.derive !== undefined) {
      deriveInto(fact, fact.derive, evaluator, situation);
      if (isNarrowed(slots, fact) && hasRecords(fact, dossier)) origins.set(fact.name, "records");
    }
    const stated = dossier.facts[fact.name];
    if (stated === undefined) continue;
    if (allows(slots, fact, stated.value)) {
      const isProved = origins.has(fact.name) && isKnown(slots, fact.name, fact.type);
      writeValue(slots, fact.name, fact.type, stated.value);
      if (!isProved) origins.set(fact.name, "stated");
    } else
      problems.push({
        code: "contradiction",
        params: { fact: fact.name, value: String(stated.value) },
        at: { path: `facts.${fact.name}` },
      });
  }
  return problems.length > 0 ? refused(...problems) : ok({ slots, origins, records });
}

function placeValue(fact: Fact, dossier: Dossier): PlainValue | undefined {
  if (fact.name === "place.county") return dossier.place.county;
  return fact.name === "place.kind" ? dossier.place.kind : undefined;
}

export function deriveInto(
  fact: Fact,
  formula: NonNullable<Fact["derive"]>,
  evaluator: ReturnType<typeof evaluatorAt>,
  situation: Situation,
): void {
  const { facts } = situation;
  switch (formula.kind) {
    case "boolean":
      facts[slotName(fact.name)] = evaluator.condition(formula.core)(situation);
      break;
    case "code":
      facts[slotName(fact.name)] = evaluator.code(formula.core)(situation);
      break;
    case "ordered": {
      const bounds = evaluator.ordered(formula.core);
      facts[lowSlot(fact.name)] = bounds.low(situation);
      facts[highSlot(fact.name)] = bounds.high(situation);
    }
  }
}

/** Some record of the fact's kinds is here, or it is said that there are none. */
const hasRecords = (fact: Fact, dossier: Dossier): boolean =>
  fact.records.some(
    (kind) => dossier.complete.includes(kind) || (dossier.records[kind] ?? []).length > 0,
  );

/** Something is known, if only on one side. */
function isNarrowed(slots: Slots, fact: Fact): boolean {
  if (slotKind(fact.type) !== "ordered") return isKnown(slots, fact.name, fact.type);
  return slots[lowSlot(fact.name)] !== -Infinity || slots[highSlot(fact.name)] !== Infinity;
}

export function allows(slots: Slots, fact: Fact, value: PlainValue): boolean {
  const said: Slots = {};
  writeValue(said, fact.name, fact.type, value);
  if (slotKind(fact.type) === "ordered") {
    const number = said[lowSlot(fact.name)]!;
    return slots[lowSlot(fact.name)]! <= number && number <= slots[highSlot(fact.name)]!;
  }
  return (
    !isKnown(slots, fact.name, fact.type) ||
    slots[slotName(fact.name)] === said[slotName(fact.name)]
  );
}

/** Writes a checked plain value into its slot or slots; `none` says that there is no such day. */
export function writeValue(slots: Slots, name: string, type: FieldType, value: PlainValue): void {
  switch (type.kind) {
    case "boolean":
      slots[slotName(name)] = value === true ? TRUE : value === false ? FALSE : UNKNOWN;
      break;
    case "enum":
      slots[slotName(name)] = type.values.findIndex(({ id }) => id === value);
      break;
    case "code":
      slots[slotName(name)] = Number(value);
      break;
    case "date":
    case "month":
    case "number": {
      const number = orderedValue(type, value);
      slots[lowSlot(name)] = number;
      slots[highSlot(name)] = number;
    }
  }
}

function orderedValue(type: FieldType, value: PlainValue): number {
  if (value === "none") return Infinity;
  if (type.kind === "number") return Number(value);
  const text = String(value);
  return (type.kind === "month" ? parseMonth(text) : parseDay(text)) ?? Number.NaN;
}

/** The dossier's records as slots, read once per kind. */
function recordSource(kinds: readonly RecordKind[], dossier: Dossier): RecordSource {
  const byKind = new Map(
    kinds.map((kind) => {
      const items = (dossier.records[kind.name] ?? []).map((record) => recordSlots(kind, record));
      return [kind.name, { items, complete: dossier.complete.includes(kind.name) }];
    }),
  );
  return (kind) => byKind.get(kind) ?? { items: [], complete: false };
}

/** One record's fields in slots; what it does not say is unknown. */
export function recordSlots(kind: RecordKind, record: PlainRecord): Slots {
  const slots = unknownSlots(kind.fields);
  for (const { name, type } of kind.fields) {
    const value = record[name];
    if (value !== undefined) writeValue(slots, name, type, value);
  }
  return slots;
}
