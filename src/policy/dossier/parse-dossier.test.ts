import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fill } from "../problem/problem.ts";
import { locales } from "../text.ts";
import { dossierMessages } from "./messages.ts";
import { parseDossier } from "./parse-dossier.ts";
import { smallPack, wholeDossier, wholeParsed } from "./small-pack.fixture.ts";

const base = { on: "2026-05-01", place: { county: "650202" } };
const problemsOf = (input: unknown) => {
  const result = parseDossier(smallPack, input);
  return result.ok ? [] : result.problems;
};
const records = (value: unknown) => ({ ...base, records: value });
const facts = (value: unknown) => ({ ...base, facts: value });
const residence = (more: object) =>
  records({ residences: [{ at: "650202", from: "2020-01-01", ...more }] });

type Row = readonly [code: string, path: string, input: unknown, suggestion?: string];

const rows: readonly Row[] = [
  ["wrong-type", "", "text"],
  ["wrong-type", "", null],
  ["wrong-type", "", []],
  ["missing-field", "on", { place: base.place }],
  ["missing-field", "place", { on: base.on }],
  ["missing-field", "place.county", { ...base, place: {} }],
  ["unknown-field", "recrods", { ...base, recrods: {} }, "records"],
  [
    "unknown-field",
    "place.country",
    { ...base, place: { county: "650202", country: "x" } },
    "county",
  ],
  ["unknown-field", "person.nam", { ...base, person: { nam: "x" } }, "name"],
  ["unknown-field", "records.residences[0].form", residence({ form: "2020-01-01" }), "from"],
  [
    "unknown-field",
    "facts.insurance.months.sourse",
    facts({ "insurance.months": { value: 1, sourse: "self" } }),
    "source",
  ],
  ["unknown-service", "service", { ...base, service: "setlement" }, "settlement"],
  ["bad-date", "on", { ...base, on: "2026-02-30" }],
  ["bad-date", "on", { ...base, on: "2026/5/1" }, "2026-05-01"],
  ["bad-date", "on", { ...base, on: "2026年5月1日" }, "2026-05-01"],
  ["bad-date", "on", { ...base, on: 20260501 }, "2026-05-01"],
  ["bad-date", "on", { ...base, on: new Date(0) }],
  ["bad-date", "records.residences[0].from", residence({ from: "2020-13-01" })],
  ["bad-date", "records.residences[0].stated", residence({ stated: "yesterday" })],
  ["bad-date", "facts.residence.since", facts({ "residence.since": true })],
  ["bad-month", "records.insurances[0].from", records({ insurances: [{ from: "2025-13" }] })],
  [
    "bad-month",
    "records.insurances[0].from",
    records({ insurances: [{ from: "2025-05-01" }] }),
    "2025-05",
  ],
  ["bad-id-number", "person.id", { ...base, person: { id: "110105491231002" } }],
  ["bad-id-number-day", "person.id", { ...base, person: { id: "11010519490230002X" } }],
  ["bad-id-number-check", "person.id", { ...base, person: { id: "110105194912310021" } }],
  ["wrong-type", "person.id", { ...base, person: { id: 11010519491231 } }],
  [
    "bad-id-number-born",
    "person.id",
    { ...base, person: { id: "11010519491231002X", born: "1949-12-30" } },
  ],
  ["born-later", "person.born", { ...base, person: { born: "2026-05-02" } }],
  ["born-later", "person.id", { ...base, on: "1940-01-01", person: { id: "11010519491231002X" } }],
  ["unknown-record-kind", "records.residence", records({ residence: [] }), "residences"],
  ["unknown-record-kind", "complete[0]", { ...base, complete: ["familly"] }, "family"],
  ["wrong-type", "records.family", records({ family: {} })],
  ["wrong-type", "records.family[0]", records({ family: ["x"] })],
  ["wrong-type", "complete", { ...base, complete: "family" }],
  ["wrong-type", "complete[0]", { ...base, complete: [1] }],
  ["missing-field", "records.residences[0].at", records({ residences: [{ from: "2020-01-01" }] })],
  [
    "missing-field",
    "facts.insurance.months.value",
    facts({ "insurance.months": { source: "self" } }),
  ],
  ["unknown-fact", "facts.work.lawfull", facts({ "work.lawfull": true }), "work.lawful"],
  ["unknown-fact", "unsure[0]", { ...base, unsure: ["work.lawfull"] }, "work.lawful"],
  ["not-askable", "facts.place.prefecture", facts({ "place.prefecture": "6502" })],
  ["belongs-in-place", "facts.place.kind", facts({ "place.kind": "city" })],
  ["bad-enum", "records.residences[0].basis", residence({ basis: "tenancies" }), "tenancy"],
  ["bad-enum", "place.kind", { ...base, place: { county: "650202", kind: "citty" } }, "city"],
  ["wrong-type", "facts.work.lawful", facts({ "work.lawful": "yes" }), "true"],
  ["wrong-type", "facts.insurance.months", facts({ "insurance.months": "14" }), "14"],
  ["wrong-type", "facts.insurance.months", facts({ "insurance.months": NaN })],
  ["number-out-of-range", "facts.insurance.months", facts({ "insurance.months": -1 })],
  ["bad-code", "facts.insurance.prefecture", facts({ "insurance.prefecture": "650202" })],
  ["unknown-place", "place.county", { ...base, place: { county: "65020" } }, "650200"],
  ["unknown-place", "place.county", { ...base, place: { county: "喀什市" } }, "653101"],
  ["unknown-place", "place.county", { ...base, place: { county: "650203" } }, "650202"],
  ["unknown-place", "records.residences[0].at", residence({ at: "650220" }), "650202"],
  ["bad-code", "records.residences[0].at", residence({ at: "6502", to: "2021-01-01" })],
  ["not-a-county", "place.county", { ...base, place: { county: "650200" } }],
  [
    "kind-does-not-fit-place",
    "place.kind",
    { ...base, place: { county: "652323", kind: "county-city" } },
  ],
  [
    "kind-does-not-fit-place",
    "place.kind",
    { ...base, place: { county: "653101", kind: "county-seat" } },
  ],
  [
    "unknown-source",
    "records.residences[0].source",
    residence({ source: "public-securty" }),
    "public-security",
  ],
  [
    "unsure-but-stated",
    "unsure[0]",
    { ...facts({ "work.lawful": true }), unsure: ["work.lawful"] },
  ],
  ["spell-ends-before-it-starts", "records.residences[0].to", residence({ to: "2019-12-31" })],
  [
    "spell-ends-before-it-starts",
    "records.insurances[0].to",
    records({ insurances: [{ from: "2025-05", to: "2025-04" }] }),
  ],
  [
    "overlapping-spells",
    "records.residences[0]",
    records({
      residences: [
        { at: "650202", from: "2021-01-01", to: "2021-12-31" },
        { at: "650202", from: "2020-01-01", to: "2021-01-02" },
      ],
    }),
  ],
  [
    "overlapping-spells",
    "records.insurances[1]",
    records({
      insurances: [
        { from: "2025-01", scheme: "a" },
        { from: "2025-06", to: "2025-07", scheme: "a" },
      ],
    }),
  ],
  [
    "overlapping-spells",
    "records.insurances[1]",
    records({
      insurances: [
        { from: "2025-01", to: "2025-03", scheme: "a" },
        { from: "2025-03", to: "2025-05", scheme: "a" },
      ],
    }),
  ],
  ["text-too-long", "person.name", { ...base, person: { name: "x".repeat(201) } }],
  ["control-characters", "person.name", { ...base, person: { name: "a\u001b[2J" } }],
  ["control-characters", "place.name", { ...base, place: { county: "650202", name: "a\u202eb" } }],
  ["too-many-records", "records", records({ family: Array.from({ length: 5001 }, () => ({})) })],
];

