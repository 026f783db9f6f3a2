import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeProblem } from "../problem/describe.ts";
import type { Problem } from "../problem/problem.ts";
import { dossierMessages } from "../dossier/messages.ts";
import { locales } from "../text.ts";
import {
  fact,
  filesOf,
  instrument,
  loadOrThrow,
  problemCodes,
  realRulebooks,
  rule,
  same,
} from "../testing/pack-files.ts";
import { damaged, isAnswered } from "../testing/damaged-packs.ts";
import { runs } from "../testing/properties.ts";
import { type PackFile, loadPack } from "./load.ts";
import { packMessages } from "./messages.ts";

function problemsOf(files: readonly PackFile[]): readonly Problem[] {
  const loaded = loadPack(files);
  return loaded.ok ? [] : loaded.problems;
}

/** Replaces text in the real rulebooks; the place of the change is what the problem must name. */
function changed(path: string, from: string, to: string): readonly PackFile[] {
  const files = realRulebooks();
  expect(files.find((file) => file.path === path)?.text).toContain(from);
  return files.map((file) =>
    file.path === path ? { path, text: file.text.replace(from, to) } : file,
  );
}
function lineOf(files: readonly PackFile[], path: string, text: string): number {
  const whole = files.find((file) => file.path === path)!.text;
  return whole.slice(0, whole.indexOf(text)).split("\n").length;
}

describe("the real rulebooks with one thing wrong", () => {
  const rules = "region/settlement.2014-10-27.yaml";
  it.each<{ code: string; path: string; from: string; to: string; suggestion?: string }>([
    {
      code: "unknown-name",
      path: rules,
      from: "residence.since + 1 year",
      to: "residence.sinc + 1 year",
      suggestion: "residence.since",
    },
    {
      code: "unit-clash",
      path: rules,
      from: "insurance.months >= 12",
      to: "insurance.months >= 12 days",
    },
    {
      code: "unknown-enum-value",
      path: rules,
      from: "{relation: spouse, if: co-residing}",
      to: "{relation: spuse, if: co-residing}",
      suggestion: "spouse",
    },
    {
      code: "unknown-name",
      path: rules,
      from: "{relation: spouse, if: co-residing}",
      to: "{relation: spouse, if: co-residin}",
      suggestion: "co-residing",
    },
    {
      code: "unknown-key",
      path: rules,
      from: "    gives: grant",
      to: "    givse: grant",
      suggestion: "gives",
    },
    {
      code: "unknown-rule",
      path: rules,
      from: "      - home-open",
      to: "      - home-opne",
      suggestion: "home-open",
    },
    {
      code: "unknown-authority",
      path: rules,
      from: "authority: public-security-organ",
      to: "authority: public-security-organs",
      suggestion: "public-security-organ",
    },
    {
      code: "bad-date",
      path: rules,
      from: "in-force: {from: 2014-10-27}",
      to: "in-force: {from: 2014-10-32}",
    },
    {
      code: "empty-period",
      path: rules,
      from: "in-force: {from: 2014-10-27}",
      to: "in-force: {from: 2014-10-27, until: 2014-10-27}",
    },
    { code: "bad-parameter", path: rules, from: '["6501", "6502"]', to: '["650100", "6502"]' },
    {
      code: "duplicate-key",
      path: rules,
      from: "    gives: grant",
      to: "    gives: grant\n    gives: refer",
    },
    {
      code: "unknown-instrument",
      path: rules,
      from: "instrument: R",
      suggestion: "R",
      to: "instrument: RR",
    },
    {
      code: "unknown-paper",
      path: rules,
      from: "papers: [id-card]",
      to: "papers: [id-crad]",
      suggestion: "id-card",
    },
    {
      code: "unknown-instrument",
      path: "instruments.yaml",
      from: "instruments: [N25, N96, N663, N2024, R]",
      to: "instruments: [N25, N96, N663, N2024, Q]",
    },
    {
      code: "unknown-department",
      path: "vocabulary.yaml",
      from: "from: natural-resources",
      to: "from: natural-resource",
      suggestion: "natural-resources",
    },
    {
      code: "unknown-enum-value",
      path: "vocabulary/records.yaml",
      from: "          tenancy: {",
      to: "          tennancy: {",
      suggestion: "tenancy",
    },
    {
      code: "unknown-field",
      path: "vocabulary/living.yaml",
      from: "t.use = home",
      to: "t.uses = home",
      suggestion: "use",
    },
  ])("$code in $path: $to", ({ code, path, from, to, suggestion }) => {
    const files = changed(path, from, to);
    const problems = problemsOf(files);
    const found = problems.find((problem) => problem.code === code);
    expect(problems.map((problem) => describeProblem(problem, "en"))).toHaveLength(1);
    expect(found?.at.file).toBe(path);
    const first = lineOf(files, path, to);
    const last = first + to.split("\n").length - 1;
    expect(found!.at.line! >= first && found!.at.line! <= last).toBe(true);
    expect(found!.at.column).toBeGreaterThan(0);
    expect(found!.suggestion).toBe(suggestion);
  });
});

