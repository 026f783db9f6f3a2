import { evaluatorAt, type Situation } from "../fold/evaluate.ts";
import {
  FALSE,
  highSlot,
  lowSlot,
  NO_CODE,
  slotKind,
  slotName,
  type Slots,
  TRUE,
  type TruthValue,
  UNKNOWN,
  unknownSlots,
} from "../fold/facts.ts";
import { factsOf } from "../fold/explain.ts";
import type { Core } from "../syntax/core.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";
import { directionOf, times, together } from "./direction.ts";

/**
 * A fact cut into regions between which no condition of a rule set changes: two for a boolean, classes of
 * codes that no condition tells apart, intervals between thresholds. Facts that are compared with one
 * another stand behind a condition of their own, a `relation`, which is not exact.
 */
export type Variable = {
  /** One value for each region, in order. */
  readonly regions: readonly number[];
} & (
  | { readonly kind: "truth"; readonly fact: Fact }
  | { readonly kind: "code"; readonly fact: Fact; readonly classOf: (code: number) => number }
  | {
      readonly kind: "ordered";
      readonly fact: Fact;
      /** Highest value of each region; the last has none above it. */
      readonly highest: readonly number[];
    }
  | { readonly kind: "relation"; readonly core: Core; readonly facts: readonly Fact[] }
);

/** The facts a variable stands for. */
export const factsBehind = (variable: Variable): readonly Fact[] =>
  variable.kind === "relation" ? variable.facts : [variable.fact];

/** Conditions without parts, which read facts. */
export function atomsOf(core: Core, atoms: Set<Core> = new Set()): Set<Core> {
  switch (core.op) {
    case "not":
    case "named":
      return atomsOf(core.of, atoms);
    case "and":
    case "or":
      for (const part of core.of) atomsOf(part, atoms);
      return atoms;
    case "if":
      for (const part of [core.test, core.then, core.else]) atomsOf(part, atoms);
      return atoms;
    case "constant":
      return atoms;
    default:
      return atoms.add(core);
  }
}

/** Beyond every date and amount. */
const far = 2 ** 31;

/** Cuts every fact that the conditions read, in the order in which they first read it. */
export function partition(
  conditions: readonly Core[],
  on: number,
  facts: ReadonlyMap<string, Fact>,
): readonly Variable[] {
  const atoms = [
    ...new Map(
      [...conditions.reduce((all, core) => atomsOf(core, all), new Set<Core>())].map((core) => [
        JSON.stringify(core),
        core,
      ]),
    ).values(),
  ];
  const byFact = new Map<string, Core[]>();
  const relations: Variable[] = [];
  for (const atom of atoms) {
    const names = [...factsOf(atom)];
    if (names.length === 1 && isRegular(atom)) {
      const list = byFact.get(names[0]!) ?? [];
      byFact.set(names[0]!, list);
      list.push(atom);
    } else if (names.length > 0) {
      relations.push({
        kind: "relation",
        core: atom,
        facts: names.map((name) => facts.get(name)!),
        regions: [FALSE, TRUE],
      });
    }
  }
  const cut = [...byFact].map(([name, list]) => cutFact(facts.get(name)!, list, on));
  return [...cut, ...relations];
}

/** Whether one threshold cuts the fact, or the fact is no quantity. */
function isRegular(atom: Core): boolean {
  if (atom.op === "same") return false;
  if (atom.op !== "le") return true;
  return together(directionOf(atom.left), times(directionOf(atom.right), -1)) !== undefined;
}

function cutFact(fact: Fact, atoms: readonly Core[], on: number): Variable {
  const kind = slotKind(fact.type)!;
  if (kind === "truth") return { kind, fact, regions: [FALSE, TRUE] };
  if (kind === "code") return { kind, fact, ...codeClasses(fact, atoms, on) };
  return { kind, fact, ...intervals(fact, atoms, on) };
}

/** Truth of each condition at a value of the fact. */
export function evaluated(
  atoms: readonly Core[],
  fact: Fact,
  on: number,
): (value: number) => readonly TruthValue[] {
  const conditions = atoms.map((atom) => evaluatorAt(on).condition(atom));
  const slots = unknownSlots([fact]);
  const situation = situationOf(slots);
  return (value) => {
    setValue(slots, fact, value);
    return conditions.map((condition) => condition(situation));
  };
}

