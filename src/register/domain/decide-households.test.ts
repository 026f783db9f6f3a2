import { describe, expect, it } from "vitest";
import * as t from "../testing/small-town.ts";
import {
  byFamily,
  groundFor,
  type Of,
  people,
  refused,
  today,
  underMother,
  warned,
} from "../testing/small-town.ts";

const home = { kind: "new", address: "解放路 1 号", community: "解放社区" } as const;

describe("change of address", () => {
  const everyone = [people.father, people.mother, people.daughter, people.grandmother];
  const move = (change: Partial<Of<"change-address">> = {}) =>
    ({
      act: "change-address",
      on: today,
      ground: groundFor(everyone),
      household: t.family,
      home,
      ...change,
    }) as const;
  it("is signed by every member of a family, by the institution of another household", () => {
    expect(warned(move())).toEqual([]);
    expect(warned(move({ home: { kind: "known", dwelling: t.singleHome } }))).toEqual([]);
    const { signatures } = groundFor(everyone);
    expect(warned(move({ ground: { clause: "R8", papers: [], signatures } }))).toEqual([
      "no-paper",
    ]);
    expect(refused(move({ ground: groundFor(everyone.slice(0, 2)) }))).toEqual([
      "unsigned",
      "unsigned",
    ]);
    expect(refused(move({ home: { kind: "known", dwelling: t.familyHome } }))).toEqual([
      "nothing-changes",
    ]);
    expect(refused(move({ home: { kind: "known", dwelling: 999 } }))).toEqual(["dwelling-unknown"]);
    const manager = { signer: "校长", as: "institution", for: [0], signed: today } as const;
    const school = move({ household: t.school, ground: { ...byFamily, signatures: [manager] } });
    expect(warned(school)).toEqual([]);
    expect(
      warned({ ...school, ground: { ...byFamily, signatures: [manager, ...byFamily.signatures] } }),
    ).toEqual([]);
    const later = { ...manager, signed: "2020-06-02" };
    expect(refused({ ...school, ground: { ...byFamily, signatures: [later] } })).toEqual([
      "signed-later",
    ]);
    expect(refused(move({ on: "2019-12-31", ground: groundFor(everyone, "2019-12-31") }))).toEqual([
      "before-last-change",
    ]);
    expect(refused({ ...school, ground: byFamily })).toEqual(["manager-missing"]);
  });
});

describe("change of head", () => {
  const seats = [...underMother, { person: t.father, relation: 11 }];
  const order = [people.mother, people.daughter, people.grandmother, people.father];
  const change = (of: Partial<Of<"change-head">> = {}) =>
    ({
      act: "change-head",
      on: today,
      ground: groundFor(order),
      household: t.family,
      seats,
      ...of,
    }) as const;
  it("states everyone anew, with the will of the new head and of the former one, or a paper", () => {
    expect(warned(change())).toEqual([]);
    const early = { on: "2019-12-31", ground: groundFor(order, "2019-12-31") };
    expect(refused(change(early))).toEqual(["before-last-change"]);
    const spare = { signer: "旁人", as: "family", for: [9], signed: today } as const;
    const more = { ...groundFor(order), signatures: [...groundFor(order).signatures, spare] };
    expect(refused(change({ ground: more }))).toEqual(["no-such-place"]);
    const { papers, signatures } = groundFor(order);
    const onlyNew = signatures.slice(0, 1);
    expect(warned(change({ ground: { clause: "R8", papers, signatures: onlyNew } }))).toEqual([
      "head-unsigned",
    ]);
    expect(refused(change({ ground: { clause: "R8", papers: [], signatures: onlyNew } }))).toEqual([
      "unsigned",
    ]);
    const onlyFormer = signatures.slice(3);
    expect(refused(change({ ground: { clause: "R8", papers, signatures: onlyFormer } }))).toEqual([
      "unsigned",
    ]);
    expect(refused(change({ seats: seats.slice(0, 2) }))).toContain("two-heads");
    expect(
      refused(change({ seats: seats.filter(({ person }) => person !== t.daughter) })),
    ).toContain("relation-missing");
  });

  it("also mends a relation, and changes something", () => {
    const mend = (relation: number) =>
      change({ ground: byFamily, seats: [{ person: t.grandmother, relation }] });
    expect(warned(mend(97))).toEqual([]);
    expect(refused(mend(50))).toEqual(["nothing-changes"]);
    expect(refused({ ...mend(97), ground: { ...byFamily, signatures: [] } })).toEqual(["unsigned"]);
  });
});
