import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packageRoot } from "../platform/files/index.ts";
import type { Coverage } from "../policy/index.ts";
import { luohu } from "./command-line.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "luohu-coverage-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The rulebook that comes with Luohu, with one text of one file replaced by another. */
function seeded(name: string, file: readonly string[], from: string | RegExp, to: string): string {
  const copy = join(folder, name);
  cpSync(join(packageRoot, "rulebooks"), copy, { recursive: true });
  const path = join(copy, ...file);
  const text = readFileSync(path, "utf8");
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
  return copy;
}

describe("coverage", () => {
  it("nothing of both documents is unaccounted for, in both languages", async () => {
    const [en, zh] = await Promise.all([
      luohu(["coverage"]),
      luohu(["coverage", "--lang", "zh-CN"]),
    ]);
    expect(en.stdout.trimEnd().split("\n").at(-1)).toMatch(
      /^165 sentences: .*; 0 open; 0 problems$/,
    );
    expect(zh.stdout.trimEnd().split("\n").at(-1)).toMatch(/^共 165 句：.*没有交代 0；问题 0 个$/);
    for (const { code, stderr, stdout } of [en, zh]) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).not.toMatch(/\{\w+\}|undefined|\[object/);
    }
    expect(en.stdout).toMatch(/^ {2}R5:1 .+\n {4}→ rules: tenant$/m);
    expect(zh.stdout).toMatch(/^ {2}D2\.2\.3:1 .+\n {4}→ 规则：d-new-student；/m);
    expect(en.stdout).toMatch(/→ still to come: I1 a voluntary credential/);
  });

  it("--json prints one JSON object with every sentence of every article", async () => {
    const { code, stdout } = await luohu(["coverage", "--json"]);
    expect(code).toBe(0);
    const found = JSON.parse(stdout) as Coverage;
    expect(found.problems).toEqual([]);
    expect(found.documents.map(({ instrument }) => instrument)).toEqual(["R", "D"]);
    for (const { articles } of found.documents)
      for (const { sentences, covered } of articles)
        expect(covered.map(({ sentence }) => sentence)).toEqual(
          Array.from({ length: sentences }, (_, index) => index + 1),
        );
  });

  it("a departure stands on the page it points to", async () => {
    const { documents } = JSON.parse((await luohu(["coverage", "--json"])).stdout) as Coverage;
    const departures = documents.flatMap(({ articles }) =>
      articles.flatMap(({ clause, covered }) =>
        covered.flatMap(({ departure }) => (departure === null ? [] : [{ clause, departure }])),
      ),
    );
    expect(departures.length).toBeGreaterThan(0);
    for (const { clause, departure } of departures) {
      const page = readFileSync(join(packageRoot, departure), "utf8");
      const named = [...page.matchAll(/^\| ((?:[RD]\d[\d.]*(?:, )?)+) \|/gm)].flatMap((row) =>
        row[1]!.split(", "),
      );
      expect(named).toContain(clause);
    }
  });

  const faults: readonly (readonly [
    name: string,
    file: readonly string[],
    from: string | RegExp,
    to: string,
    says: RegExp,
  ])[] = [
    [
      "a sentence dropped",
      ["coverage", "region", "2-settling.yaml"],
      / {2}- clause: R5\n(?: {4}.*\n)+/,
      "",
      /region\.yaml:\d+:\d+ unaccounted-for sentence 1 of 1 in R5 is unaccounted for/,
    ],
    [
      "a rule renamed",
      ["region", "benefits.2014-10-27.yaml"],
      "rule: holder-papers",
      "rule: holder-certificates",
      /3-population\.yaml:\d+:\d+ unknown-rule there is no rule holder-papers/,
    ],
    [
      "a rule that no sentence names",
      ["coverage", "district", "2-settling.yaml"],
      "d-graduate-not-hired, d-investor",
      "d-graduate-not-hired",
      /settlement-places\.2020-01-01\.yaml:\d+ unnamed-rule no sentence names rule d-investor \(D2\.4\)/,
    ],
  ];
  it.each(faults)("%s is found", async (name, file, from, to, says) => {
    const { code, stdout, stderr } = await luohu(["coverage", seeded(name, file, from, to)]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toMatch(says);
    expect(stdout.trimEnd().split("\n").at(-1)).not.toMatch(/ 0 problems$/);
  });

  it("a fault fails --json too", async () => {
    const copy = seeded("json", ["coverage", "rows.yaml"], "row: F1", "row: F9");
    const { code, stdout } = await luohu(["coverage", copy, "--json"]);
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as Coverage).problems).toContainEqual(
      expect.objectContaining({ code: "unknown-row" }),
    );
  });

  it("a pack that does not load, and a missing one, are bad input", async () => {
    const path = ["region", "settlement.2014-10-27.yaml"];
    const broken = seeded("broken", path, "residence.since", "residence.sinse");
    for (const where of [broken, join(folder, "none")]) {
      const ended = await luohu(["coverage", where]);
      expect(ended).toMatchObject({ code: 2, stdout: "" });
      expect(ended.stderr).not.toBe("");
    }
  });

  it("check does not count coverage files among the law", async () => {
    const plain = join(folder, "plain");
    cpSync(join(packageRoot, "rulebooks"), plain, { recursive: true });
    rmSync(join(plain, "coverage"), { recursive: true });
    const [all, without] = await Promise.all([luohu(["check"]), luohu(["check", plain])]);
    expect(all.stdout).toBe(without.stdout);
    const ended = await luohu(["coverage", plain]);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(/no-coverage there are rules of R,/);
    expect(ended.stdout).toMatch(/no-coverage there are rules of D,/);
  });
});
