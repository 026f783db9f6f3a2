import * as fc from "fast-check";
import { stringify } from "yaml";
import { describe, expect, it } from "vitest";
import { fill } from "../problem/problem.ts";
import { dossierMessages } from "./messages.ts";
import { readDossier } from "./read-dossier.ts";
import { smallPack, wholeDossier, wholeParsed } from "./small-pack.fixture.ts";

const problemsOf = (text: string) => {
  const result = readDossier(smallPack, text);
  return result.ok ? [] : result.problems;
};
const head = "on: 2026-05-01\nplace: {county: 650202}\n";

describe("readDossier", () => {
  it("reads YAML and JSON alike", () => {
    expect(readDossier(smallPack, stringify(wholeDossier))).toEqual({
      ok: true,
      value: wholeParsed,
    });
    expect(readDossier(smallPack, JSON.stringify(wholeDossier, null, "\t"))).toEqual({
      ok: true,
      value: wholeParsed,
    });
  });

  it("keeps every digit of an ID number without quotes", () => {
    expect(readDossier(smallPack, `${head}person: {id: 440524188001010014}`)).toMatchObject({
      ok: true,
      value: { person: { id: "440524188001010014" } },
    });
  });

  it.each([
    ["bad-date", 3, 10, `${head}person: {born: 2026-02-30}\n`],
    [
      "bad-date",
      5,
      7,
      `${head}records:\n  residences:\n    - from: 2020-02-30\n      at: 650202\n`,
    ],
    ["missing-field", 5, 7, `${head}records:\n  residences:\n    - at: 650202\n`],
    ["unknown-fact", 4, 3, `${head}facts:\n  work.lawfull: true\n`],
    ["bad-yaml", 3, 1, `${head}\tx: 1\n`],
    ["bad-yaml", 4, 1, `${head}person: [1, 2\n`],
    ["several-documents", 3, 1, `${head}---\n${head}`],
    ["duplicate-key", 3, 1, `${head}on: 2026-05-02\n`],
    ["alias-not-allowed", 3, 8, `${head}facts: *x\n`],
    ["alias-not-allowed", 3, 29, `${head}person: {name: &x Wang, id: *x}\n`],
    ["bad-yaml", 3, 3, `${head}? {a: 1}\n: 2\n`],
  ])("%s at line %i column %i", (code, line, column, text) => {
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ code, at: { line } });
    expect([problem?.code, problem?.at.line, problem?.at.column]).toEqual([code, line, column]);
    for (const message of Object.values(dossierMessages[code] ?? {})) {
      expect(fill(message, problem?.params ?? {})).not.toMatch(/\{\w+\}/);
    }
  });

  it.each([
    ["empty-dossier", ""],
    ["empty-dossier", "# nothing\n"],
    ["not-text", "a\u0000b"],
    ["not-text", "\ufffd\ufffd"],
    ["dossier-too-large", "x".repeat(10_000_000)],
    ["dossier-too-large", "户".repeat(400_000)],
    ["wrong-type", "42"],
  ])("%s", (code, text) => {
    const problems = problemsOf(text);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(dossierMessages[code]).toBeDefined();
  });

  it("is not hurt by an alias bomb, deep nesting, or a million keys", () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ..."bcdefgh"
        .split("")
        .map((key, index) => `${key}: &${key} [${`*${"abcdefg"[index]},`.repeat(9)}]`),
    ];
    expect(problemsOf(bomb.join("\n"))[0]?.code).toBe("alias-not-allowed");
    for (const text of ["[".repeat(500_000), "{a: ".repeat(100_000), "- ".repeat(100_000)]) {
      expect(problemsOf(text)).toMatchObject([{ code: "bad-yaml" }]);
    }
    const started = performance.now();
    const keys = Array.from({ length: 60_000 }, (_, index) => `key-${index}: 1`).join("\n");
    expect(problemsOf(keys)).toHaveLength(21);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it("keys that objects inherit are only unknown", () => {
    expect(problemsOf(`${head}__proto__: {on: 1}\nconstructor: 1\n`)).toMatchObject([
      { code: "unknown-field", at: { path: "__proto__", line: 3 } },
      { code: "unknown-field", at: { path: "constructor", line: 4 } },
    ]);
  });

  it("any text gives a dossier or problems", () => {
    const whole = stringify(wholeDossier);
    const settled = (text: string) => {
      const result = readDossier(smallPack, text);
      if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
    };
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), settled), {
      numRuns: 300,
    });
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.nat(20),
        fc.string({ maxLength: 6 }),
        (at, drop, add) => {
          settled(whole.slice(0, at) + add + whole.slice(at + drop));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
