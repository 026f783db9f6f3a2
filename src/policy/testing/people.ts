import { type Slots, highSlot, lowSlot, slottedFacts, unknownSlots } from "../fold/facts.ts";
import { writeValue } from "../dossier/derive.ts";
import { slotKind } from "../fold/facts.ts";
import type { Pack } from "../rulebook/pack.ts";
import type { Knowledge, Person } from "./random-packs.ts";
import { formatDay } from "../calendar/day.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";

/** A person's facts in slots, as far as they are known. */
export function slotsOf(pack: Pack, person: Person, known?: Knowledge): Slots {
  const facts = slottedFacts(pack.vocabulary);
  const slots = unknownSlots(facts);
  for (const fact of facts) {
    const value = person[fact.name]!;
    const how = known?.[fact.name] ?? "exact";
    if (how === "none") continue;
    if (slotKind(fact.type) === "ordered") {
      const { below, above } = how === "exact" ? { below: 0, above: 0 } : how;
      slots[lowSlot(fact.name)] = minus(Number(value), below);
      slots[highSlot(fact.name)] = minus(Number(value), -above);
    } else if (how === "exact") writeValue(slots, fact.name, fact.type, plain(fact, value));
  }
  return slots;
}

const minus = (value: number, by: number): number =>
  by === 0 ? value : value === Infinity ? (by > 0 ? 0 : value) : value - by;

/** A value as a dossier says it. */
export function plain(fact: Fact, value: boolean | string | number): boolean | string | number {
  if (fact.type.kind !== "date" || typeof value !== "number") return value;
  return Number.isFinite(value) ? formatDay(value) : "none";
}