describe("parseDossier", () => {
  it("takes a dossier that uses every part", () => {
    const result = parseDossier(smallPack, wholeDossier);
    expect(result).toEqual({ ok: true, value: wholeParsed });
  });

  it("takes codes without quotes, an ID number with a small x, and empty fields as absent", () => {
    const result = parseDossier(smallPack, {
      on: "2026-05-01",
      place: { county: 650202, kind: null },
      person: { id: "11010519491231002x" },
      records: { residences: [{ at: 653101, from: "2020-01-01", to: null }], family: null },
      facts: { "work.lawful": null },
    });
    expect(result).toEqual({
      ok: true,
      value: {
        on: "2026-05-01",
        place: { county: "650202" },
        person: { id: "11010519491231002X" },
        complete: [],
        unsure: [],
        records: { residences: [{ at: "653101", from: "2020-01-01" }], family: [] },
        facts: {},
      },
    });
  });

  it("takes spells that touch, spells elsewhere, a place no chain governs, and an old code of a spell that is over", () => {
    const dossier = {
      ...base,
      place: { county: "110105" },
      records: {
        residences: [
          { at: "650202", from: "2020-01-01", to: "2020-06-30" },
          { at: "650202", from: "2020-06-30", to: "2020-12-31" },
          { at: "653101", from: "2020-06-30" },
          { at: "652101", from: "2010-01-01", to: "2014-01-01" },
        ],
        insurances: [
          { from: "2025-01", to: "2025-03", scheme: "a" },
          { from: "2025-04", scheme: "a" },
          { from: "2025-04", scheme: "b" },
          { from: "2025-01" },
        ],
      },
    };
    expect(problemsOf(dossier)).toEqual([]);
  });

  it.each(rows)("%s at %s", (code, path, input, suggestion) => {
    const problems = problemsOf(input);
    expect(problems.map((problem) => [problem.code, problem.at.path])).toEqual([[code, path]]);
    expect(problems[0]?.suggestion).toBe(suggestion);
  });

  it("names both overlapping records", () => {
    const dossier = records({
      residences: [
        { at: "650202", from: "2020-01-01" },
        { at: "650202", from: "2021-01-01" },
      ],
    });
    expect(problemsOf(dossier)[0]).toMatchObject({
      at: { path: "records.residences[1]" },
      params: { other: "records.residences[0]", field: "at" },
    });
  });

  it("finds a spell within a longer one, past a short one in between", () => {
    const dossier = records({
      residences: [
        { at: "650202", from: "2020-01-01", to: "2024-01-01" },
        { at: "650202", from: "2021-01-01", to: "2021-02-01" },
        { at: "650202", from: "2022-01-01", to: "2022-02-01" },
      ],
    });
    expect(problemsOf(dossier).map(({ at, params }) => [at.path, params["other"]])).toEqual([
      ["records.residences[1]", "records.residences[0]"],
      ["records.residences[2]", "records.residences[0]"],
    ]);
  });

  it("collects every problem, shows 20 and counts the rest", () => {
    expect(problemsOf({ on: "x", place: { county: "y" }, complete: ["z"] })).toHaveLength(3);
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`no-such.fact-${index}`, 1]),
    );
    const problems = problemsOf(facts(many));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toMatchObject({ code: "more-problems", params: { count: 10 } });
  });

  it("is not hurt by keys that objects inherit", () => {
    const hostile: unknown = JSON.parse(
      '{"on":"2026-05-01","place":{"county":"650202"},"__proto__":{"on":1},"records":{"__proto__":[],"constructor":[]},' +
        '"facts":{"__proto__":true,"toString":1},"person":{"__proto__":{"name":1}}}',
    );
    expect(problemsOf(hostile).map((problem) => problem.code)).toEqual([
      "unknown-field",
      "unknown-field",
      "unknown-record-kind",
      "unknown-record-kind",
      "unknown-fact",
      "unknown-fact",
    ]);
    expect(problemsOf(Object.create(base))).toMatchObject([
      { code: "missing-field" },
      { code: "missing-field" },
    ]);
  });

  it("shows nothing that could steer a terminal, and nothing long", () => {
    const problems = problemsOf(facts({ [`\u001b[2J${"x".repeat(500)}`]: true }));
    const text = problems.map(({ at, params }) => `${at.path} ${params["fact"]}`).join();
    expect(text.length).toBeLessThan(100);
    expect(text).not.toContain("\u001b");
  });
});