describe("prohibitions", () => {
  const record = {
    record: "exits",
    label: same("exits"),
    fields: { done: { type: "boolean", label: same("done") } },
  };
  const prohibitions = [
    {
      prohibition: "land-rights-exit",
      clause: "R14",
      for: ["settlement"],
      uses: ["land.exited", "exits.*", "limit"],
      plain: same("never"),
    },
  ];
  const facts = [
    fact("land.exited", "boolean"),
    fact("free", "boolean"),
    fact("derived", "boolean", { derive: "some e in exits satisfies e.done" }),
    fact("counted", "number", { derive: "count(exits)" }),
    fact("quantified", "boolean", { derive: "some e in exits satisfies true" }),
    fact("formula", "boolean", { formula: "not(land.exited)" }),
    fact("chain", "boolean", { formula: "free or formula" }),
    fact("table", "boolean", {
      table: {
        rows: [
          { when: "free", then: "chain" },
          { when: "not(free)", then: "false" },
        ],
      },
    }),
  ];
  const withRule = (more: Parameters<typeof rule>[1], service = "settlement") =>
    filesOf({ records: [record], facts, prohibitions, rules: [rule("bad", more)] }).map((file) => ({
      ...file,
      text: file.text.replace('"service":"settlement"', `"service":"${service}"`),
    }));

  it.each<{ path: string; more: Parameters<typeof rule>[1] }>([
    { path: "bad → land.exited", more: { when: "land.exited" } },
    { path: "bad → land.exited", more: { where: "not(land.exited)" } },
    { path: "bad → land.exited", more: { when: "free or (free and land.exited)" } },
    { path: "bad → formula → land.exited", more: { when: "formula" } },
    { path: "bad → chain → formula → land.exited", more: { when: "chain" } },
    { path: "bad → table → chain → formula → land.exited", more: { when: "table" } },
    { path: "bad → derived → exits", more: { when: "derived" } },
    { path: "bad → counted → exits", more: { when: "counted > 0" } },
    { path: "bad → quantified → exits", more: { when: "quantified" } },
  ])("refuse $path", ({ path, more }) => {
    const problems = problemsOf(withRule(more));
    expect(problems).toMatchObject([
      {
        code: "forbidden-fact",
        params: { rule: "bad", clause: "R14", prohibition: "land-rights-exit", path },
        at: { file: "lower/rules.yaml", line: 1 },
      },
    ]);
    for (const locale of locales) {
      const words = describeProblem(problems[0]!, locale);
      expect(words).toContain("R14");
      expect(words).toContain(path);
    }
  });

  it("let other services and other facts alone", () => {
    expect(problemCodes(withRule({ when: "free" }))).toEqual([]);
    expect(problemCodes(withRule({ when: "chain" }, "permits"))).toEqual([]);
  });
});

