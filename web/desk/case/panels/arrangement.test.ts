import { expect, it } from "vitest";
import { suggestSeats } from "../../act/seats-draft.ts";
import type { Household } from "../../household/household-page.tsx";
import type { StepPreview } from "../use-preview.ts";
import {
  chosenHome,
  emptyArrangement,
  founds,
  headlessIn,
  readArrangement,
} from "./arrangement.ts";

const member = (
  person: number,
  relation: number,
  birthDate: string,
): Household["members"][number] => ({
  person,
  relation,
  since: "2000-01-01",
  name: null,
  nameHan: `第${person}人`,
  sex: 1,
  birthDate,
  idNumber: null,
  mother: null,
  father: null,
});

const household = (id: number, members: Household["members"]): Household => ({
  county: 990_102,
  household: id,
  kind: "family",
  name: null,
  dwelling: null,
  founded: "2000-01-01",
  ended: null,
  on: "2026-11-22",
  version: 1,
  members,
  days: [],
  withheld: [],
});

const previewOf = (...households: readonly Household[]): StepPreview => ({
  refusals: [],
  letter: null,
  second: false,
  act: {
    refusals: [],
    warnings: [],
    fourEyes: false,
    households: households.map((before) => ({ before, after: null })),
    people: [],
    ifMatch: "",
  },
});

const old = member(1, 2, "1955-01-20");
const son = member(2, 20, "1989-10-30");
const left = household(247, [old, son]);
const home = { kind: "own-home", address: "团结路18号", community: "和平社区" } as const;
const form = { homes: [home], chosen: 0, relations: [], declared: [] };

it("founds a household at one's own or rented home, and joins one anywhere else", () => {
  expect(chosenHome(form)).toEqual(home);
  expect(chosenHome({ ...form, chosen: 4 })).toBeUndefined();
  expect(founds(home)).toBe(true);
  expect(founds({ kind: "relatives-home", host: null })).toBe(false);
  const drafted = { ...emptyArrangement, household: 12 };
  expect(readArrangement(drafted, home, null, [1]).household).toBeNull();
  expect(readArrangement({ ...drafted, joins: true }, home, null, [1]).household).toBe(12);
  const relatives = { kind: "relatives-home", host: null } as const;
  expect(readArrangement(drafted, relatives, null, [1]).household).toBe(12);
});

it("says who heads those who stay, and asks nothing where nobody does or the head does not leave", () => {
  const preview = previewOf(left);
  expect(headlessIn(preview, null, [1])).toEqual([left]);
  expect(headlessIn(preview, null, [1, 2])).toEqual([]);
  expect(headlessIn(preview, null, [2])).toEqual([]);
  expect(headlessIn(preview, 247, [1])).toEqual([]);
  const left247 = { 247: suggestSeats(left.members, 2) };
  expect(readArrangement({ ...emptyArrangement, left: left247 }, home, preview, [1])).toEqual({
    household: null,
    seats: [],
    leftBehind: [{ household: 247, seats: [{ person: 2, relation: 2 }] }],
  });
  expect(readArrangement(emptyArrangement, home, preview, [1]).leftBehind).toEqual([]);
});
