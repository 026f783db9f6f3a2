import {
  addMonths,
  endOfMonth,
  monthsBetween,
  parseDay,
  parseMonth,
  startOfMonth,
} from "../calendar/day.ts";
import { type Clock, evaluatorAt, type Situation } from "../fold/evaluate.ts";
import { forget, highSlot, lowSlot, type Slots } from "../fold/facts.ts";
import type { Window } from "../fold/when.ts";
import type { Fact, Vocabulary } from "../vocabulary/vocabulary.ts";
import { allows, deriveInto, type DerivedFacts, writeValue } from "./derive.ts";
import type { Dossier } from "./dossier.ts";

/** Facts as they stand on `from`; until the piece ends, only counters grow, month by month from there. */
export type Piece = { readonly from: number; readonly until: number; readonly slots: Slots };

/**
 * A dossier's facts over a window, in pieces: what is derived from records is derived anew each day, what
 * was stated stays, stated counters grow from the day asked about. The piece that holds that day starts
 * the growth there.
 */
export function factsOverTime(
  vocabulary: Vocabulary,
  dossier: Dossier,
  derived: DerivedFacts,
  window: Window,
): readonly Piece[] {
  const on = parseDay(dossier.on)!;
  const turning = vocabulary.facts.flatMap((fact) => {
    const turns = turnsOf(fact);
    return turns === undefined || isUntouched(fact, dossier)
      ? []
      : [{ fact, days: turningDays(fact, turns, dossier, vocabulary, window) }];
  });
  const statedCounters = vocabulary.facts.filter(
    ({ name, moves }) => moves === "counter" && dossier.facts[name] !== undefined,
  );
  if (turning.length === 0 && statedCounters.length === 0) {
    return [{ ...window, slots: derived.slots }];
  }
  const clock: Clock = { day: on, base: on, counters: new Set() };
  const evaluator = evaluatorAt(clock);

  /** Facts on a day: as they were on an earlier one, but for those that turn. */
  const slotsOn = (day: number, before: Slots): Slots => {
    const slots = { ...before };
    clock.day = day;
    const situation: Situation = { facts: slots, records: derived.records, items: {} };
    for (const { fact, days } of turning) {
      if (day !== window.from && !days.has(day)) continue;
      forget(slots, fact.name, fact.type);
      deriveInto(fact, fact.derive!, evaluator, situation);
      const stated = dossier.facts[fact.name];
      if (stated !== undefined && allows(slots, fact, stated.value))
        writeValue(slots, fact.name, fact.type, stated.value);
    }
    for (const { name } of statedCounters) {
      const value = Math.max(0, Number(dossier.facts[name]!.value) + monthsBetween(on, day));
      slots[lowSlot(name)] = value;
      slots[highSlot(name)] = value;
    }
    return slots;
  };

  const monthly = statedCounters.length > 0 ? everyMonth(on, window) : [];
  const days = new Set([...turning.flatMap((each) => [...each.days]), ...monthly]);
  const starts = [window.from, ...[...days].toSorted((a, b) => a - b)];
  let slots = derived.slots;
  return starts.map((from, index) => {
    slots = slotsOn(from, slots);
    return { from, until: starts[index + 1] ?? window.until, slots };
  });
}

/** How a derived fact may change as days go by, whatever the records are. */
type Turns = {
  /** Any day may be another: its formula takes dates apart. */
  readonly daily: boolean;
  readonly monthly: boolean;
  /** Months and days that its formula adds to dates. */
  readonly months: readonly number[];
  readonly days: readonly number[];
};

const turnsKnown = new WeakMap<Fact, { readonly turns: Turns | undefined }>();

/** Undefined for a fact that no day changes. A fact is derived from its records and the place alone. */
function turnsOf(fact: Fact): Turns | undefined {
  const known = turnsKnown.get(fact);
  if (known !== undefined) return known.turns;
  const formula = JSON.stringify(fact.derive?.core ?? null);
  const turns = /"op":"on"/.test(formula)
    ? {
        daily: /"op":"date-function"/.test(formula),
        monthly: /"op":"months-covered"/.test(formula),
        months: [0, ...termsOf(formula, /"months":(-?\d+)/g)],
        days: [0, ...termsOf(formula, /"op":"number","value":(-?\d+)/g)],
      }
    : undefined;
  turnsKnown.set(fact, { turns });
  return turns;
}

/**
 * Days after the window's first on which what records prove of a fact may change: around each date that one of its
 * records names, moved by every term that the formula adds to dates; with months counted, each month's first day.
 */
function turningDays(
  fact: Fact,
  { daily, monthly, months, days: terms }: Turns,
  dossier: Dossier,
  vocabulary: Vocabulary,
  window: Window,
): ReadonlySet<number> {
  const days = new Set<number>();
  if (daily) {
    for (let day = window.from + 1; day < window.until; day += 1) days.add(day);
    return days;
  }
  for (const date of datesIn(fact, dossier, vocabulary)) {
    for (const term of months) {
      for (const shift of terms) {
        for (const sign of [1, -1]) {
          const around = addMonths(date, sign * term) + sign * shift;
          for (let day = around - 2; day <= around + 2; day += 1)
            if (window.from < day && day < window.until) days.add(day);
        }
      }
    }
  }
  if (monthly) for (const day of everyMonth(startOfMonth(window.from), window)) days.add(day);
  return days;
}

/** The day of each month of the window on which one more month has passed since `start`. */
function everyMonth(start: number, window: Window): readonly number[] {
  const days: number[] = [];
  for (let count = monthsBetween(start, window.from); ; count += 1) {
    const day = addMonths(start, count);
    if (day >= window.until) return days;
    if (window.from < day) days.push(day);
  }
}

const termsOf = (formulas: string, pattern: RegExp): readonly number[] => [
  ...new Set([...formulas.matchAll(pattern)].map((match) => Math.abs(Number(match[1])))),
];

/** Every date that a record of the fact's kinds names; of a month its first day and its last. */
function datesIn(fact: Fact, dossier: Dossier, { records }: Vocabulary): readonly number[] {
  const kinds = records.filter(({ name }) => fact.records.includes(name));
  return kinds.flatMap(({ name, fields }) =>
    (dossier.records[name] ?? []).flatMap((record) =>
      fields.flatMap((field) => {
        const value = String(record[field.name] ?? "");
        if (field.type.kind === "month") {
          const first = parseMonth(value);
          return first === undefined ? [] : [first, endOfMonth(first)];
        }
        const day = field.type.kind === "date" ? parseDay(value) : undefined;
        return day === undefined ? [] : [day];
      }),
    ),
  );
}

/** Nothing is recorded of its kinds, not even that there is nothing: no day says more of it than another. */
const isUntouched = (fact: Fact, dossier: Dossier): boolean =>
  fact.records.every(
    (kind) => (dossier.records[kind] ?? []).length === 0 && !dossier.complete.includes(kind),
  );