describe("the never-list", () => {
  const never = [
    { name: "ethnicity", words: ["ethnicity", "ethnic-group", "民族"], why: same("why") },
  ];
  const label = { "zh-CN": "民族", en: "x" };
  it.each<{ name: string; data: Parameters<typeof filesOf>[0] }>([
    { name: "a fact's name", data: { facts: [fact("person.ethnicity", "boolean")] } },
    { name: "a fact's name in parts", data: { facts: [fact("person.ethnic-group", "boolean")] } },
    { name: "a fact's label", data: { facts: [fact("x", "boolean", { label })] } },
    {
      name: "a record kind",
      data: { records: [{ record: "ethnicity", label: same("x"), fields: {} }] },
    },
    { name: "a record kind's label", data: { records: [{ record: "x", label, fields: {} }] } },
    {
      name: "a field",
      data: {
        records: [
          {
            record: "x",
            label: same("x"),
            fields: { ethnicity: { type: "text", label: same("x") } },
          },
        ],
      },
    },
    { name: "a value", data: { facts: [fact("x", ["ethnicity", "other"])] } },
    {
      name: "a value's label",
      data: { facts: [fact("x", ["a", "b"], { values: { a: { "zh-CN": "少数民族", en: "x" } } })] },
    },
  ])("hears $name", ({ data }) => {
    const problems = problemsOf(filesOf({ never, ...data }));
    expect(problems.map(({ code }) => code)).toEqual(["never-declared"]);
    expect(problems[0]).toMatchObject({
      params: { subject: "ethnicity" },
      at: { file: "vocabulary.yaml" },
    });
  });
  it("does not hear innocent words", () => {
    expect(
      problemCodes(
        filesOf({
          never,
          facts: [fact("methnicitya", "boolean", { label: { "zh-CN": "国民", en: "aethnicity" } })],
        }),
      ),
    ).toEqual([]);
  });
});

describe("exceptions", () => {
  const facts = [fact("a", "boolean"), fact("n", "number"), fact("kind", ["town", "city"])];
  const base = rule("base");
  const pair = (first: object, second: object) =>
    filesOf({
      facts,
      rules: [
        base,
        rule("first", { "exception-to": ["base"], ...first }),
        rule("second", { "exception-to": ["base"], gives: "refer", ...second }),
      ],
    });
  it.each<{ name: string; first: object; second: object; codes: readonly string[] }>([
    {
      name: "both can hold",
      first: { when: "a" },
      second: { when: "n > 3" },
      codes: ["ambiguous-exception"],
    },
    { name: "both always hold", first: {}, second: {}, codes: ["ambiguous-exception"] },
    {
      name: "they meet in one value",
      first: { when: "n <= 3" },
      second: { when: "n >= 3" },
      codes: ["ambiguous-exception"],
    },
    {
      name: "they meet between whole numbers",
      first: { when: "n > 3" },
      second: { when: "n < 4" },
      codes: ["ambiguous-exception"],
    },
    {
      name: "they met before 2020",
      first: { when: "on < 2020-01-01" },
      second: { when: "on < 2019-01-01" },
      codes: ["ambiguous-exception"],
    },
    {
      name: "one yields to the other",
      first: { when: "a", "exception-to": ["base", "second"] },
      second: { when: "n > 3" },
      codes: [],
    },
    {
      name: "they are disjoint by a number",
      first: { when: "n < 3" },
      second: { when: "n >= 3" },
      codes: [],
    },
    {
      name: "they are disjoint by place",
      first: { where: "kind = town" },
      second: { where: "kind = city" },
      codes: [],
    },
    {
      name: "they give the same",
      first: { when: "a", gives: "refer" },
      second: { when: "n > 3" },
      codes: [],
    },
    {
      name: "they are never in force together",
      first: { "in-force": { from: "2014-10-27", until: "2020-01-01" } },
      second: { "in-force": { from: "2020-01-01" } },
      codes: [],
    },
    {
      name: "one has no clause",
      first: { clause: "—", when: "false" },
      second: {},
      codes: ["exception-without-clause"],
    },
  ])("$name", ({ first, second, codes }) => {
    const problems = problemsOf(pair(first, second));
    expect(problems.map(({ code }) => code)).toEqual(codes);
    for (const problem of problems)
      expect(problem.at).toMatchObject({ file: "lower/rules.yaml", line: 1 });
  });
  it("in a circle are errors", () => {
    const circle = [
      rule("a1", { "exception-to": ["a2"] }),
      rule("a2", { "exception-to": ["a3"] }),
      rule("a3", { "exception-to": ["a1"] }),
    ];
    expect(problemCodes(filesOf({ rules: circle }))).toEqual([
      "circular-exception",
      "circular-exception",
      "circular-exception",
    ]);
    expect(problemCodes(filesOf({ rules: [rule("a1", { "exception-to": ["a1"] })] }))).toEqual([
      "circular-exception",
    ]);
  });
});