/** One code for each class of codes that no condition tells apart. */
function codeClasses(
  fact: Fact,
  atoms: readonly Core[],
  on: number,
): { readonly regions: readonly number[]; readonly classOf: (code: number) => number } {
  const truths = evaluated(atoms, fact, on);
  const values =
    fact.type.kind === "enum"
      ? fact.type.values.map((_, index) => index)
      : [...namedCodes(atoms), otherCode];
  const classes = new Map<string, number>();
  const keyOf = (code: number): string => truths(code).join("");
  for (const value of values) {
    const key = keyOf(value);
    if (!classes.has(key)) classes.set(key, value);
  }
  const keys = [...classes.keys()];
  return { regions: [...classes.values()], classOf: (code) => keys.indexOf(keyOf(code)) };
}

/** No division has this code. */
export const otherCode = 999_999;

function namedCodes(atoms: readonly Core[]): readonly number[] {
  return atoms.flatMap((atom) => {
    if (atom.op !== "is") return [];
    return atom.term.op === "prefecture"
      ? atom.values.map((prefecture) => prefecture * 100 + 1)
      : atom.values;
  });
}

/**
 * Cuts a quantity wherever a condition turns. Dates turn between two days. A number may be a fraction: the
 * open interval between two whole numbers where a condition turns is a region of its own.
 */
function intervals(
  fact: Fact,
  atoms: readonly Core[],
  on: number,
): { readonly regions: readonly number[]; readonly highest: readonly number[] } {
  const cuts = new Set<number>();
  for (const atom of atoms) {
    const truths = evaluated([atom], fact, on);
    const below = truths(-far)[0];
    if (truths(far)[0] === below) continue;
    let [low, high] = [-far, far];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (truths(middle)[0] === below) low = middle;
      else high = middle;
    }
    cuts.add(low);
  }
  const sorted = [...cuts].toSorted((a, b) => a - b);
  const mayBeFraction = fact.type.kind === "number";
  const bounded = sorted.flatMap((cut) => [
    { value: cut, most: cut },
    ...(mayBeFraction ? [{ value: cut + 0.5, most: cut + 1 - smallestFraction }] : []),
  ]);
  const all = [...bounded, { value: (sorted.at(-1) ?? -1) + 1, most: Infinity }];
  return { regions: all.map(({ value }) => value), highest: all.map(({ most }) => most) };
}

/** Finer than any amount that is written down. */
const smallestFraction = 1e-9;

/** Regions that a person's slots leave possible. */
export function possibleRegions(variable: Variable, slots: Slots, on: number): Uint8Array {
  const possible = new Uint8Array(variable.regions.length);
  switch (variable.kind) {
    case "truth": {
      const value = slots[slotName(variable.fact.name)]!;
      return value === UNKNOWN ? possible.fill(1) : mark(possible, variable.regions.indexOf(value));
    }
    case "code": {
      const value = slots[slotName(variable.fact.name)]!;
      return value === NO_CODE ? possible.fill(1) : mark(possible, variable.classOf(value));
    }
    case "ordered": {
      const [low, high] = [
        slots[lowSlot(variable.fact.name)]!,
        slots[highSlot(variable.fact.name)]!,
      ];
      return possible.fill(
        1,
        intervalOf(variable.highest, low),
        intervalOf(variable.highest, high) + 1,
      );
    }
    case "relation": {
      const truth = evaluatorAt(on).condition(variable.core)(situationOf(slots));
      return truth === UNKNOWN ? possible.fill(1) : mark(possible, variable.regions.indexOf(truth));
    }
  }
}

function mark(possible: Uint8Array, region: number): Uint8Array {
  possible[region] = 1;
  return possible;
}

/** Index of the interval that holds a value. */
function intervalOf(highest: readonly number[], value: number): number {
  const index = highest.findIndex((most) => value <= most);
  return index < 0 ? highest.length - 1 : index;
}

/** Slots of one fact at a region's representative. */
export function setValue(slots: Slots, fact: Fact, value: number): void {
  if (slotKind(fact.type) === "ordered") {
    slots[lowSlot(fact.name)] = value;
    slots[highSlot(fact.name)] = value;
  } else slots[slotName(fact.name)] = value;
}

export const situationOf = (facts: Slots): Situation => ({ facts, records: noRecords, items: {} });
const noRecords = (): { readonly items: readonly Slots[]; readonly complete: boolean } => ({
  items: [],
  complete: true,
});
