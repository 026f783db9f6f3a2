// Families by chance, whose ties are known, to hold what is suggested against what is so.
import { type Step, waysOf } from "./kin.ts";

export type Someone = {
  readonly id: number;
  readonly sex: 1 | 2;
  readonly birthDate: string;
  readonly mother: number | null;
  readonly father: number | null;
};

export type Folk = {
  readonly people: readonly Someone[];
  /** Couples; parents of a child need not be one. Nobody is married to two people. */
  readonly couples: readonly (readonly [number, number])[];
};

/** A few families over four generations, with remarriages and parents who are not married. */
export function randomFolk(seed: number): Folk {
  let state = seed;
  const chance = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const people: Someone[] = [];
  const couples: [number, number][] = [];
  const add = (sex: 1 | 2, year: number, parents?: readonly [number, number]): number => {
    const id = people.length + 1;
    const month = String(1 + Math.floor(chance() * 12)).padStart(2, "0");
    people.push({
      id,
      sex,
      birthDate: `${year}-${month}-15`,
      father: parents?.[0] ?? null,
      mother: parents?.[1] ?? null,
    });
    return id;
  };
  const found = (year: number, depth: number, husband?: number, wife?: number): void => {
    const pair: [number, number] = [husband ?? add(1, year), wife ?? add(2, year + 2)];
    const together = chance() < 0.85;
    if (together) couples.push(pair);
    // One of the two may have a child of a marriage before. Not so where they are no couple: siblings who share one
    // parent only, with the other parent of one of them in the household, are left to the reading that ADR 11 takes.
    if (together && chance() < 0.2) {
      const earlier = chance() < 0.5 ? ([pair[0], 0] as const) : ([0, pair[1]] as const);
      const id = add(chance() < 0.5 ? 1 : 2, year + 22);
      const child = people[id - 1];
      if (child !== undefined) {
        people[id - 1] = {
          ...child,
          father: earlier[0] === 0 ? null : earlier[0],
          mother: earlier[1] === 0 ? null : earlier[1],
        };
      }
    }
    const children = Math.floor(chance() * 4);
    for (let n = 0; n < children; n += 1) {
      const sex = chance() < 0.5 ? 1 : 2;
      const child = add(sex, year + 24 + n * 2, pair);
      if (depth > 0 && chance() < 0.6)
        found(year + 26, depth - 1, ...(sex === 1 ? [child] : [undefined, child]));
    }
  };
  found(1920, 3);
  return { people, couples };
}

const isSomeone = (id: number | null): id is number => id !== null;

function spousesOf({ couples }: Folk, id: number): readonly number[] {
  return couples.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []));
}

function ownParentsOf({ people }: Folk, id: number): readonly number[] {
  const one = people[id - 1];
  return [one?.father ?? null, one?.mother ?? null].filter(isSomeone);
}

function stepParentsOf(folk: Folk, id: number): readonly number[] {
  const own = ownParentsOf(folk, id);
  return own.flatMap((parent) => spousesOf(folk, parent)).filter((one) => !own.includes(one));
}

/** Whom a step leads to. Step-siblings are siblings. */
function reached(folk: Folk, from: number, { to, tie }: Step): readonly number[] {
  const parentsOf = (id: number) => [
    ...(tie === "step" ? [] : ownParentsOf(folk, id)),
    ...(tie === "own" ? [] : stepParentsOf(folk, id)),
  ];
  const ids = folk.people.map(({ id }) => id);
  switch (to) {
    case "s":
      return spousesOf(folk, from);
    case "p":
      return parentsOf(from);
    case "c":
      return ids.filter((id) => parentsOf(id).includes(from));
    case "b": {
      const all = (id: number) => [...ownParentsOf(folk, id), ...stepParentsOf(folk, id)];
      const parents = new Set(all(from));
      return ids.filter((id) => id !== from && all(id).some((parent) => parents.has(parent)));
    }
  }
}

/** Elder and younger, where a code tells them apart: of whom, as a place on the way, against whom. */
const ages: ReadonlyMap<number, readonly ["elder" | "younger", number, number]> = new Map([
  [71, ["elder", 1, 0]],
  [72, ["elder", 1, 0]],
  [73, ["younger", 1, 0]],
  [74, ["younger", 1, 0]],
  [75, ["elder", 1, 0]],
  [76, ["elder", 1, 0]],
  [77, ["younger", 1, 0]],
  [78, ["younger", 1, 0]],
  [81, ["elder", 2, 1]],
  [82, ["elder", 2, 1]],
  [83, ["younger", 2, 1]],
  [84, ["younger", 2, 1]],
]);

/** Is `other` what the code says to `ego`? */
export function holds(folk: Folk, code: number, ego: number, other: number): boolean {
  const isOfAge = (trail: readonly number[]): boolean => {
    const age = ages.get(code);
    if (age === undefined) return true;
    const [who = "", than = ""] = [trail[age[1]], trail[age[2]]].map(
      (id) => folk.people[(id ?? 0) - 1]?.birthDate,
    );
    return age[0] === "elder" ? who < than : who > than;
  };
  return waysOf(code).some((way) => {
    let trails: readonly (readonly number[])[] = [[ego]];
    for (const step of way) {
      trails = trails.flatMap((trail) =>
        reached(folk, trail.at(-1) ?? 0, step)
          .filter((id) => step.sex === undefined || folk.people[id - 1]?.sex === step.sex)
          .map((id) => [...trail, id]),
      );
    }
    return trails.some((trail) => trail.at(-1) === other && other !== ego && isOfAge(trail));
  });
}