describe("periods", () => {
  const period = (from: string, until?: string) => ({
    "in-force": { from, ...(until === undefined ? {} : { until }) },
  });
  const parameter = (value: number, from: string, until?: string) => ({
    parameter: "limit",
    type: "number",
    value,
    clause: "C",
    ...period(from, until),
  });
  it("of one rule or parameter may follow one another but not overlap", () => {
    const two = (second: string) => [
      rule("r", period("2014-10-27", "2020-01-01")),
      rule("r", period(second)),
    ];
    expect(problemCodes(filesOf({ rules: two("2020-01-01") }))).toEqual([]);
    expect(problemCodes(filesOf({ rules: two("2019-12-31") }))).toEqual(["overlapping-periods"]);
    expect(problemCodes(filesOf({ rules: [rule("r")], upper: [rule("r")] }))).toEqual([
      "overlapping-periods",
    ]);
    const parameters = (second: string) => [
      parameter(1, "2014-10-27", "2020-01-01"),
      parameter(2, second),
    ];
    expect(problemCodes(filesOf({ parameters: parameters("2020-01-01") }))).toEqual([]);
    expect(problemCodes(filesOf({ parameters: parameters("2019-12-31") }))).toEqual([
      "overlapping-periods",
    ]);
  });

  it("of a parameter cover the rules that read it, themselves or through a fact", () => {
    const facts = [fact("n", "number"), fact("f", "boolean", { formula: "n >= limit" })];
    const codes = (parameters: readonly object[], when: string, more: object = {}) =>
      problemCodes(
        filesOf({ facts, parameters: parameters as never, rules: [rule("r", { when, ...more })] }),
      );
    for (const when of ["n >= limit", "f"]) {
      expect(
        codes([parameter(1, "2014-10-27", "2020-01-01"), parameter(2, "2020-01-01")], when),
      ).toEqual([]);
      expect(codes([parameter(1, "2015-01-01")], when)).toEqual(["parameter-not-in-force"]);
      expect(
        codes([parameter(1, "2014-10-27", "2020-01-01"), parameter(2, "2020-02-01")], when),
      ).toEqual(["parameter-not-in-force"]);
      expect(codes([parameter(1, "2015-01-01")], when, period("2015-01-01"))).toEqual([]);
    }
    expect(codes([parameter(1, "2015-01-01")], "n > 0")).toEqual([]);
  });

  it("of a parameter that changes cannot be told where records are read", () => {
    const record = { record: "things", label: same("things"), fields: {} };
    const facts = [fact("many", "boolean", { derive: "count(things) >= limit" })];
    expect(
      problemCodes(filesOf({ records: [record], facts, parameters: [parameter(1, "2014-10-27")] })),
    ).toEqual([]);
    expect(
      problemCodes(
        filesOf({
          records: [record],
          facts,
          parameters: [parameter(1, "2014-10-27", "2020-01-01"), parameter(2, "2020-01-01")],
        }),
      ),
    ).toEqual(["changing-parameter-in-derive"]);
  });
});

