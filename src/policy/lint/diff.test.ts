import { describe, expect, it } from "vitest";
import {
  fact,
  filesOf,
  instrument,
  loadOrThrow,
  realRulebooks,
  rule,
  same,
} from "../testing/pack-files.ts";
import { isCaseFile } from "../rulebook/load.ts";
import { type DiffQuestion, diffPacks, type DiffSide, type PackDiff } from "./diff.ts";

const places = {
  path: "places.yaml",
  text: JSON.stringify({
    places: [
      { code: "650102", "zh-CN": "甲", en: "A", type: "district" },
      { code: "640101", "zh-CN": "乙", en: "B", type: "district" },
    ],
  }),
};
const basis = ["own-home", "tenancy"];
const family = {
  record: "family",
  label: same("family"),
  fields: {
    relation: { type: ["spouse"], label: same("relation"), values: { spouse: same("spouse") } },
  },
};
const facts = [
  fact("place.county", "division"),
  fact("home", "boolean"),
  fact("work", "boolean"),
  fact("basis", basis),
  fact("months", "number", { unit: "months", moves: "counter" }),
];
type Data = Parameters<typeof filesOf>[0];
const packOf = (rules: Data["rules"], more: Data = {}) =>
  loadOrThrow([...filesOf({ facts, records: [family], rules: rules ?? [], ...more }), places]);

function diff(a: DiffSide, b: DiffSide, question: DiffQuestion = {}): PackDiff {
  const found = diffPacks(a, b, question);
  if (!found.ok) throw new Error(found.problems[0]!.code);
  return found.value;
}
const between = (a: Data["rules"], b: Data["rules"]) =>
  diff({ pack: packOf(a) }, { pack: packOf(b) });
const person = (found: PackDiff) =>
  Object.fromEntries(found.differences[0]!.person.map((seen) => [seen.fact, seen.value.en]));
const parts = ({ rules }: PackDiff) =>
  rules.map(({ kind, rule: id, parts: of }) => [kind, id, ...of]);

const year = rule("year", { when: "home and months >= 12", papers: ["card"] });

