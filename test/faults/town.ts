// What the clerks together know: which households there are, and how each looked when somebody saw it last.
import type { Chance } from "../../src/demo-data/chance.ts";
import type { Household } from "./acts.ts";

export type Town = {
  readonly add: (county: number, household: number) => void;
  readonly pick: (county: number, chance: Chance) => number;
  /** What a look at it showed; undefined where it is no more. */
  readonly note: (county: number, key: number, seen: Household | undefined) => void;
  /** Whether people live in it of whom everything is known. */
  readonly isHome: (household: Household) => boolean;
  readonly seenIn: (county: number, chance: Chance, but: number) => Household | undefined;
  /** One of the other counties. */
  readonly seenBeside: (county: number, chance: Chance) => Household | undefined;
};

export type Known = { readonly county: number; readonly household: number };

export function openTown(known: readonly Known[]): Town {
  const seen = new Map<number, Map<number, Household | undefined>>();
  const of = (county: number) => {
    const found = seen.get(county) ?? new Map<number, Household | undefined>();
    seen.set(county, found);
    return found;
  };
  const draw = (homes: readonly Household[], chance: Chance) =>
    homes.length === 0 ? undefined : chance.pick(homes);
  const homesIn = (county: number) => [...of(county).values()].filter((each) => each !== undefined);
  const add = (county: number, household: number) => {
    if (!of(county).has(household)) of(county).set(household, undefined);
  };
  const isHome = ({ ended, members }: Household) =>
    ended === null && members.length > 0 && members.every(({ name }) => name !== null);
  for (const { county, household } of known) add(county, household);
  return {
    add,
    isHome,
    pick: (county, chance) => chance.pick([...of(county).keys()]),
    note(county, key, household) {
      if (household !== undefined && isHome(household)) of(county).set(key, household);
      else of(county).delete(key);
    },
    seenIn: (county, chance, but) =>
      draw(
        homesIn(county).filter(({ household }) => household !== but),
        chance,
      ),
    seenBeside: (county, chance) =>
      draw(
        [...seen.keys()].flatMap((each) => (each === county ? [] : homesIn(each))),
        chance,
      ),
  };
}
