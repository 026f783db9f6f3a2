import {
  FALSE,
  type Slots,
  TRUE,
  highSlot,
  lowSlot,
  slotKind,
  slotName,
  slottedFacts,
  unknownSlots,
} from "../../src/policy/fold/facts.ts";
import { conditionsOf, factsOf } from "../../src/policy/fold/reads.ts";
import type { Fact } from "../../src/policy/index.ts";
import type { Bench } from "./competitor.ts";
import { type Facts, NEVER, values } from "./facts.ts";
import { seededRandom } from "./random.ts";

/** Everybody's facts, those that the rules read, as the engine keeps them; each fact but the county is left unknown with a chance of `unknown`. */
export function slotsOf({ pack, rules, facts }: Bench, unknown = 0): readonly Slots[] {
  const read = new Set(conditionsOf(rules).flatMap((condition) => [...factsOf(condition)]));
  const declared = slottedFacts(pack.vocabulary).filter(({ name }) => read.has(name));
  const writers = declared.map(writerOf);
  const random = seededRandom(2014);
  return facts.map((known) => {
    const slots = unknownSlots(declared);
    for (const { name, write } of writers)
      if (name === "place.county" || !random.chance(unknown)) write(slots, known);
    return slots;
  });
}

type Writer = { readonly name: string; readonly write: (slots: Slots, facts: Facts) => void };

function writerOf({ name, type }: Fact): Writer {
  const value = values[name];
  if (value === undefined)
    throw new Error(`The rules read a fact that the bench does not give its people: ${name}`);
  const [slot, low, high] = [slotName(name), lowSlot(name), highSlot(name)];
  switch (slotKind(type)) {
    case "truth":
      return {
        name,
        write: (slots, facts) => (slots[slot] = value(facts) === true ? TRUE : FALSE),
      };
    case "ordered":
      return {
        name,
        write(slots, facts) {
          const known = value(facts);
          slots[low] = known === NEVER ? Infinity : Number(known);
          slots[high] = slots[low];
        },
      };
    default:
      return { name, write: (slots, facts) => (slots[slot] = Number(value(facts))) };
  }
}