describe("two packs", () => {
  it("the rulebook is equal to itself, everything compared", () => {
    const pack = loadOrThrow(realRulebooks().filter(({ path }) => !isCaseFile(path)));
    const found = diff({ pack }, { pack });
    expect(found).toMatchObject({
      equal: true,
      exact: true,
      differences: [],
      rules: [],
      facts: [],
    });
    expect(found.compared).toBeGreaterThan(50);
  });

  it("a term a month longer is told by the person a month short", () => {
    const found = between(
      [year],
      [rule("year", { when: "home and months >= 13", papers: ["card"] })],
    );
    expect(found).toMatchObject({ equal: false, exact: true });
    expect(found.differences).toMatchObject([
      { service: "settlement", law: "all", outcomes: ["granted", "refused"], noText: null },
      { law: "L", outcomes: ["granted", "refused"] },
    ]);
    expect(person(found)).toMatchObject({ home: "yes", months: "12 months" });
    expect(parts(found)).toEqual([["changed", "year", "condition"]]);
  });

  it("formulas written otherwise are equal, and named", () => {
    const found = between(
      [year],
      [rule("year", { when: "not (months < 12 or not home)", papers: ["card"] })],
    );
    expect(found).toMatchObject({ equal: true, differences: [] });
    expect(parts(found)).toEqual([["changed", "year", "condition"]]);
  });

  it.each([
    ["covers", { covers: ["spouse"] }],
    ["papers", { papers: [] }],
  ])("%s that differ are no equality, though nobody is told apart", (part, more) => {
    const found = between([year], [{ ...year, ...more }]);
    expect(found).toMatchObject({ equal: false, differences: [] });
    expect(parts(found)).toEqual([["changed", "year", part]]);
  });

  it("words alone make no difference", () => {
    const found = between([year], [{ ...year, plain: { "zh-CN": "另说", en: "put otherwise" } }]);
    expect(found.equal).toBe(true);
    expect(parts(found)).toEqual([["changed", "year", "words"]]);
  });

  it("a rule less is told by the one it granted", () => {
    const found = between([year, rule("worker", { when: "work" })], [year]);
    expect(found.differences[0]).toMatchObject({ outcomes: ["granted", "refused"] });
    expect(person(found)).toMatchObject({ work: "yes" });
    expect(parts(found)).toEqual([["removed", "worker"]]);
  });

  it("an enum's order is no difference, its meaning is", () => {
    const turned = facts.map((one) =>
      one["fact"] === "basis" ? fact("basis", [...basis, "other"].toReversed()) : one,
    );
    const owner = (when: string) => [rule("owner", { when })];
    const a = { pack: packOf(owner("basis = own-home")) };
    const alike = diff(a, { pack: packOf(owner("basis = own-home"), { facts: turned }) });
    expect(alike).toMatchObject({ differences: [], rules: [] });
    expect(alike.facts).toMatchObject([
      { kind: "changed", fact: "basis", parts: ["type", "words"] },
    ]);
    const other = diff(a, { pack: packOf(owner("basis = other"), { facts: turned }) });
    expect(person(other)).toHaveProperty("basis");
  });

  it("a fact of another type is not compared, and said", () => {
    const dated = facts.map((one) => (one["fact"] === "home" ? fact("home", "date") : one));
    const found = diff(
      { pack: packOf([year]) },
      { pack: packOf([rule("year", { when: "home <= on" })], { facts: dated }) },
    );
    expect(found).toMatchObject({ equal: false, exact: false, differences: [] });
    expect(found.skipped).toMatchObject([{ reason: "facts-differ", facts: ["home"] }, {}]);
  });

  it("asks only people of counties under those texts", () => {
    const chains = [
      { places: ["65"], instruments: ["L"] },
      { places: ["64"], instruments: ["U"] },
    ];
    const away = rule("away", { where: 'place.county = "640101"', when: "home" });
    const [a, b] = [[year, away], [year]].map((rules) => ({ pack: packOf(rules, { chains }) }));
    expect(diff(a!, b!)).toMatchObject({ equal: true, differences: [] });
    const here = rule("here", { where: 'place.county = "650102"', when: "work" });
    const found = diff({ pack: packOf([year, here], { chains }) }, b!);
    expect(person(found)).toMatchObject({ "place.county": "A", work: "yes" });
  });

  it("what only one side knows is no equality", () => {
    const more = { instruments: [instrument("U"), instrument("L"), instrument("N")] };
    expect(diff({ pack: packOf([year]) }, { pack: packOf([year], more) })).toMatchObject({
      equal: false,
      unmatched: [{ side: "second", kind: "text", id: "N" }],
    });
    const chains = ["65", "64"].map((code) => ({ places: [code], instruments: ["U", "L"] }));
    expect(diff({ pack: packOf([year], { chains }) }, { pack: packOf([year]) })).toMatchObject({
      equal: false,
      unmatched: [{ side: "first", kind: "place", id: "64" }],
    });
  });
});

describe("days", () => {
  const later = rule("later", { when: "work", "in-force": { from: "2020-01-01" } });
  const pack = packOf([year, later]);

  it("one pack on two days, asked on the later one", () => {
    const found = diff({ pack, on: "2014-10-27" }, { pack, on: "2020-01-01" });
    expect(found.differences[0]).toMatchObject({
      days: ["2020-01-01"],
      outcomes: ["refused", "granted"],
    });
    expect(parts(found)).toEqual([["added", "later"]]);
    expect(diff({ pack, on: "2014-10-27" }, { pack, on: "2019-12-31" })).toMatchObject({
      equal: true,
    });
    // A side without a day stands as it last changed.
    expect(diff({ pack, on: "2014-10-27" }, { pack })).toEqual(found);
  });

  it("without a day: each on which something begins or ends, the same one once", () => {
    const found = diff({ pack }, { pack: packOf([later]) });
    expect(found.differences[0]?.days).toEqual(["2014-10-27", "2020-01-01"]);
    expect(found.differences).toHaveLength(2);
  });

  it("a day without any text is said as such", () => {
    const found = diff({ pack, on: "2010-01-01" }, { pack, on: "2020-01-01" });
    expect(found.differences).toMatchObject([{ law: "all", outcomes: null, noText: "first" }]);
  });

  it.each([
    ["unknown-service", { service: "setlement" }],
    ["no-rulebook-for-place", { county: "110105" }],
    ["bad-date", { on: "2026-02-30" }],
  ])("refuses %s", (code, question) => {
    expect(diffPacks({ pack }, { pack }, question)).toMatchObject({
      ok: false,
      problems: [{ code }],
    });
  });
});
