// Histories of a few counties: acts that fit, and acts with one fault, in any order. Also run against PostgreSQL.
import * as fc from "fast-check";
import type { Act, ActName } from "../domain/act.ts";
import type { County, IsoDate } from "../domain/shapes.ts";
import { dayAfter } from "./made-up.ts";
import { type Done, emptyRegister, type MemoryRegister, perform } from "./memory-register.ts";
import { actOf } from "./random-acts.ts";
import { counties, type Dice } from "./random-homes.ts";

const faults = [
  "future",
  "long-ago",
  "unsigned",
  "no-papers",
  "relation",
  "no-seats",
  "other-county",
  "other-person",
  "known-number",
] as const;
type Fault = (typeof faults)[number];

export type Step = {
  readonly dice: Dice;
  /** How many days after the step before. */
  readonly days: number;
  /** How long before today the act counts. */
  readonly back: number;
  readonly fault: Fault | null;
};

/** Everything that is needed to do the same elsewhere: with the same keys, on the same day. */
export type Played = Done & { readonly county: County; readonly act: Act; readonly today: IsoDate };

const frequent: readonly (readonly [ActName, number])[] = [
  ["settle", 8],
  ["register-birth", 4],
  ["move-within", 4],
  ["move-out", 2],
  ["change-head", 2],
  ["correct", 2],
  ["register-death", 2],
  ["restore", 2],
  ["change-address", 1],
  ["withhold-booklet", 2],
  ["issue-booklet", 1],
  ["erase", 1],
];

const number = fc.nat({ max: 999 });

const step: fc.Arbitrary<Step> = fc.record({
  dice: fc.record({
    what: fc.oneof(...frequent.map(([what, weight]) => ({ weight, arbitrary: fc.constant(what) }))),
    county: fc.nat({ max: counties.length - 1 }),
    picks: fc.tuple(number, number, number, number),
    few: fc.boolean(),
  }),
  days: fc.nat({ max: 12 }),
  back: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.nat({ max: 9 }) },
  ),
  fault: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...faults) },
  ),
});

export const histories = (maxLength = 60): fc.Arbitrary<readonly Step[]> =>
  fc.array(step, { maxLength, size: "max" });

const begin = "2020-01-01";

/**
 * Plays a history in memory.
 *
 * @param after called after each act
 */
export function play(
  steps: readonly Step[],
  after: (played: Played, register: MemoryRegister) => void = () => undefined,
): { readonly register: MemoryRegister; readonly played: readonly Played[] } {
  const register = emptyRegister();
  let today: IsoDate = begin;
  const played = steps.map(({ dice, days, back, fault }) => {
    today = dayAfter(today, days);
    const fitting = actOf(register, dayAfter(today, -back), dice);
    const { county, act } = fault === null ? fitting : spoil(fault, fitting, register);
    const done = { county, act, today, ...perform(register, county, act, today) };
    after(done, register);
    return done;
  });
  return { register, played };
}

function spoil(
  fault: Fault,
  { county, act }: { readonly county: County; readonly act: Act },
  { state, lastId }: MemoryRegister,
): { readonly county: County; readonly act: Act } {
  switch (fault) {
    case "future":
      return { county, act: { ...act, on: dayAfter(act.on, 400) } };
    case "long-ago":
      return { county, act: { ...act, on: dayAfter(act.on, -400) } };
    case "unsigned":
      return { county, act: { ...act, ground: { ...act.ground, signatures: [] } } };
    case "no-papers":
      return { county, act: { ...act, ground: { ...act.ground, papers: [] } } };
    case "relation":
      return { county, act: rewrite(act, "relation", (relation) => (relation === 2 ? 12 : 2)) };
    case "no-seats":
      return {
        county,
        act: {
          ...act,
          ...("seats" in act ? { seats: [] } : {}),
          ...("left" in act ? { left: [] } : {}),
        },
      };
    case "other-county":
      return { county: counties[(counties.indexOf(county) + 1) % counties.length] ?? county, act };
    case "other-person":
      return { county, act: rewrite(act, "person", (person) => ((person * 7) % (lastId + 1)) + 1) };
    case "known-number": {
      const numbers = [...(state.get(county)?.people.values() ?? [])].flatMap(
        ({ particulars }) => particulars?.idNumber ?? [],
      );
      return { county, act: rewriteNumber(act, numbers[0] ?? null) };
    }
  }
}

/** The act with every number under a key replaced. */
function rewrite(act: Act, key: string, change: (value: number) => number): Act {
  return JSON.parse(JSON.stringify(act), (name, value: unknown) =>
    name === key && typeof value === "number" ? change(value) : value,
  ) as Act;
}

/** The act with someone else's number, and all that goes with it. */
function rewriteNumber(act: Act, idNumber: string | null): Act {
  if (idNumber === null) return act;
  const born = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  const sex = Number(idNumber[16]) % 2 === 1 ? 1 : 2;
  return JSON.parse(JSON.stringify(act), (name, value: unknown) =>
    (name === "particulars" || name === "after") && typeof value === "object"
      ? { ...value, idNumber, birthDate: born, sex }
      : value,
  ) as Act;
}
