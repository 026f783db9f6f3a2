import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packageRoot } from "../platform/files/index.ts";
import type { Decision, Times, WhatIf } from "../policy/index.ts";
import { luohu } from "./command-line.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "luohu-times-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const env = { LUOHU_LANG: "en" };
const hole = /\{\w+\}|undefined|null|\[object/;
const json = async <T>(...args: readonly string[]): Promise<T> =>
  JSON.parse((await luohu([...args, "--json"], { env })).stdout) as T;

/** Insured since October 2025, living there since September: R5 holds from October 2026. */
const almost = (on: string): string =>
  file(
    `almost-${on}.yaml`,
    `service: settlement\non: ${on}\nplace: {county: 652323, kind: village}\ncomplete: [insurances, residences]\nrecords:\n  residences: [{at: 652323, from: 2025-09-15, basis: tenancy}]\n  insurances: [{from: 2025-10, scheme: x}]\n`,
  );
const tenant = join(packageRoot, "examples", "tenant.yaml");

describe("when", () => {
  it("has the day on which the answer changes, as deciding before and on that day has it", async () => {
    const times = await json<Times>("when", almost("2026-05-01"));
    expect(times.edges).toMatchObject([
      {
        day: "2026-10-01",
        before: "refer",
        after: "granted",
        causes: [{ rule: "tenant", change: "begins" }],
      },
    ]);
    const outcomes = await Promise.all(
      ["2026-09-30", "2026-10-01"].map((on) => json<Decision>("decide", almost(on))),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["refer", "granted"]);
  });

  it("says today's answer, then each day with clause, facts and what has to go on", async () => {
    const [en, zh] = await Promise.all([
      luohu(["when", almost("2026-05-01")], { env }),
      luohu(["when", almost("2026-05-01"), "--lang", "zh-CN"]),
    ]);
    expect(en.stdout).toMatch(/^→ A person decides/);
    expect(en.stdout).toContain("✓ 2026-10-01: a person decides → yes\n");
    expect(en.stdout).toMatch(/- R5 Tenant or actual dweller — begins to hold \(.*insurance.*\)/);
    expect(en.stdout).toMatch(/\n {4}if: .+\n/);
    expect(zh.stdout).toContain("✓ 2026-10-01：由人决定 → 可以");
    expect(`${en.stdout}${zh.stdout}`).not.toMatch(hole);
  });

  it("a text that comes into force is a cause of its own", async () => {
    const early = file(
      "early.yaml",
      "service: settlement\non: 2014-10-01\nplace: {county: 652301, kind: county-city}\nfacts: {work.lawful: true}\n",
    );
    const { stdout } = await luohu(["when", early, "--law", "all"], { env });
    expect(stdout).toMatch(
      /✓ 2014-10-27: .* → yes\n.*R4\.2 .* — begins to hold \(the text itself\)/s,
    );
  });

  it("says that nothing changes where nothing does", async () => {
    const { stdout } = await luohu(["when", tenant], { env });
    expect(stdout).toMatch(/^✓ Yes.*\nNothing changes before 2029-06-17\n/s);
  });
});

describe("decide", () => {
  it("says since when, until when, and when it changes", async () => {
    const before = await luohu(["decide", almost("2026-05-01")], { env });
    expect(before.stdout).toMatch(/✗ R5 .* — does not hold; .*changes on 2026-10-01/);
    const after = await luohu(["decide", almost("2026-10-02")], { env });
    expect(after.stdout).toMatch(/✓ R5 .* — holds; since 2026-10-01\n/);
    const graduate = await json<Decision>("decide", join(packageRoot, "examples", "graduate.yaml"));
    expect(
      graduate.grounds.every(({ from, until }) => from === null || until === null || from < until),
    ).toBe(true);
  });
});

describe("what-if", () => {
  it("has the changes with their papers, and what waiting brings", async () => {
    const [found, en, zh] = await Promise.all([
      json<WhatIf>("what-if", almost("2026-05-01")),
      luohu(["what-if", almost("2026-05-01")], { env }),
      luohu(["what-if", almost("2026-05-01"), "--lang", "zh-CN"]),
    ]);
    expect(found.byWaiting).toMatchObject({ day: "2026-10-01", after: "granted" });
    expect(en.stdout).toContain("Any one of these would be enough\n  1. ");
    const papers = found.sets.flat().filter((change) => change.papers.length > 0);
    expect(papers.length).toBeGreaterThan(0);
    for (const { label, to, papers: all } of papers) {
      expect(en.stdout).toContain(`${label.en}: ${to.en}`);
      for (const paper of all) expect(en.stdout).toContain(paper.label.en);
    }
    expect(en.stdout).toContain("By waiting\n  ✓ 2026-10-01: a person decides → yes\n");
    expect(zh.stdout).toContain("只要等待\n  ✓ 2026-10-01");
    expect(`${en.stdout}${zh.stdout}`).not.toMatch(hole);
  });

  it("says that nothing has to change where it is granted", async () => {
    const { stdout } = await luohu(["what-if", tenant], { env });
    expect(stdout).toMatch(/^✓ Yes.*\n\nNothing has to change\n/s);
  });
});

it.each(["when", "what-if"])("%s refuses as decide does", async (command) => {
  const bad = file("bad.yaml", "service: settlement\non: 2026-02-30\nplace: {county: 652323}\n");
  for (const args of [[bad], [], [tenant, "--law", "Q"], [tenant, "--known-at", "x"]]) {
    const [ended, decide] = await Promise.all([
      luohu([command, ...args]),
      luohu(["decide", ...args]),
    ]);
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toBe(decide.stderr);
  }
});
