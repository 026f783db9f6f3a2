import { describe, expect, it } from "vitest";
import { parseDay } from "../calendar/day.ts";
import { runCases } from "../rulebook/cases.ts";
import { countedGrounds } from "../rulebook/select.ts";
import { fact, filesOf, loadOrThrow, realRulebooks, rule } from "../testing/pack-files.ts";
import { rulesFor } from "../testing/properties.ts";
import { boundaryCases } from "./boundaries.ts";
import { compareRuleSets } from "./compare.ts";
import { independenceOf } from "./independence.ts";
import { dependenciesOn } from "./dependencies.ts";
import { lintPack } from "./lint.ts";

const on = parseDay("2026-05-01")!;
const places = {
  path: "places.yaml",
  text: JSON.stringify({ places: [{ code: "650102", "zh-CN": "甲", en: "A", type: "district" }] }),
};
const vocabulary = [
  fact("place.kind", ["town", "village"]),
  fact("home", "boolean"),
  fact("work", "boolean"),
  fact("graduated", "date"),
  fact("months", "number", { unit: "months", moves: "counter" }),
];
type Data = Parameters<typeof filesOf>[0];
const packOf = (data: Omit<Data, "facts">) =>
  loadOrThrow([...filesOf({ facts: vocabulary, ...data }), places]);
const everywhere = rule("anywhere", { clause: "A9", when: "months >= 1" });
const kinds = (data: Omit<Data, "facts">) =>
  lintPack(packOf(data)).map(({ kind, rules }) => `${kind}: ${rules.join(" ")}`);

describe("the linter", () => {
  it("is silent where nothing is wrong", () => {
    expect(kinds({ rules: [everywhere] })).toEqual([]);
  });

  it("finds a rule nobody can meet", () => {
    expect(
      kinds({ rules: [everywhere, rule("never", { when: "months >= 12 and months < 6" })] }),
    ).toEqual(["unreachable: never"]);
  });

  it("finds a condition that makes no difference", () => {
    expect(kinds({ rules: [rule("one", { when: "months >= 12 and months >= 6" })] })).toEqual([
      "needless-condition: one",
    ]);
  });

  it("finds a ground that another covers", () => {
    expect(kinds({ rules: [everywhere, rule("narrow", { when: "months >= 12" })] })).toEqual([
      "overlap: narrow anywhere",
    ]);
  });

  it("finds a kind of place without any ground", () => {
    expect(kinds({ rules: [rule("towns", { where: "place.kind = town", when: "home" })] })).toEqual(
      ["gap: "],
    );
  });

  it("finds where a day more takes a right away, and not where it brings one", () => {
    expect(kinds({ rules: [rule("student", { when: "on < graduated + 2 years" })] })).toEqual([
      "cliff: student",
    ]);
    expect(kinds({ rules: [rule("short", { when: "months < 6" })] })).toEqual(["cliff: short"]);
    expect(kinds({ rules: [rule("old", { when: "graduated + 2 years <= on" })] })).toEqual([]);
  });

  it("finds a local text stricter than the one above, with the person it turns away", () => {
    const findings = lintPack(
      packOf({
        rules: [rule("local", { clause: "L1", when: "home and work" })],
        upper: [rule("above", { clause: "U1", when: "home" })],
      }),
    );
    expect(findings.map(({ kind, clauses, instrument }) => [kind, clauses, instrument])).toEqual([
      ["stricter-than-above", ["U1", "L1"], "L"],
    ]);
    expect(
      Object.fromEntries(findings[0]!.person.map(({ fact: name, value }) => [name, value.en])),
    ).toEqual({ home: "yes", work: "no" });
  });

  it("finds clauses that answer the same facts differently", () => {
    const rules = [
      rule("operative", { clause: "D2.1", where: "place.kind = town", when: "home" }),
      rule("aim", { clause: "D1.3", when: "home or work", gives: "refer" }),
    ];
    expect(kinds({ rules })).toEqual(["clauses-conflict: operative aim"]);
  });

  it("finds by itself that D1.3 and D2.1 conflict, and that the region is stricter than national texts", () => {
    const findings = lintPack(loadOrThrow(realRulebooks()));
    const clauses = findings
      .filter(({ kind }) => kind === "clauses-conflict")
      .map((finding) => finding.clauses.join("/"));
    expect(clauses).toContain("D2.1/D1.3");
    expect(
      findings.some(({ kind, instrument }) => kind === "stricter-than-above" && instrument === "R"),
    ).toBe(true);
  });
});

describe("two versions", () => {
  const version = (months: number) =>
    packOf({ rules: [rule("tenant", { when: `home and months >= ${months}` })] });
  const facts = new Map(version(12).vocabulary.facts.map((one) => [one.name, one]));
  const rules = (months: number) =>
    countedGrounds(rulesFor(version(months), { county: "650102", on }));

  it("are equal, or told apart by the smallest person", () => {
    expect(compareRuleSets(rules(12), rules(12), on, facts)).toEqual({ equal: true, exact: true });
    expect(compareRuleSets(rules(12), rules(24), on, facts)).toMatchObject({
      equal: false,
      outcomes: ["granted", "refused"],
      person: { months_lo: 23, home: 2 },
    });
  });

  it("do not depend on a fact, or two people show that they do", () => {
    const told = rulesFor(
      packOf({ rules: [rule("one", { when: "home and (work or not work)" })] }),
      { county: "650102", on },
    );
    expect(independenceOf(facts.get("work")!, told, on, facts)).toEqual({
      independent: true,
      exact: true,
    });
    expect(independenceOf(facts.get("home")!, told, on, facts)).toMatchObject({
      independent: false,
      people: [{ home: 0 }, { home: 2 }],
      outcomes: ["refused", "granted"],
    });
  });
});

describe("dependence on a fact", () => {
  it("is told with two people in words, service by service, and not where there is none", () => {
    const real = loadOrThrow(realRulebooks());
    const land = real.vocabulary.facts.find(({ name }) => name === "land.contracted")!;
    const found = dependenciesOn(real, land).map(
      ({ service, instrument }) => `${service} ${instrument}`,
    );
    expect(found).toContain("settlement R");
    expect(found).not.toContain("settlement D");
    const words = dependenciesOn(real, land).map(({ message }) => message.en);
    expect(words.every((text) => !/[{}]/.test(text))).toBe(true);
  });
});

describe("boundary cases", () => {
  it("stand on both sides of every threshold and pass", () => {
    const pack = packOf({
      chains: [{ places: ["65"], instruments: ["L"] }],
      rules: [rule("tenant", { clause: "R5", when: "home and months >= 12" })],
    });
    const text = boundaryCases(pack, "settlement", "L", on)!;
    expect(text).toContain("months: 12");
    expect(runCases(pack, [{ path: "cases/boundaries.yaml", text }])).toEqual({
      passed: 2,
      failures: [],
    });
  });
});
