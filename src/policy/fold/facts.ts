import type { Fact, FieldType, Vocabulary } from "../vocabulary/vocabulary.ts";

/**
 * Truth as a number, so that Kleene's `and` is the smaller and `or` the larger.
 */
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;
export type TruthValue = 0 | 1 | 2;

/** An enum or code nobody stated. */
export const NO_CODE = -1;

/**
 * Values in slots of one fixed shape. Booleans: a {@link TruthValue}. Enums and codes: their number
 * or -1. Dates and numbers: two slots, `…_lo` and `…_hi`, between which the value lies
 * (equal: known; ∓Infinity: unknown on that side; both Infinity: there is none).
 */
export type Slots = Record<string, number>;

type SlotNames = { readonly slot: string; readonly low: string; readonly high: string };

// Names are spelled once: vocabularies have few, and every fact of every person is looked up by one.
const spelled = new Map<string, SlotNames>();

function slotNames(name: string): SlotNames {
  const known = spelled.get(name);
  if (known !== undefined) return known;
  const slot = name.replaceAll(".", "__").replaceAll("-", "_");
  const names = { slot, low: `${slot}_lo`, high: `${slot}_hi` };
  spelled.set(name, names);
  return names;
}

/** Slot name of a fact or field: a plain identifier. */
export const slotName = (name: string): string => slotNames(name).slot;
export const lowSlot = (name: string): string => slotNames(name).low;
export const highSlot = (name: string): string => slotNames(name).high;

export type SlotKind = "truth" | "code" | "ordered";

export function slotKind(type: FieldType): SlotKind | undefined {
  switch (type.kind) {
    case "boolean":
      return "truth";
    case "enum":
    case "code":
      return "code";
    case "date":
    case "month":
    case "number":
      return "ordered";
    case "text":
      return undefined;
  }
}

type Declared = readonly { readonly name: string; readonly type: FieldType }[];

const empty = new WeakMap<Declared, Slots>();

/**
 * Slots in which nothing is known yet, all of one shape for one declaration. An object that gets its keys
 * one by one is kept as a dictionary, twelve times slower to read; a parsed one has a shape, and copies share
 * it. Parsed as null, so that a slot may hold anything and a day or number lies in it without a box of its own.
 */
export function unknownSlots(declared: Declared): Slots {
  const known = empty.get(declared);
  if (known !== undefined) return { ...known };
  const slots: Slots = {};
  for (const { name, type } of declared) forget(slots, name, type);
  const nulls = Object.keys(slots).map((slot) => `"${slot}":null`);
  const made = JSON.parse(`{${nulls.join(",")}}`) as Slots;
  for (const [slot, value] of Object.entries(slots)) made[slot] = value;
  empty.set(declared, made);
  return { ...made };
}

const slotted = new WeakMap<Vocabulary, readonly Fact[]>();

/** Facts that a person, a record or the place gives; formula facts are inlined and have no slot. */
export function slottedFacts(vocabulary: Vocabulary): readonly Fact[] {
  const known = slotted.get(vocabulary);
  if (known !== undefined) return known;
  const facts = vocabulary.facts.filter((fact) => fact.formula === undefined);
  slotted.set(vocabulary, facts);
  return facts;
}

/** Makes one fact unknown again. */
export function forget(slots: Slots, name: string, type: FieldType): void {
  switch (slotKind(type)) {
    case "truth":
      slots[slotName(name)] = UNKNOWN;
      break;
    case "code":
      slots[slotName(name)] = NO_CODE;
      break;
    case "ordered":
      slots[lowSlot(name)] = -Infinity;
      slots[highSlot(name)] = Infinity;
  }
}

/** Whether one value is settled (for ordered facts: known exactly, or known to be none). */
export function isKnown(slots: Slots, name: string, type: FieldType): boolean {
  switch (slotKind(type)) {
    case "truth":
      return slots[slotName(name)] !== UNKNOWN;
    case "code":
      return slots[slotName(name)] !== NO_CODE;
    default:
      return slots[lowSlot(name)] === slots[highSlot(name)];
  }
}
