// A small town in which every rule has somebody to apply to: a family of four, a single man, a school, a neighbour.
import { expect } from "vitest";
import type { Act } from "../domain/act.ts";
import { invariants } from "../domain/invariants.ts";
import type { Ground, Particulars } from "../domain/shapes.ts";
import { madeUpPerson, signedBy } from "./made-up.ts";
import { emptyRegister, type MemoryRegister, perform } from "./memory-register.ts";

export const town = 990_101;
export const neighbour = 990_102;
export const today = "2020-06-01";

const born = (place: number, birthDate: string, female: boolean): Particulars =>
  madeUpPerson(place, birthDate, { female, numbered: true });

/** Keys in the order of arrival: each act takes people first, then a household, then a home. */
export const father = 1;
export const mother = 2;
export const daughter = 3;
export const grandmother = 4;
export const family = 5;
export const familyHome = 6;
export const single = 7;
export const singleHousehold = 8;
export const singleHome = 9;
export const student = 10;
export const school = 11;
export const stranger = 13;
export const strangerChild = 14;
export const strangerHousehold = 15;

export const people = {
  father: born(1, "1980-03-01", false),
  mother: born(2, "1982-05-02", true),
  daughter: born(3, "2010-07-03", true),
  grandmother: born(4, "1950-09-04", true),
  single: born(5, "1990-11-05", false),
  student: born(6, "2001-01-06", true),
  stranger: born(7, "1985-02-07", false),
  strangerChild: born(8, "2016-02-08", false),
} as const;

export const paper = { kind: "证明", number: "甲-1" };

export const groundFor = (declarants: readonly Particulars[], on: string = today): Ground => ({
  clause: "R4.1",
  papers: [paper],
  signatures: signedBy(declarants, on),
});

type Settle = Extract<Act, { act: "settle" }>;

/** Newcomers found a household on the first of January. */
export function arriving(
  arrivals: readonly (readonly [Particulars, number])[],
  type: "family" | "school" = "family",
  on = "2020-01-01",
): Settle {
  const ground = groundFor(
    arrivals.map(([particulars]) => particulars),
    on,
  );
  const manager = { signer: "校长", as: "institution", for: [0], signed: on } as const;
  return {
    act: "settle",
    on,
    ground: {
      ...ground,
      signatures: [...ground.signatures, ...(type === "family" ? [] : [manager])],
    },
    into: {
      kind: "new",
      type,
      name: type === "family" ? null : "第一中学",
      home: { kind: "new", address: `和平路 ${arrivals.length} 号`, community: "和平社区" },
    },
    arrivals: arrivals.map(([particulars, relation]) => ({
      from: "elsewhere",
      place: "外地",
      particulars,
      relation,
    })),
    seats: [],
    leftBehind: [],
  };
}

export function smallTown(): MemoryRegister {
  const register = emptyRegister();
  const { father, mother, daughter, grandmother } = people;
  const acts = [
    [
      town,
      arriving([
        [father, 2],
        [mother, 12],
        [daughter, 30],
        [grandmother, 50],
      ]),
    ],
    [town, arriving([[people.single, 2]])],
    [town, arriving([[people.student, 99]], "school")],
    [
      neighbour,
      arriving([
        [people.stranger, 2],
        [people.strangerChild, 20],
      ]),
    ],
  ] as const;
  for (const [county, act] of acts) {
    const { verdict } = perform(register, county, act, today);
    if (!verdict.ok) throw new Error(verdict.refusals.map(({ code }) => code).join(", "));
  }
  return register;
}

/** Codes of the refusals, then of the warnings, of an act done in the small town. */
export function outcome(act: Act, county = town, register: MemoryRegister = smallTown()) {
  const { verdict } = perform(register, county, act, today);
  expect(invariants(register.state)).toEqual([]);
  return {
    refused: verdict.ok ? [] : verdict.refusals.map(({ code }) => code),
    warned: verdict.warnings.map(({ code }) => code),
  };
}

export const refused = (act: Act, county?: number, register?: MemoryRegister) =>
  outcome(act, county, register).refused;
export const warned = (act: Act, county?: number, register?: MemoryRegister) => {
  const { refused, warned } = outcome(act, county, register);
  expect(refused).toEqual([]);
  return warned;
};

/** The small town after some acts, each of which is done. */
export function after(...acts: readonly (Act | readonly [number, Act])[]): MemoryRegister {
  const register = smallTown();
  for (const each of acts) {
    const [county, act] = "act" in each ? [town, each] : each;
    expect(outcome(act, county, register).refused).toEqual([]);
  }
  return register;
}

const familySigns = { signer: "亲属", as: "family", for: [0], signed: today } as const;
export const byFamily: Ground = { clause: "R8", papers: [paper], signatures: [familySigns] };

export type Of<Name extends Act["act"]> = Extract<Act, { act: Name }>;

export const death = (person: number, change: Partial<Of<"register-death">> = {}) =>
  ({
    act: "register-death",
    on: today,
    ground: byFamily,
    person,
    died: "2020-05-30",
    seats: [],
    ...change,
  }) satisfies Act;

/** After the father: the mother is head, and all who stay stand to her. */
export const underMother = [
  { person: mother, relation: 2 },
  { person: daughter, relation: 30 },
  { person: grandmother, relation: 97 },
];

export const moveOut = (leavers: readonly number[], change: Partial<Of<"move-out">> = {}) =>
  ({
    act: "move-out",
    on: today,
    ground: groundFor(leavers.map(who)),
    household: family,
    leavers,
    to: "外地",
    seats: [],
    ...change,
  }) satisfies Act;

/** What the register knows of one of them. */
export const who = (person: number): Particulars =>
  Object.values(people)[order.indexOf(person)] ?? people.single;

const order = [father, mother, daughter, grandmother, single, student, stranger, strangerChild];
