import { describe, expect, it } from "vitest";
import { describeProblem } from "../problem/describe.ts";
import type { Problem } from "../problem/problem.ts";
import { type PackFile, loadPack } from "../rulebook/load.ts";
import { locales } from "../text.ts";
import { fact, filesOf, rule } from "../testing/pack-files.ts";

const family = {
  record: "family",
  label: { "zh-CN": "家人", en: "family" },
  fields: {
    relation: {
      type: ["spouse", "child"],
      required: true,
      label: { "zh-CN": "关系", en: "relation" },
    },
    "co-residing": { type: "boolean", label: { "zh-CN": "同住", en: "together" } },
    born: { type: "date", label: { "zh-CN": "生日", en: "born" } },
    name: { type: "text", label: { "zh-CN": "姓名", en: "name" } },
  },
};
const spell = (name: string, type: string) => ({
  record: name,
  label: { "zh-CN": name, en: name },
  spell: true,
  fields: {
    from: { type, required: true, label: { "zh-CN": "从", en: "from" } },
    to: { type, label: { "zh-CN": "到", en: "to" } },
  },
});
const facts = [
  fact("lawful", "boolean"),
  fact("home.own", "boolean"),
  fact("place.kind", ["county-city", "county-seat", "town"]),
  fact("work.kind", ["farm", "town"]),
  fact("place.county", "division"),
  fact("place.prefecture", "prefecture"),
  fact("residence.since", "date"),
  fact("insurance.months", "number", { unit: "months" }),
  fact("age", "number", { unit: "years" }),
  fact("away", "number", { unit: "days" }),
  fact("members", "number", { unit: "people" }),
];
const records = [family, spell("residences", "date"), spell("insurances", "month")];
const parameters = [
  {
    parameter: "controlled-cities",
    type: "list of prefecture",
    value: ["6501"],
    clause: "C",
    "in-force": { from: "2014-10-27" },
  },
];

/** The rule file is YAML with the formula on line 9, after `    when: `. */
function withFormula(formula: string): readonly PackFile[] {
  const text = [
    "instrument: L",
    "service: settlement",
    "rules:",
    "  - rule: r",
    "    clause: C1",
    "    title: {zh-CN: r, en: r}",
    "    plain: {zh-CN: r, en: r}",
    "    in-force: {from: 2014-10-27}",
    `    when: ${formula}`,
  ].join("\n");
  return [...filesOf({ facts, records, parameters }), { path: "lower/more.yaml", text }];
}
const column = "    when: ".length + 1;

function onlyProblem(files: readonly PackFile[]): Problem {
  const loaded = loadPack(files);
  if (loaded.ok) throw new Error("it loads");
  expect(loaded.problems.map(({ code }) => code)).toHaveLength(1);
  return loaded.problems[0]!;
}