describe("files", () => {
  const broken = (text: string, path = "more.yaml") => problemsOf([...filesOf({}), { path, text }]);
  it.each(
    [
      ["instrument: L\nservice: [", "bad-yaml"],
      ["instrument: L\ninstrument: L\nservice: s", "duplicate-key"],
      [
        "a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]\nb: &b [*a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c, *c]",
        "bad-yaml",
      ],
      ["a: &a [*a]", "wrong-shape"],
      ["a: 1\nb: *c", "bad-yaml"],
      ["[".repeat(50_000), "bad-yaml"],
      ["{a: ".repeat(50_000), "bad-yaml"],
      ["- ".repeat(50_000), "bad-yaml"],
      ["instrument: L\nservice: s\nrulse: []", "unknown-key"],
      ["- 1", "wrong-shape"],
      ["", "wrong-shape"],
      ["--- 1\n--- 2", "bad-yaml"],
      ["instrument: L\nservice: s\nrules: 3", "wrong-shape"],
      ["\u0000", "wrong-shape"],
      ["x".repeat(2_000_001), "file-too-large"],
    ].map(([text, code]) => ({ text: text!, code: code!, start: text!.slice(0, 30) })),
  )("$start: $code", ({ text, code }) => {
    const problems = broken(text);
    expect(problems.map((problem) => problem.code)).toContain(code);
    for (const problem of problems) {
      expect(problem.at.file).toBe("more.yaml");
      expect(problem.at.line).toBeGreaterThan(0);
    }
  });

  it("with very many keys are read in no time", () => {
    const text = Array.from({ length: 60_000 }, (_, index) => `key-${index}: 1`).join("\n");
    const before = performance.now();
    expect(broken(text).length).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(15_000);
  });

  it("may come in any order", () => {
    const files = realRulebooks();
    expect(loadPack(files.toReversed())).toEqual(loadPack(files));
  });

  it("declare each thing once", () => {
    const twice = (vocabulary: object) =>
      problemCodes(filesOf({ vocabulary: vocabulary as never }));
    const topic = { topic: "all", label: same("all") };
    expect(twice({ topics: [topic, topic] })).toEqual(["declared-twice"]);
    expect(
      problemCodes(filesOf({ instruments: [instrument("U"), instrument("L"), instrument("L")] })),
    ).toEqual(["declared-twice"]);
    expect(
      problemCodes(
        filesOf({
          chains: [
            { places: ["65"], instruments: ["U", "L"] },
            { places: ["65"], instruments: ["L"] },
          ],
        }),
      ),
    ).toEqual(["declared-twice"]);
  });
});

describe("damaged packs", () => {
  it("load or say what is wrong and where", { timeout: 90_000 }, () => {
    fc.assert(fc.property(damaged, isAnswered), runs(80));
  });
});

describe("messages", () => {
  const folder = join(import.meta.dirname, "..");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(
      (path) => path.endsWith(".ts") && !/test\.ts$|^testing|messages\.ts$|fixture/.test(path),
    )
    .map((path) => readFileSync(join(folder, path), "utf8"));
  const emitted = new Set(
    sources.flatMap((text) => [
      ...[...text.matchAll(/\bcode: "([a-z-]+)"/g)].map(([, code]) => code!),
      ...[...text.matchAll(/new Mistake\(\s*"([a-z-]+)"/g)].map(([, code]) => code!),
      ...[...text.matchAll(/\breport\(\s*"([a-z-]+)"/g)].map(([, code]) => code!),
      ...[
        ...text.matchAll(/(?:problem|named|at|refuse)\(\s*(?:loaded,\s*)?"([a-z]+-[a-z-]+)"/g),
      ].map(([, code]) => code!),
    ]),
  );
  const all = { ...dossierMessages, ...packMessages };

  it("exist in every language for every code that the engine can give", () => {
    expect(emitted.size).toBeGreaterThan(70);
    for (const code of emitted)
      for (const locale of locales)
        expect([code, locale, (all[code]?.[locale] ?? "") !== ""]).toEqual([code, locale, true]);
  });

  it("have the same holes in every language", () => {
    const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g))].toSorted();
    for (const [code, message] of Object.entries(all))
      expect([code, holes(message.en)]).toEqual([code, holes(message["zh-CN"])]);
  });

  it("are all used", () => {
    const text = sources.join("\n");
    for (const code of Object.keys(packMessages))
      expect([code, text.includes(`"${code}"`)]).toEqual([code, true]);
  });
});

describe("a pack", () => {
  it("is plain data: it survives JSON", () => {
    const pack = loadOrThrow(realRulebooks());
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack);
  });
});
