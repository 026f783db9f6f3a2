// From drafted people to what the register keeps.
import { formatDay } from "../policy/index.ts";
import type { Particulars, Seat } from "../register/index.ts";
import type { Chance } from "./chance.ts";
import type { Drafted } from "./family.ts";
import { madeUpIdNumber } from "./made-up-id-number.ts";

/** Keys for new rows, in the order they are asked for. */
export type Keys = {
  readonly person: () => number;
  readonly household: () => number;
  readonly dwelling: () => number;
};

/** Keys that count up from a start, for a register that is empty. */
export function countingKeys(first = 1): Keys {
  const count = () => {
    let last = first - 1;
    return () => {
      last += 1;
      return last;
    };
  };
  return { person: count(), household: count(), dwelling: count() };
}

/** Gives out ID numbers of one made-up division, none twice. */
export type Numbers = (born: number, sex: 1 | 2) => string;

const firstDay = -40_000;
/** 000 is left out; orders above 900 are the named people's. */
const lastOrder = 899;

/**
 * @param division six digits beginning with 99
 * @param after orders up to this one, an even number, are left to someone else
 */
export function openNumbers(division: number, after = 0): Numbers {
  // The last order given out, by day and sex: people are many, so it is an array and not a map.
  const given = new Uint16Array(2 * 80_000);
  return (born, sex) => {
    const at = 2 * (born - firstDay) + sex - 1;
    // Odd for men, even for women.
    const order = given[at] ? given[at] + 2 : after + sex;
    if (order > lastOrder || at < 0 || at >= given.length)
      throw new Error("too many people were born on one day for one division");
    given[at] = order;
    return madeUpIdNumber(division, dayText(born), order);
  };
}

const texts = new Map<number, string>();

/** The ISO day of a day number; the same few ten thousand days come up again and again. */
export function dayText(day: number): string {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const text = formatDay(day);
  texts.set(day, text);
  return text;
}

/** GB/T 4658 by age and chance: levels only. */
function drawEducation(chance: Chance, age: number): number | null {
  if (age < 7) return null;
  if (age < 13) return 80;
  if (age < 16) return 70;
  if (age < 19) return chance.odds(0.6) ? 60 : 40;
  const draw = chance.next();
  if (age > 60) return draw < 0.45 ? 80 : draw < 0.8 ? 70 : draw < 0.93 ? 60 : 30;
  if (draw < 0.1) return 80;
  if (draw < 0.42) return 70;
  if (draw < 0.6) return 60;
  if (draw < 0.7) return 40;
  if (draw < 0.84) return 30;
  return draw < 0.98 ? 20 : 10;
}

/** A member with key and particulars. */
export type Living = Seat & { readonly particulars: Particulars };

type Context = {
  readonly chance: Chance;
  readonly county: number;
  readonly numbers: Numbers;
  readonly today: number;
};

/** Gives a whole household keys and particulars, in the order of its members. */
export function settle(
  members: readonly Drafted[],
  keys: Keys,
  { chance, county, numbers, today }: Context,
): readonly Living[] {
  const people = members.map(keys.person);
  const keyOf = (place: number | undefined) =>
    place === undefined ? null : (people[place] ?? null);
  return members.map(({ relation, named, sex, born, marital, mother, father }, place) => {
    const age = (today - born) / 365.2425;
    const particulars: Particulars = {
      name: named.name,
      nameHan: named.nameHan,
      formerNames: [],
      sex,
      birthDate: dayText(born),
      birthCounty: age < 18 || chance.odds(0.7) ? county : null,
      // Some newborns have none yet.
      idNumber: age < 0.3 && chance.odds(0.5) ? null : numbers(born, sex),
      marital: age < 16 ? null : marital,
      education: drawEducation(chance, age),
      mother: keyOf(mother),
      father: keyOf(father),
    };
    return { person: people[place] ?? 0, relation, particulars };
  });
}