function hasWords(problem: Problem): void {
  for (const locale of locales) {
    const words = describeProblem(problem, locale);
    expect(words).not.toMatch(/\{\w+\}/);
    expect(words).not.toContain(`: ${problem.code}`);
    expect(words).not.toMatch(/undefined|\[object/);
  }
}

/** `«` marks where the mistake is. */
type Row = readonly [code: string, formula: string, suggestion?: string | undefined];
const mistakes: readonly Row[] = [
  ["unknown-name", "lawful and «residence.sinc >= on", "residence.since"],
  ["unknown-name", "lawful and «lawfull", "lawful"],
  ["unknown-name", "lawful and «xyzzy.plugh"],
  ["unknown-name", "lawful or «twon", "town"],
  ["unknown-name", "«a-town = 1"],
  ["unknown-enum-value", "lawful and place.kind = «twon", "town"],
  ["unknown-enum-value", "place.kind in [town, «farm]"],
  ["unknown-enum-value", "place.kind in (town, «county-ciyt)", "county-city"],
  ["unknown-enum-value", 'place.kind = «"Town"', "town"],
  ["unit-clash", "lawful and «insurance.months >= 30 days"],
  ["unit-clash", "«members >= 1 year"],
  ["unit-clash", "lawful and «on + 3 people >= residence.since"],
  ["unit-clash", "«on - 1 >= residence.since"],
  ["unit-clash", "(«insurance.months + away) > 3"],
  ["unit-clash", "(«age * insurance.months) > 3"],
  ["unit-clash", "(«12 / age) > 3"],
  ["unit-clash", "«(age + insurance.months) > 3"],
  ["unit-clash", "«max(age, away) > 3"],
  ["unit-clash", "(if lawful then age else «away) > 3 years"],
  ["unknown-unit", "insurance.months >= «1 yeer", "year"],
  ["unknown-unit", "insurance.months >= «1 parsec"],
  ["wrong-type", "lawful and «insurance.months"],
  ["wrong-type", "not(«age)"],
  ["wrong-type", "«age = lawful"],
  ["wrong-type", "«residence.since = 2024"],
  ["wrong-type", "«place.kind = work.kind"],
  ["wrong-type", "«place.county = place.prefecture"],
  ["wrong-type", "years-between(«age, on) > 1"],
  ["wrong-type", "floor(«on) > 1"],
  ["wrong-type", '«prefecture(place.prefecture) = "6501"'],
  ["wrong-type", 'lawful = «"yes"'],
  ["wrong-type", "-«lawful"],
  ["wrong-type", "(if lawful then place.kind else «work.kind) = town"],
  ["wrong-type", "(if lawful then 1 else «on) = 1"],
  ["wrong-type", "some x in «lawful satisfies x"],
  ["wrong-type", "count(«age) > 1"],
  ["not-ordered", "lawful and «place.kind < town"],
  ["not-ordered", "«lawful > home.own"],
  ["not-ordered", 'place.county in «["650101".."650199"]'],
  ["bad-code", 'place.county = «"6501"'],
  ["bad-code", "place.county = «urumqi"],
  ["bad-code", 'place.prefecture in ["6501", «"650100"]'],
  ["months-not-constant", "«on - insurance.months >= residence.since"],
  ["months-not-constant", "«on - 0.1 years >= residence.since"],
  ["days-not-whole", "«on - 1.5 days >= residence.since"],
  ["not-constant", "(«year(on) * year(residence.since)) > 1"],
  ["not-constant", "(«1 / year(on)) > 1"],
  ["not-constant", "date(«year(on), 1, 1) > on"],
  ["division-by-zero", "(«age / 0) > 1"],
  ["bad-arithmetic", "(«on + residence.since) > on"],
  ["bad-arithmetic", "(«lawful + 1) > 2"],
  ["bad-arithmetic", "(«on * 2) > on"],
  ["wrong-arity", "«years-between(on) > 1"],
  ["wrong-arity", "«floor() > 1"],
  ["wrong-arity", "«date(2024, 1) > on"],
  ["unknown-function", "«year-between(on, on) > 1", "years-between"],
  ["unknown-function", "«constructor(on) > 1"],
  ["unknown-function", "«now() > on"],
  ["compares-list", "«age = [1, 2]"],
  ["compares-list", "«controlled-cities = place.prefecture"],
  ["name-taken", "«some lawful in [1] satisfies true"],
  ["name-taken", "«some on in [1] satisfies true"],
  ["records-in-rule", "lawful and count(«residences) > 1"],
  ["records-in-rule", "some m in «family satisfies m.co-residing"],
  ["bad-date-literal", "on >= «2026-02-30"],
  ["bad-date-literal", "on >= «date(2023, 2, 29)"],
  ["bad-date-literal", "on >= «date(0, 1, 1)"],
  ["unclosed-string", 'place.county = «"650101'],
  ["unexpected-character", "age «≥ 3"],
  ["unexpected-token", "lawful and«"],
  ["unexpected-token", "age =«> 3"],
];

const named = <T>([code, what, suggestion]: readonly [string, T, (string | undefined)?]) => ({
  code,
  what,
  suggestion,
});

describe("mistakes in a rule's formula", () => {
  it.each(mistakes.map(named))("$code: $what", ({ code, what: marked, suggestion }) => {
    const offset = marked.indexOf("«");
    const problem = onlyProblem(withFormula(marked.replace("«", "")));
    expect(problem).toMatchObject({
      code,
      at: { file: "lower/more.yaml", line: 9, column: column + offset },
    });
    expect(problem.suggestion).toBe(suggestion);
    hasWords(problem);
  });

  it("show the formula's text that is meant", () => {
    const problem = onlyProblem(withFormula("lawful and place.kind = twon"));
    expect(problem.params).toMatchObject({
      value: "twon",
      values: "county-city, county-seat, town",
      formula: "twon",
    });
    expect(describeProblem(problem, "en")).toBe(
      "lower/more.yaml:9:35: there is no value twon; choose one of: county-city, county-seat, town (did you mean town?)",
    );
  });

  it("are found where a formula stands on several lines, in quotes or in a block", () => {
    const place = (formula: string) => onlyProblem(withFormula(formula)).at;
    expect(place("lawful\n      and residence.sinc >= on")).toMatchObject({ line: 10, column: 11 });
    expect(place('"lawful and residence.sinc >= on"')).toMatchObject({
      line: 9,
      column: column + 12,
    });
    expect(place("'lawful and  residence.sinc >= on'")).toMatchObject({
      line: 9,
      column: column + 13,
    });
    expect(place(">-\n      lawful and\n      residence.sinc >= on")).toMatchObject({
      line: 11,
      column: 7,
    });
    expect(place("|\n      lawful\n      and residence.sinc >= on\n")).toMatchObject({
      line: 11,
      column: 11,
    });
  });

  it("do not hang on quantifiers inside quantifiers", () => {
    const list = "[1, 2, 3, 4, 5, 6, 7, 8, 9]";
    const nested = Array.from({ length: 12 }, (_, n) => `some v${n} in ${list} satisfies `).join(
      "",
    );
    const before = performance.now();
    const problem = onlyProblem(withFormula(`${nested} age > v0`));
    expect(problem.code).toBe("formula-too-large");
    hasWords(problem);
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it("are none in what the language allows", () => {
    for (const formula of [
      "age >= 18 and age < 60 years",
      "place.county in ['650101', \"650102\"]".replaceAll("'", '"'),
      "prefecture(place.county) in controlled-cities",
      "place.kind in (town, [county-seat])",
      "town = place.kind",
      "(if lawful then age else insurance.months) > 3 years",
      "some city in controlled-cities satisfies city = place.prefecture",
      "some k in [town, county-seat] satisfies place.kind = k",
      "residence.since in ]2020-01-01..on[",
      "on - 1 week >= residence.since and on - away <= residence.since",
      "on - residence.since >= 365 days",
      "age in [1 year..200 months]",
    ])
      expect([formula, loadPack(withFormula(formula)).ok]).toEqual([formula, true]);
  });
});

describe("what covers is about", () => {
  const withCover = (condition: string): readonly PackFile[] => [
    ...filesOf({ facts, records, parameters }),
    {
      path: "lower/more.yaml",
      text: `instrument: L
service: settlement
rules:
  - rule: r
    clause: C1
    title: {zh-CN: r, en: r}
    plain: {zh-CN: r, en: r}
    in-force: {from: 2014-10-27}
    covers:
      - {relation: spouse, if: ${condition}}
`,
    },
  ];
  it.each(
    (
      [
        ["unknown-name", "born <= on and «lawful"],
        ["unknown-name", "co-residing and «co-residin", "co-residing"],
        ["unknown-enum-value", "relation = «spous", "spouse"],
        ["text-in-rule", "co-residing and «name = born"],
        ["records-in-rule", "count(«family) > 1"],
      ] as readonly Row[]
    ).map(named),
  )("$code: $what", ({ code, what: marked, suggestion }) => {
    const problem = onlyProblem(withCover(marked.replace("«", "")));
    expect(problem).toMatchObject({
      code,
      at: { line: 10, column: "      - {relation: spouse, if: ".length + 1 + marked.indexOf("«") },
    });
    expect(problem.suggestion).toBe(suggestion);
    hasWords(problem);
  });
  it("reads the fields by their names", () => {
    expect(loadPack(withCover("co-residing and born + 18 years > on")).ok).toBe(true);
    expect(loadPack(withCover("item.co-residing")).ok).toBe(false);
  });
});

describe("mistakes in the vocabulary", () => {
  const derived = (derive: string, more: object = { type: "boolean" }) =>
    filesOf({ records, parameters, facts: [...facts, fact("x", "boolean", { derive, ...more })] });
  const formula = (says: string, type: unknown = "boolean", more: object = {}) =>
    filesOf({
      records,
      parameters,
      facts: [...facts, fact("x", type, { formula: says, ...more })],
    });
  const table = (hit: string, rows: readonly object[], type: unknown = "boolean") =>
    filesOf({ records, parameters, facts: [...facts, fact("x", type, { table: { hit, rows } })] });

  type FilesRow = readonly [code: string, files: readonly PackFile[], suggestion?: string];
  it.each(
    (
      [
        ["unknown-field", derived("some r in residences satisfies r.form = on"), "from"],
        ["unknown-field", derived("some r in residences[item.bais = on] satisfies true")],
        ["unknown-field", derived("earliest(residences, form) <= on"), "from"],
        ["unknown-field", derived("latest(family, relation) <= on")],
        ["text-in-rule", derived('some m in family satisfies m.name = "x"')],
        ["not-spells", derived("unbroken-since(family, on) <= on")],
        ["wrong-type", derived("unbroken-since(insurances, on) <= on")],
        ["wrong-type", derived("months-covered(insurances, 3) > 1")],
        ["wrong-type", derived("months-covered(insurances, on)")],
        ["unit-clash", derived("months-covered(insurances, on) > 3 days")],
        ["records-in-rule", formula("count(family) > 1")],
        ["wrong-type", formula("age")],
        ["wrong-type", formula("lawful", "date")],
        ["wrong-type", formula("work.kind", ["county-city", "county-seat", "town"])],
        ["wrong-type", formula("on", "number", { unit: "days" })],
        ["unit-clash", formula("age", "number", { unit: "days" })],
        ["unknown-enum-value", formula("twon", ["county-city", "town"]), "town"],
        ["bad-code", formula('"65"', "division")],
        [
          "two-formulas",
          filesOf({ facts: [fact("x", "boolean", { formula: "true", derive: "true" })] }),
        ],
        [
          "table-has-gap",
          table("unique", [
            { when: "age < 18", then: "true" },
            { when: "age > 18", then: "false" },
          ]),
        ],
        ["table-has-gap", table("first", [{ when: "place.kind in [town]", then: "true" }])],
        [
          "table-has-gap",
          table("first", [
            { when: "age <= 1", then: "true" },
            { when: "age >= 1.5", then: "true" },
          ]),
        ],
        ["table-has-gap", table("first", [{ when: "on >= 2020-01-01", then: "true" }])],
        [
          "table-has-gap",
          table("first", [
            { when: "month(on) <= 6", then: "true" },
            { when: "month(on) >= 8", then: "true" },
          ]),
        ],
        [
          "table-has-gap",
          table("first", [
            { when: 'prefecture(place.county) != "6501"', then: "true" },
            { when: 'place.county = "650101"', then: "true" },
          ]),
        ],
        [
          "table-has-gap",
          table("first", [
            { when: "residence.since < start-of-year(on)", then: "true" },
            { when: "residence.since >= on", then: "true" },
          ]),
        ],
        [
          "table-overlaps",
          table("unique", [
            { when: "age <= 18", then: "true" },
            { when: "age >= 18", then: "false" },
          ]),
        ],
        [
          "table-overlaps",
          table("unique", [
            { when: "lawful", then: "true" },
            { when: "home.own", then: "true" },
            { when: "not(lawful) and not(home.own)", then: "false" },
          ]),
        ],
        ["wrong-type", table("unique", [{ when: "age", then: "true" }])],
        ["wrong-type", table("unique", [{ when: "true", then: "3" }])],
        ["names-collide", filesOf({ facts: [fact("a.b", "boolean"), fact("a--b", "boolean")] })],
        ["names-collide", filesOf({ facts: [fact("a", "number"), fact("a-lo", "boolean")] })],
        ["reserved-name", filesOf({ facts: [fact("on", "boolean")] })],
        ["reserved-name", filesOf({ facts: [fact("and", "boolean")] })],
        ["declared-twice", filesOf({ facts: [fact("a", "boolean"), fact("a", "date")] })],
        ["declared-twice", filesOf({ facts: [fact("a", ["x", "x"])] })],
        ["unknown-topic", filesOf({ facts: [fact("a", "boolean", { topic: "al" })] }), "all"],
        [
          "unknown-paper",
          filesOf({ facts: [fact("a", "boolean", { "proved-by": ["crad"] })] }),
          "card",
        ],
        [
          "unknown-department",
          filesOf({
            vocabulary: {
              departments: [{ department: "policy", label: { "zh-CN": "x", en: "x" } }],
            },
          }),
          "policy",
        ],
        [
          "unknown-enum-value",
          filesOf({
            facts: [
              fact("a", ["own", "let"], { values: { "own-home": { "zh-CN": "x", en: "x" } } }),
            ],
          }),
        ],
        ["bad-spell", filesOf({ records: [{ ...family, spell: true }] })],
        [
          "unknown-field",
          filesOf({ records: [{ ...spell("s", "date"), distinct: "form" }] }),
          "from",
        ],
      ] as readonly FilesRow[]
    ).map(named),
  )("$code", ({ code, what: files, suggestion }) => {
    const problem = onlyProblem(files);
    expect(problem).toMatchObject({ code, at: { file: "vocabulary.yaml", line: 1 } });
    expect(problem.at.column).toBeGreaterThan(1);
    expect(problem.suggestion).toBe(suggestion);
    hasWords(problem);
  });

  it.each([
    ["f1 needs itself", [fact("f1", "boolean", { formula: "not(f1)" })]],
    [
      "a circle of three",
      [
        fact("f1", "boolean", { formula: "f2" }),
        fact("f2", "boolean", { formula: "f3" }),
        fact("f3", "boolean", { formula: "f1" }),
      ],
    ],
  ])("circular-formula: %s", (_, circular) => {
    const loaded = loadPack(filesOf({ facts: circular }));
    const problems = loaded.ok ? [] : loaded.problems;
    expect(problems.map(({ code }) => code)).toContain("circular-formula");
    problems.forEach(hasWords);
  });

  it("allows a table without gap or overlap, and the order of declaration does not matter", () => {
    for (const files of [
      table("unique", [
        { when: "age < 18", then: "true" },
        { when: "age >= 18", then: "false" },
      ]),
      table("unique", [
        { when: "on < 2020-01-01", then: "true" },
        { when: "on >= 2020-01-01", then: "false" },
      ]),
      table("first", [
        { when: "residence.since < start-of-year(on)", then: "true" },
        { when: "residence.since >= start-of-year(on)", then: "true" },
      ]),
      table(
        "unique",
        [
          { when: "place.kind = town", then: "1 year" },
          { when: "place.kind != town", then: "6" },
        ],
        "number",
      ).map((file) => ({
        ...file,
        text: file.text.replace(
          '"fact":"x","type":"number"',
          '"fact":"x","type":"number","unit":"months"',
        ),
      })),
      table("first", [
        { when: "residence.since + 1 month <= 2025-02-28", then: "true" },
        { when: "residence.since >= 2025-02-01", then: "true" },
      ]),
      filesOf({ facts: [fact("a", "boolean", { formula: "b" }), fact("b", "boolean")] }),
      filesOf({
        facts: [
          fact("n", "number", { min: 0, max: 9 }),
          fact("t", "boolean", {
            table: {
              rows: [
                { when: "n < 5", then: "true" },
                { when: "n between 5 and 9", then: "false" },
              ],
            },
          }),
        ],
      }),
    ])
      expect(loadPack(files)).toMatchObject({ ok: true });
  });

  it("refuses formula facts that grow without end, at once", () => {
    const growing = Array.from({ length: 60 }, (_, n) =>
      fact(`f${n}`, "boolean", n === 0 ? {} : { formula: `f${n - 1} = f${n - 1}` }),
    );
    const chain = Array.from({ length: 3000 }, (_, n) =>
      fact(`f${n}`, "boolean", n === 0 ? {} : { formula: `not(f${n - 1})` }),
    );
    for (const declared of [growing, chain, chain.toReversed()]) {
      const before = performance.now();
      const loaded = loadPack(filesOf({ facts: declared, rules: [rule("r", { when: "f1" })] }));
      const codes = loaded.ok ? [] : loaded.problems.map(({ code }) => code);
      expect(
        codes.some((code) => code === "formula-too-large" || code === "formula-too-deep"),
      ).toBe(true);
      expect(performance.now() - before).toBeLessThan(5000);
    }
  });
});
