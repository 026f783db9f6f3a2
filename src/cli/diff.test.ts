import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../platform/files/index.ts";
import type { Finding, PackDiff } from "../policy/index.ts";
import { luohu } from "./command-line.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "luohu-diff-"));
const built = join(packageRoot, "rulebooks");
const stricter = join(folder, "stricter");
const rulesFile = join("region", "settlement-towns.2014-10-27.yaml");

beforeAll(() => {
  cpSync(built, stricter, { recursive: true });
  for (const name of [
    "settlement.2014-10-27.yaml",
    "settlement-towns.2014-10-27.yaml",
    "settlement-limits-removed.2014-10-27.yaml",
  ]) {
    const path = join(stricter, "region", name);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replaceAll("insurance.months >= 12", "insurance.months >= 13"));
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const env = { LUOHU_LANG: "en" };
const hole = /\{\w+\}|undefined|null|\[object/;

describe("diff", () => {
  it("a folder and itself are equal", async () => {
    const ended = await luohu(["diff", built, built], { env });
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(ended.stdout).toMatch(/^Equal: everybody is answered alike \(\d+ comparisons\)\n$/);
  });

  it("a month more is told by the smallest person it turns away, in words of either language", async () => {
    const args = ["diff", built, stricter, "--service", "settlement", "--on", "2026-05-01"];
    const [en, zh, json] = await Promise.all([
      luohu(args, { env }),
      luohu([...args, "--lang", "zh-CN"]),
      luohu([...args, "--json", "--county", "652323"]),
    ]);
    expect([en.code, zh.code, json.code]).toEqual([1, 1, 1]);
    expect(en.stdout).toMatch(/^Different: 2 of \d+ comparisons/);
    expect(en.stdout).toMatch(/a person with: .*Months of social insurance: 12 months/);
    expect(en.stdout).toContain("first: yes; second: a person decides");
    expect(en.stdout).toMatch(
      /~ settlement · R · R5 tenant · 2014-10-27 .* — changed: condition\n/,
    );
    expect(zh.stdout).toContain("前者：可以；后者：由人决定");
    expect(`${en.stdout}${zh.stdout}`).not.toMatch(hole);
    const found = JSON.parse(json.stdout) as PackDiff;
    expect(found).toMatchObject({ equal: false, differences: [{ law: "all" }, { law: "R" }] });
    expect(found.differences[0]?.person[0]).toMatchObject({ value: { en: "Hutubi County" } });
  });

  it("one folder on two days", async () => {
    const days = [`${built}@2014-10-27`, "@2026-01-01"];
    const { code, stdout } = await luohu(["diff", ...days, "--service", "settlement"], { env });
    expect(code).toBe(1);
    expect(stdout).toMatch(/\+ settlement · .* — added\n/);
    expect((await luohu(["diff", "@2026-01-01", "@2026-01-01"], { env })).code).toBe(0);
  });

  it.each<readonly [string, readonly string[], RegExp]>([
    ["one folder", [built], /name two rulebook folders/],
    ["a folder that is not there", [built, "none"], /there is no folder none/],
    ["a day that is none", [`${built}@2026-02-30`, built], /2026-02-30 is not a day/],
    ["an unknown service", [built, stricter, "--service", "setlement"], /settlement/],
    ["a place without rules", [built, stricter, "--county", "110105"], /110105/],
    ["one folder too many", [built, stricter, built], /one too many/],
  ])("%s is one line and exit code 2", async (_name, args, says) => {
    const ended = await luohu(["diff", ...args], { env });
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toMatch(/^luohu: [^\n]+\n$/);
    expect(ended.stderr).toMatch(says);
  });
});

describe("lint", () => {
  it("finds the conflict of the two clauses, by itself, in words of either language", async () => {
    const [en, zh, json] = await Promise.all([
      luohu(["lint"], { env }),
      luohu(["lint", "--lang", "zh-CN"]),
      luohu(["lint", built, "--json"]),
    ]);
    expect([en.code, zh.code, json.code]).toEqual([0, 0, 0]);
    const findings = JSON.parse(json.stdout) as readonly Finding[];
    expect(
      findings.some(({ kind, clauses }) => kind === "clauses-conflict" && clauses.includes("D1.3")),
    ).toBe(true);
    expect(en.stdout).toMatch(new RegExp(`\\n${findings.length} findings\\n$`));
    expect(en.stdout).toMatch(/^clauses-conflict settlement · D · .*D1\.3.*\n {2}for example: /m);
    expect(zh.stdout).toMatch(new RegExp(`\\n共 ${findings.length} 处\\n$`));
    expect(`${en.stdout}${zh.stdout}`).not.toMatch(hole);
  });

  it("finds a rule that nobody can meet", async () => {
    const never = join(folder, "never");
    cpSync(built, never, { recursive: true });
    const path = join(never, rulesFile);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace("when: home.own\n", "when: home.own and not home.own\n"));
    const { stdout } = await luohu(["lint", never], { env });
    expect(stdout).toMatch(/^unreachable settlement · R · R4\.1 · [a-z-]+: /m);
  });

  it("a folder that is not there is bad input", async () => {
    const ended = await luohu(["lint", "none"], { env });
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toBe("luohu: there is no folder none\n");
  });
});
