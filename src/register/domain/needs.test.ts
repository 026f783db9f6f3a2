import { expect, it } from "vitest";
import { madeUpPerson } from "../testing/made-up.ts";
import * as t from "../testing/small-town.ts";
import { needs, newIds } from "./needs.ts";

const nothing = {
  households: [],
  people: [],
  movers: [],
  idNumbers: [],
  dwellings: [],
  history: null,
};

it("asks for those whom an act names, and for where movers live", () => {
  expect(needs(t.moveOut([t.mother]))).toEqual({
    ...nothing,
    households: [t.family],
    people: [t.mother],
  });
  expect(needs(t.death(t.single))).toEqual({ ...nothing, people: [t.single], movers: [t.single] });
  const correct = { act: "correct", on: t.today, ground: t.byFamily, person: t.single } as const;
  const { idNumber } = t.people.mother;
  expect(needs({ ...correct, after: { idNumber, mother: t.mother } })).toEqual({
    ...nothing,
    people: [t.single, t.mother],
    idNumbers: [idNumber],
  });
  expect(needs({ ...correct, after: { sex: 2 } }).movers).toEqual([t.single]);
  expect(needs({ act: "erase", on: t.today, ground: t.byFamily, person: t.single })).toEqual({
    ...nothing,
    people: [t.single],
    history: t.single,
  });
  const booklet = { act: "issue-booklet", on: t.today, ground: t.byFamily } as const;
  expect(needs({ ...booklet, household: t.family, person: null })).toEqual({
    ...nothing,
    households: [t.family],
  });
});

it("asks of a settlement for both ends, for parents and numbers, and for the home", () => {
  const child = {
    ...madeUpPerson(90, "2019-01-01", { female: true, numbered: true }),
    mother: t.mother,
  };
  const settle = {
    ...t.arriving([[child, 30]], "family", t.today),
    arrivals: [
      { from: "elsewhere", place: "外地", particulars: child, relation: 30 },
      { from: "county", county: t.neighbour, person: t.stranger, relation: 2 },
      { from: "returning", place: "外地", person: t.student, relation: 97 },
    ],
  } as const;
  expect(needs(settle)).toEqual({
    ...nothing,
    people: [t.stranger, t.student, t.mother],
    movers: [t.stranger, t.student],
    idNumbers: [child.idNumber],
  });
  expect(newIds(settle)).toEqual({ people: 1, households: 1, dwellings: 1 });
  const known = { ...settle, into: { kind: "known", household: t.family } } as const;
  expect(needs(known).households).toEqual([t.family]);
  expect(newIds(known)).toEqual({ people: 1, households: 0, dwellings: 0 });
  const home = { kind: "known", dwelling: t.singleHome } as const;
  const founding = { ...settle, into: { ...settle.into, home } } as typeof settle;
  expect(needs(founding).dwellings).toEqual([t.singleHome]);
  expect(newIds(founding)).toEqual({ people: 1, households: 1, dwellings: 0 });
});
