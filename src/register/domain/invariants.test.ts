import { expect, it } from "vitest";
import * as t from "../testing/small-town.ts";
import { invariants, type Violation } from "./invariants.ts";
import { type CountyState, countyIn, type RegisterState } from "./state.ts";

const day = "2020-03-01";

/** Codes found after something was done to the tables behind the register's back. */
function after(
  harm: (part: CountyState, state: RegisterState) => void,
): readonly Violation["code"][] {
  const { state } = t.smallTown();
  expect(invariants(state)).toEqual([]);
  harm(countyIn(state, t.town), state);
  return [...new Set(invariants(state).map(({ code }) => code))];
}

const open = { from: "2020-01-01", until: null };
const seat = (household: number, relation: number) => ({ ...open, household, relation });

it("finds who is registered twice, in one county or two", () => {
  expect(
    after((_, state) =>
      countyIn(state, t.neighbour).registrations.set(t.single, [{ from: day, until: null }]),
    ),
  ).toContain("registered-twice");
  expect(
    after((part) => part.registrations.set(t.single, [open, { from: day, until: null }])),
  ).toEqual(["registered-twice"]);
  expect(
    after((part) =>
      part.registrations.set(t.single, [
        { from: "2020-01-01", until: day },
        { from: day, until: null },
      ]),
    ),
  ).toEqual([]);
});

it("finds seats without registration, and the other way round", () => {
  expect(after((part) => part.registrations.delete(t.mother))).toEqual([
    "seat-without-registration",
  ]);
  expect(
    after((part) => part.registrations.set(t.mother, [{ from: "2020-01-01", until: day }])),
  ).toEqual(["seat-without-registration"]);
  expect(after((part) => part.seats.delete(t.mother))).toEqual(["registration-without-seat"]);
  expect(after((part) => part.seats.set(t.mother, [{ ...seat(t.family, 12), from: day }]))).toEqual(
    ["registration-without-seat"],
  );
  expect(
    after((part) =>
      part.seats.set(t.mother, [seat(t.family, 12), { ...seat(t.singleHousehold, 97), from: day }]),
    ),
  ).toEqual(["two-seats"]);
});

it("finds households without a head, with two, or with one that may not be", () => {
  expect(after((part) => part.seats.set(t.father, [seat(t.family, 11)]))).toEqual(["heads"]);
  expect(
    after((part) =>
      part.seats.set(t.mother, [
        { ...seat(t.family, 12), until: day },
        { ...seat(t.family, 2), from: day },
      ]),
    ),
  ).toEqual(["heads"]);
  expect(after((part) => part.seats.set(t.student, [seat(t.school, 2)]))).toEqual([
    "collective-head",
  ]);
  expect(after((part) => part.seats.delete(t.single))).toContain("no-members");
});

it("finds what lies outside a household's life, and homes that are none or two", () => {
  const end = (part: CountyState, household: number, ended: string) => {
    const row = part.households.get(household);
    if (row) part.households.set(household, { ...row, ended });
  };
  expect(after((part) => end(part, t.school, day))).toEqual([
    "seat-outside-household",
    "residence",
  ]);
  const stays = (part: CountyState) => {
    end(part, t.school, day);
    part.seats.set(t.student, [{ ...seat(t.school, 99), until: "2020-04-01" }]);
  };
  expect(after(stays)).toContain("seat-outside-household");
  expect(after((part) => part.households.delete(t.school))).toEqual(["seat-outside-household"]);
  expect(after((part) => part.residences.delete(t.school))).toEqual(["residence"]);
  const home = { ...open, dwelling: t.singleHome };
  expect(after((part) => part.residences.set(t.family, [home, home]))).toEqual(["residence"]);
});

it("finds the dead who are registered, numbers borne twice, and ranges of no day", () => {
  const change = (part: CountyState, person: number, what: object) => {
    const row = part.people.get(person);
    if (row) part.people.set(person, { ...row, ...what });
  };
  expect(after((part) => change(part, t.mother, { died: day }))).toEqual(["dead-and-registered"]);
  const twice = [{ from: "2019-01-01", until: "2019-02-01" }, open];
  const gone = (part: CountyState) => {
    change(part, t.mother, { died: day });
    part.registrations.set(t.mother, twice);
  };
  expect(after(gone)).toContain("dead-and-registered");
  expect(after((part) => change(part, t.mother, { particulars: t.people.father }))).toEqual([
    "one-number-twice",
  ]);
  expect(
    after((part) => part.registrations.set(t.mother, [open, { from: day, until: day }])),
  ).toContain("empty-range");
});
