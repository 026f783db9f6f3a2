import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areCompatible, relationCodes } from "./kin.ts";
import { type Relative, suggestRelations } from "./relation.ts";
import { holds, type Folk, randomFolk } from "./random-folk.fixture.ts";

const member = (person: number, relation: number, sex: number, birthDate: string): Relative => ({
  person,
  relation,
  sex,
  birthDate,
});

/** Three generations: he, his wife, their children, his mother, a grandson and a sister. */
const home = [
  member(1, 2, 1, "1960-05-01"),
  member(2, 12, 2, "1962-03-09"),
  member(3, 22, 1, "1985-07-20"),
  member(4, 32, 2, "1988-01-02"),
  member(5, 52, 2, "1938-11-30"),
  member(6, 38, 2, "1986-04-04"),
  member(7, 41, 1, "2015-10-10"),
  member(8, 77, 2, "1965-02-02"),
];
const toldBy = (newHead: number, members: readonly Relative[] = home) =>
  Object.fromEntries(suggestRelations(members, newHead));

describe("a new head of household", () => {
  it("is the wife: the children stay children, the husband's mother is her mother-in-law", () => {
    expect(toldBy(2)).toEqual({
      1: 11,
      2: 2,
      3: 20,
      4: 30,
      5: 54,
      6: undefined,
      7: 40,
      8: undefined,
    });
  });

  it("is the son: what only the clerk can know is left to the clerk", () => {
    expect(toldBy(3)).toEqual({
      1: 51,
      2: 50,
      3: 2,
      4: 77,
      5: 62,
      6: undefined,
      7: undefined,
      8: 90,
    });
  });

  it("is the son: with the recorded parents more is certain", () => {
    const recorded = home.map((one) =>
      one.person === 3 || one.person === 4
        ? { ...one, father: 1, mother: 2 }
        : one.person === 7
          ? { ...one, father: 3, mother: 6 }
          : one,
    );
    expect(toldBy(3, recorded)).toEqual({
      1: 51,
      2: 52,
      3: 2,
      4: 77,
      5: 62,
      6: undefined,
      7: 20,
      8: 90,
    });
    expect(toldBy(7, recorded)).toEqual({
      1: 61,
      2: 62,
      3: 51,
      4: 90,
      5: 67,
      6: 52,
      7: 2,
      8: undefined,
    });
  });

  it("is the mother, the sister, the daughter-in-law", () => {
    expect(toldBy(5)).toMatchObject({ 1: 20, 2: 38, 3: 41, 4: 42, 8: 30 });
    expect(toldBy(8)).toMatchObject({ 1: 71, 2: 72, 3: 93, 4: 94, 5: 50 });
    expect(toldBy(6)).toMatchObject({ 1: 53, 2: undefined, 3: undefined, 8: undefined });
  });

  it("is a lodger, or nobody of the household", () => {
    const lodger = [...home, member(9, 99, 1, "1990-01-01")];
    expect(toldBy(9, lodger)).toMatchObject({ 1: 99, 2: undefined, 9: 2 });
    expect(toldBy(77)).toMatchObject({ 1: undefined, 2: undefined });
  });

  it("knows a stepchild and an adopted child from one's own", () => {
    const step = [member(1, 2, 2, "1970-01-01"), member(2, 27, 1, "2000-01-01")];
    expect(toldBy(2, step)).toEqual({ 1: 58, 2: 2 });
  });
});

describe("in any family", () => {
  const seeds = fc.integer({ min: 1, max: 2 ** 30 });
  const seated = (folk: Folk, head: number, pick: number): readonly Relative[] =>
    folk.people.map(({ id, sex, birthDate, mother, father }) => {
      const codes = relationCodes.filter((code) => code > 9 && holds(folk, code, head, id));
      const relation = id === head ? 2 : (codes[pick % Math.max(codes.length, 1)] ?? 97);
      return {
        person: id,
        relation,
        sex,
        birthDate,
        ...(pick % 2 === 0 ? { mother, father } : {}),
      };
    });

  it("nothing is suggested that is not so", () => {
    let certain = 0;
    fc.assert(
      fc.property(seeds, fc.nat(), fc.nat(), fc.nat(), (seed, a, b, pick) => {
        const folk = randomFolk(seed);
        const head = folk.people[a % folk.people.length]?.id ?? 0;
        const next = folk.people[b % folk.people.length]?.id ?? 0;
        for (const [person, code] of suggestRelations(seated(folk, head, pick), next)) {
          if (code === undefined || person === next) continue;
          certain += 1;
          const says = `${person} is ${code} to ${next}, seen from ${head}`;
          expect(holds(folk, code, next, person), says).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
    expect(certain).toBeGreaterThan(2000);
  });

  it("going back to the old head gives back what was known, or nothing", () => {
    fc.assert(
      fc.property(seeds, fc.nat(), fc.nat(), fc.nat(), (seed, a, b, pick) => {
        const folk = randomFolk(seed);
        const head = folk.people[a % folk.people.length]?.id ?? 0;
        const next = folk.people[b % folk.people.length]?.id ?? 0;
        const before = seated(folk, head, pick);
        const there = suggestRelations(before, next);
        const known = before
          .map((one) => ({ ...one, relation: there.get(one.person) ?? 0 }))
          .filter(({ relation }) => relation > 0);
        const back = suggestRelations(known, head);
        for (const { person, relation } of before) {
          const code = back.get(person);
          if (code === undefined) continue;
          const same = areCompatible(code, relation) || holds(folk, code, head, person);
          expect(same, `${person}: ${relation}, then ${code}`).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  });

  it("couples, parents and own children never stay open", () => {
    fc.assert(
      fc.property(seeds, fc.nat(), (seed, a) => {
        const folk = randomFolk(seed);
        const head = folk.people[a % folk.people.length]?.id ?? 0;
        const before = seated(folk, head, 0);
        for (const next of before) {
          const close = [10, 11, 12, 21, 22, 23, 31, 32, 33, 51, 52].includes(next.relation);
          if (close) expect(suggestRelations(before, next.person).get(head)).toBeDefined();
        }
      }),
      { numRuns: 200 },
    );
  });
});