describe("dossier messages", () => {
  const seen = rows.flatMap(([, , input]) => problemsOf(input));

  it.each(locales)("say every problem in %s without holes", (locale) => {
    for (const problem of seen) {
      const template = dossierMessages[problem.code]?.[locale];
      expect(template, problem.code).toBeDefined();
      expect(fill(template ?? "", problem.params)).not.toMatch(/\{\w+\}/);
    }
  });

  it("are all used", () => {
    const ofText = new Set([
      "alias-not-allowed",
      "bad-yaml",
      "dossier-too-large",
      "duplicate-key",
      "empty-dossier",
      "not-text",
      "several-documents",
      "more-problems",
    ]);
    const used = new Set(seen.map((problem) => problem.code));
    expect(
      Object.keys(dossierMessages).filter((code) => !used.has(code) && !ofText.has(code)),
    ).toEqual([]);
  });
});

describe("fuzz", () => {
  const settled = (input: unknown) => {
    const result = parseDossier(smallPack, input);
    if (result.ok) expect(parseDossier(smallPack, result.value)).toEqual(result);
    else {
      expect(result.problems.length).toBeGreaterThan(0);
      for (const problem of result.problems) {
        const message = fill(dossierMessages[problem.code]?.["zh-CN"] ?? "{hole}", problem.params);
        expect(message).not.toMatch(/\{hole\}/);
      }
    }
  };

  it("any JSON gives a dossier or problems", () => {
    fc.assert(fc.property(fc.jsonValue(), settled), { numRuns: 500 });
  });

  it("a dossier with one part replaced by anything gives a dossier or problems", () => {
    const paths = everyPath(wholeDossier);
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.oneof(fc.anything(), fc.constantFrom<unknown>("2026-02-29", -0, "", 650202, {}, [[]])),
        (path, value) => {
          settled(replaced(wholeDossier, path, value));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function everyPath(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) => everyPath(inner, [...path, key])),
  ];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item: unknown, index) =>
      String(index) === key ? replaced(item, rest, by) : item,
    );
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: replaced(fields[key], rest, by) };
}
