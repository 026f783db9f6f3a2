import { writeValue } from "../../src/policy/dossier/derive.ts";
import { type Slots, slottedFacts, unknownSlots } from "../../src/policy/fold/facts.ts";
import type { Bench } from "./competitor.ts";
import { statedValues } from "./dossiers.ts";
import { seededRandom } from "./random.ts";

/** Everybody's facts as the engine keeps them; each fact but the county is left unknown with a chance of `unknown`. */
export function slotsOf({ pack, people, facts }: Bench, unknown = 0): readonly Slots[] {
  const declared = slottedFacts(pack.vocabulary);
  const random = seededRandom(2014);
  return people.map(({ county, kind }, index) => {
    const slots = unknownSlots(declared);
    for (const { name, type } of declared) {
      const value =
        name === "place.county"
          ? county
          : name === "place.kind"
            ? kind
            : getValue(name)(facts[index]!);
      if (name === "place.county" || !random.chance(unknown)) writeValue(slots, name, type, value);
    }
    return slots;
  });
}

function getValue(name: string): (typeof statedValues)[string] {
  const value = statedValues[name];
  if (value === undefined)
    throw new Error(`The vocabulary has a fact that the bench does not give its people: ${name}`);
  return value;
}
