import { describe, expect, it } from "vitest";
import {
  ageOn,
  emptyShared,
  groundOf,
  isSigned,
  signatureOf,
  type Declarant,
  type SharedDraft,
} from "./draft.ts";
import { draftOf, emptyPerson, particularsOf } from "./person-draft.ts";
import { losesHead, seatsOf, suggestSeats, type Member } from "./seats-draft.ts";

const draft: SharedDraft = emptyShared("2026-11-20", "R8");
const adult: Declarant = { key: "7", name: "周敏", birthDate: "1990-01-01", required: true };
const child: Declarant = { key: "8", name: "周一", birthDate: "2018-11-21", required: true };
const schoolChild: Declarant = { ...child, birthDate: "2018-11-20" };

describe("signatures", () => {
  it("are an adult's own, and a guardian's for a child", () => {
    expect(signatureOf(draft, adult)).toMatchObject({ signer: "周敏", as: "self" });
    expect(signatureOf(draft, child)).toMatchObject({ signer: "", as: "guardian" });
  });

  it("count once they have a day; a child of eight was heard", () => {
    const signs = (who: Declarant, heard: boolean): SharedDraft => ({
      ...draft,
      own: { [who.key]: { signer: "周敏", as: "guardian", signed: "20261119", heard } },
    });
    expect(isSigned(draft, adult)).toBe(false);
    expect(isSigned(signs(child, false), child)).toBe(true);
    expect(isSigned(signs(schoolChild, false), schoolChild)).toBe(false);
    expect(isSigned(signs(schoolChild, true), schoolChild)).toBe(true);
  });

  it("name the place of whom they are for, and nobody who did not sign", () => {
    const signed = { signer: "周敏", as: "guardian", signed: "2026.11.9", heard: true } as const;
    const ground = groundOf({ ...draft, own: { "8": signed } }, [adult, child]);
    expect(ground.signatures).toEqual([
      { signer: "周敏", as: "guardian", for: [1], signed: "2026-11-09", heard: true },
    ]);
    expect(ground.papers).toEqual([]);
  });

  it("of others are for everyone the act is about", () => {
    const other = {
      signer: "单位",
      as: "institution",
      signed: "2026-11-09",
      heard: false,
    } as const;
    expect(groundOf({ ...draft, other }, [adult, child]).signatures).toEqual([
      { signer: "单位", as: "institution", for: [0, 1], signed: "2026-11-09" },
    ]);
  });
});

it("counts full years, and takes nobody without a day of birth for a child", () => {
  expect(ageOn("2008-11-20", "2026-11-20")).toBe(18);
  expect(ageOn("2008-11-21", "2026-11-20")).toBe(17);
  expect(ageOn("", "2026-11-20")).toBe(99);
});

it("reads particulars as they are typed", () => {
  const typed = {
    ...emptyPerson,
    name: " 热娜 ",
    formerNames: "阿娜，娜娜、",
    sex: "2",
    birthDate: "1990年3月5日",
    idNumber: "99010119900305002x",
  };
  const read = particularsOf(typed);
  expect(read).toMatchObject({
    name: "热娜",
    nameHan: null,
    formerNames: ["阿娜", "娜娜"],
    sex: 2,
    birthDate: "1990-03-05",
    idNumber: "99010119900305002X",
    mother: null,
  });
  expect(particularsOf(draftOf(read))).toEqual(read);
});

describe("seats", () => {
  const member = (person: number, relation: number, sex: number, birthDate: string): Member => ({
    person,
    relation,
    since: "2020-01-01",
    name: String(person),
    nameHan: null,
    sex,
    birthDate,
    idNumber: null,
    mother: null,
    father: null,
  });
  const family = [
    member(1, 2, 1, "1970-01-01"),
    member(2, 12, 2, "1972-01-01"),
    member(3, 20, 1, "2000-01-01"),
  ];

  it("follow from the old ones; what does not is left open", () => {
    const next = suggestSeats(family, 2);
    expect(seatsOf(next, family)).toEqual([
      { person: 1, relation: 11 },
      { person: 2, relation: 2 },
      { person: 3, relation: 20 },
    ]);
    expect(seatsOf({ head: 2, relations: { 1: null } }, family)).toEqual([
      { person: 2, relation: 2 },
    ]);
  });

  it("are asked for where the head leaves and somebody stays", () => {
    expect(losesHead(family, (person) => person === 1)).toBe(true);
    expect(losesHead(family, (person) => person === 3)).toBe(false);
    expect(losesHead(family, () => true)).toBe(false);
  });
});
