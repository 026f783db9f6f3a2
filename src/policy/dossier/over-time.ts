import { monthsBetween, parseDay } from "../calendar/day.ts";
import { type Clock, evaluatorAt, type Situation } from "../fold/evaluate.ts";
import { forget, highSlot, lowSlot, slotKind, slotName, type Slots } from "../fold/facts.ts";
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
  const counters = vocabulary.facts.filter(
    ({ moves, formula }) => moves === "counter" && formula === undefined,
  );

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

  const pieces: Piece[] = [];
  let piece = { from: window.from, slots: slotsOn(window.from) };
  for (let day = window.from + 1; day < window.until; day += 1) {
    const slots = slotsOn(day);
    if (agree(piece, day, slots, moving, counters)) continue;
    pieces.push({ ...piece, until: day });
    piece = { from: day, slots };
  }
  return [...pieces, { ...piece, until: window.until }];
}

const dependsOnDay = (core: unknown): boolean => /"op":"on"/.test(JSON.stringify(core));

/** No record of its kinds is here, so nothing about it changes from day to day. */
const isUntouched = (fact: Fact, dossier: Dossier): boolean =>
  fact.records.every((kind) => (dossier.records[kind] ?? []).length === 0);

/** Whether the piece, grown to a day, says what that day's facts say. */
function agree(
  piece: { readonly from: number; readonly slots: Slots },
  day: number,
  slots: Slots,
  moving: readonly Fact[],
  counters: readonly Fact[],
): boolean {
  const gained = monthsBetween(piece.from, day);
  const same = (slot: string, growth: number): boolean => {
    const before = piece.slots[slot]!;
    return slots[slot] === (Number.isFinite(before) ? before + growth : before);
  };
  const unchanged = (fact: Fact, growth: number): boolean =>
    slotKind(fact.type) === "ordered"
      ? same(lowSlot(fact.name), growth) && same(highSlot(fact.name), growth)
      : same(slotName(fact.name), 0);
  return (
    counters.every((fact) => unchanged(fact, gained)) &&
    moving.every((fact) => fact.moves === "counter" || unchanged(fact, 0))
  );
}
