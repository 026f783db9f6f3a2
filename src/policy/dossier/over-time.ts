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
  const moving = vocabulary.facts.filter(
    (fact) =>
      fact.derive !== undefined && dependsOnDay(fact.derive.core) && !isUntouched(fact, dossier),
  );
  const statedCounters = vocabulary.facts.filter(
    ({ name, moves }) => moves === "counter" && dossier.facts[name] !== undefined,
  );
  if (moving.length === 0 && statedCounters.length === 0) {
    return [{ ...window, slots: derived.slots }];
  }
  const clock: Clock = { day: on, base: on, counters: new Set() };
  const evaluator = evaluatorAt(clock);

  const slotsOn = (day: number): Slots => {
    const slots = { ...derived.slots };
    for (const fact of moving) forget(slots, fact.name, fact.type);
    clock.day = day;
    const situation: Situation = { facts: slots, records: derived.records, items: {} };
    for (const fact of moving) {
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

  const starts = [
    window.from,
    ...turningDays(moving, statedCounters.length > 0, dossier, vocabulary, window),
  ];
  return starts.map((from, index) => ({
    from,
    until: starts[index + 1] ?? window.until,
    slots: slotsOn(from),
  }));
}

/**
 * Days after the window's first on which what records prove may change: around each date that a record
 * names, moved by every term that the formulas add to dates; with months counted, each month's first day;
 * with stated counters, each month since the day asked about. Every day where a formula takes dates apart.
 */
function turningDays(
  moving: readonly Fact[],
  countsMonths: boolean,
  dossier: Dossier,
  vocabulary: Vocabulary,
  window: Window,
): readonly number[] {
  const formulas = JSON.stringify(moving.map(({ derive }) => derive!.core));
  const inWindow = (day: number): boolean => window.from < day && day < window.until;
  if (/"op":"date-function"/.test(formulas)) {
    return Array.from(
      { length: window.until - window.from - 1 },
      (_, index) => window.from + 1 + index,
    );
  }
  const days = new Set<number>();
  const months = [0, ...termsOf(formulas, /"months":(-?\d+)/g)];
  const extra = [0, ...termsOf(formulas, /"op":"number","value":(-?\d+)/g)];
  for (const date of datesIn(dossier, vocabulary)) {
    for (const term of months) {
      for (const shift of extra) {
        for (const sign of [1, -1]) {
          const around = addMonths(date, sign * term) + sign * shift;
          for (let day = around - 2; day <= around + 2; day += 1) if (inWindow(day)) days.add(day);
        }
      }
    }
  }
  const monthly = (start: number): void => {
    for (
      let count = monthsBetween(start, window.from);
      addMonths(start, count) < window.until;
      count += 1
    ) {
      if (inWindow(addMonths(start, count))) days.add(addMonths(start, count));
    }
  };
  if (/"op":"months-covered"/.test(formulas)) monthly(startOfMonth(window.from));
  if (countsMonths) monthly(parseDay(dossier.on)!);
  return [...days].toSorted((a, b) => a - b);
}

const termsOf = (formulas: string, pattern: RegExp): readonly number[] => [
  ...new Set([...formulas.matchAll(pattern)].map((match) => Math.abs(Number(match[1])))),
];

/** Every date that a record names; of a month its first day and its last. */
function datesIn(dossier: Dossier, { records }: Vocabulary): readonly number[] {
  return records.flatMap(({ name, fields }) =>
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

const dependsOnDay = (core: unknown): boolean => /"op":"on"/.test(JSON.stringify(core));

/** Nothing is recorded of its kinds, not even that there is nothing: no day says more of it than another. */
const isUntouched = (fact: Fact, dossier: Dossier): boolean =>
  fact.records.every(
    (kind) => (dossier.records[kind] ?? []).length === 0 && !dossier.complete.includes(kind),
  );
