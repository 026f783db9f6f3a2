import { describe, expect, it } from "vitest";
import { readIdNumber } from "../policy/index.ts";
import { findNameFault, loadStandards, registerTables, tidyName } from "../standards/index.ts";
import { cast, neighbourCounty, sampleDistrict } from "./cast.ts";
import { listDemoRegister } from "./demo-register.ts";
import { madeUpDivisions } from "./divisions.ts";
import { countingKeys } from "./people.ts";
import { type Kept, keep } from "./kept.fixture.ts";

const listUntil = (today: string) => [...listDemoRegister({ today, keys: countingKeys() })];
const today = "2026-11-22";
const records = listUntil(today);
const kept = new Map<number, Kept>();
const faults = keep(kept, records);
const standards = loadStandards(madeUpDivisions);
const tables = registerTables(standards);

/** By key: who moved between the counties stands in both. */
const byKey = new Map([...kept.values()].flatMap(({ people }) => [...people]));
const everyone = [...byKey.values()];

describe("the register of a demo", () => {
  it("keeps the rules: one registration and one seat each, one head a family, no gap between counties", () => {
    expect(faults).toEqual([]);
  });

  it("has some 600 people in one county and 60 in the other, and every kind of event", () => {
    expect([...kept.keys()]).toEqual([sampleDistrict, neighbourCounty]);
    const counts = [...kept.values()].map(({ seats }) => seats.size);
    expect(counts[0]).toBeGreaterThan(500);
    expect(counts[0]).toBeLessThan(750);
    expect(counts[1]).toBeGreaterThan(40);
    expect(counts[1]).toBeLessThan(80);
    const kinds = new Set(records.map(({ event: { type } }) => type));
    expect([...kinds].toSorted()).toEqual([
      "address-changed",
      "birth-registered",
      "booklet-withheld",
      "death-registered",
      "head-changed",
      "moved-out",
      "moved-within",
      "particulars-corrected",
      "settled",
    ]);
    const moves = records.filter(
      ({ event }) => event.type === "moved-out" && event.to.kind === "county",
    );
    expect(moves.length).toBeGreaterThan(5);
  });

  it("is the same every time, and a later today only adds", () => {
    const earlier = listUntil("2025-06-30").filter(
      ({ event }) => event.type !== "booklet-withheld",
    );
    const later = records.filter(({ event }) => event.type !== "booklet-withheld");
    const plain = (list: typeof records) =>
      list.map(({ county, event }) => JSON.stringify({ county, event }));
    expect(plain(later).slice(0, earlier.length)).toEqual(plain(earlier));
    expect(later.length).toBeGreaterThan(earlier.length + 20);
  });

  it("is recorded in its order, corrections by two people, both halves of a move as one act", () => {
    for (const county of [sampleDistrict, neighbourCounty]) {
      const times = records.filter((one) => one.county === county).map(({ recorded }) => recorded);
      expect(times).toEqual(times.toSorted());
    }
    expect(records.every(({ event, recorded }) => recorded.startsWith(event.on))).toBe(true);
    const corrected = records.find(
      ({ county, event }) => event.type === "particulars-corrected" && county === sampleDistrict,
    );
    expect(corrected?.approver?.account).toBe("han-sumei");
    for (const [at, { event, act }] of records.entries()) {
      if (event.type === "moved-out" && event.to.kind === "county")
        expect(records[at + 1]).toMatchObject({ act, county: event.to.county });
    }
  });
});

describe("made-up people", () => {
  it("have numbers that no real place issued, none twice, which agree with birth date and sex", () => {
    const numbers = everyone.map(({ idNumber }) => idNumber).filter((one) => one !== null);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { idNumber, birthDate, sex } of everyone) {
      if (idNumber === null) continue;
      expect(idNumber).toMatch(/^99010[12]/);
      expect(readIdNumber(idNumber)).toEqual({ kind: "valid", born: birthDate });
      expect(Number(idNumber[16]) % 2).toBe(sex === 1 ? 1 : 0);
    }
    expect(numbers.length).toBeLessThan(everyone.length);
  });

  it("have names that a register takes as they are, some in two scripts, and no other field", () => {
    for (const { name, nameHan } of everyone) {
      for (const written of [name, nameHan ?? name]) {
        expect(tidyName(written)).toBe(written);
        expect(findNameFault(written)).toBeUndefined();
      }
    }
    const inTwo = everyone.filter(({ nameHan }) => nameHan !== null);
    expect(inTwo.length).toBeGreaterThan(50);
    expect(inTwo.every(({ nameHan }) => nameHan?.includes("·"))).toBe(true);
    expect(new Set(everyone.flatMap((one) => Object.keys(one))).size).toBe(11);
  });

  it("have codes of the standards, relations that fit their sex, and parents who are older", () => {
    for (const { marital, education, birthCounty, birthDate, mother, father } of everyone) {
      if (marital !== null) expect(tables.marital.has(marital)).toBe(true);
      if (education !== null) expect(tables.education.has(education)).toBe(true);
      if (birthCounty !== null) expect(standards.divisions.keepsRegister(birthCounty)).toBe(true);
      for (const parent of [mother, father]) {
        if (parent === null) continue;
        const born = byKey.get(parent)?.birthDate ?? "";
        expect(Number(birthDate.slice(0, 4)) - Number(born.slice(0, 4))).toBeGreaterThan(15);
      }
    }
    for (const { seats } of kept.values()) {
      for (const [person, { relation }] of seats) {
        const fits = tables.relations.get(relation);
        if (typeof fits === "number") expect(byKey.get(person)?.sex, `${person}`).toBe(fits);
      }
    }
  });

  it("who sign in are registered: heads, a daughter, a wife, a son", () => {
    const relations = cast.flatMap(({ idNumber, name, role }) => {
      if (role !== "resident") return [];
      const [key, known] = [...byKey].find(([, each]) => each.idNumber === idNumber) ?? [];
      expect(known?.nameHan ?? known?.name).toBe(name["zh-CN"]);
      return [...kept.values()].flatMap(({ seats }) => seats.get(key ?? 0)?.relation ?? []);
    });
    expect(relations).toEqual([2, 30, 2, 12, 20]);
  });
});
