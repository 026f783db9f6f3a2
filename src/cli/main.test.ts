import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../platform/files/index.ts";
import { gather, luohu, luohuProcess, startLuohu } from "./command-line.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "luohu-cli-"));
const tenant = join(packageRoot, "examples", "tenant.yaml");
const file = (name: string, text: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const commandNames = [
  "decide",
  "explain",
  "ask",
  "when",
  "what-if",
  "check",
  "cases",
  "lint",
  "diff",
  "schema",
  "init",
  "verify",
  "rebuild",
  "checkpoint",
  "backup",
  "restore",
  "serve",
];
const oneLine = /^[^\n]+\n$/;

describe("help", () => {
  it.each([
    [{}, "Usage: luohu"],
    [{ LANG: "zh_CN.UTF-8" }, "用法：luohu"],
    [{ LANG: "zh_CN.UTF-8", LC_ALL: "en_GB.UTF-8" }, "Usage: luohu"],
    [{ LANG: "en_US.UTF-8", LC_MESSAGES: "zh_TW" }, "用法：luohu"],
    [{ LANG: "en_US.UTF-8", LUOHU_LANG: "zh-CN" }, "用法：luohu"],
    [{ LC_ALL: "C" }, "Usage: luohu"],
  ])("in the language of %j", async (env, start) => {
    const { code, stdout, stderr } = await luohu(["--help"], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(start);
    for (const name of commandNames) {
      expect(stdout).toContain(name);
    }
  });

  it.each(commandNames)("of %s in both languages", async (name) => {
    const [zh, en, other] = await Promise.all([
      luohu([name, "--help", "--lang", "zh"], { env: { LANG: "en_US" } }),
      luohu([name, "-h", "--lang=en"], { env: { LANG: "zh_CN" } }),
      luohu(["help", name]),
    ]);
    expect([zh.code, en.code, other.code]).toEqual([0, 0, 0]);
    expect(zh.stdout).toContain(`用法：luohu ${name}`);
    expect(en.stdout).toContain(`Usage: luohu ${name}`);
    expect(other.stdout).toBe(en.stdout);
    expect(`${zh.stdout}${en.stdout}`).not.toMatch(/\{\w+\}/);
  });

  it("the version is that of the package", async () => {
    const { version } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
      readonly version: string;
    };
    expect(await luohuProcess(["--version"])).toEqual({
      code: 0,
      stdout: `${version}\n`,
      stderr: "",
    });
  });
});

describe("decide and explain", () => {
  it("--json prints one JSON object", async () => {
    const decide = await luohu(["decide", tenant, "--service", "settlement", "--json"]);
    expect(decide).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(decide.stdout)).toMatchObject({ service: "settlement", outcome: "granted" });
    const explain = await luohu(["explain", "--json", tenant]);
    expect(JSON.parse(explain.stdout)).toMatchObject({ decision: JSON.parse(decide.stdout) });
  });

  it("answers in words of either language, the outcome first", async () => {
    const [zh, en] = await Promise.all([
      luohu(["decide", tenant, "--lang", "zh-CN"]),
      luohu(["decide", tenant, "--lang", "en"]),
    ]);
    expect(zh.stdout).toMatch(/^✓ 可以/);
    expect(en.stdout).toMatch(/^✓ Yes/);
    for (const { stdout } of [zh, en]) {
      expect(stdout).toContain("R5");
      expect(stdout).not.toMatch(/\{\w+\}|undefined|null|\[object/);
    }
    expect(en.stdout).toContain("any one of: Residence permit");
    expect(en.stdout).toContain("✓ R5 Tenant or actual dweller — holds; since 2026-06-16\n");
    expect(zh.stdout).toContain("成立; 自 2026-06-16 起");
  });

  it("explains with marks, words, values and sources", async () => {
    const { stdout, code } = await luohu(["explain", tenant, "--lang", "en"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/✓ .*1 year or more before.* \[true\]/);
    expect(stdout).toContain("records.residences[0]");
    expect(stdout).not.toMatch(/\{\w+\}|undefined|\[object/);
  });

  it("reads standard input", async () => {
    const input = readFileSync(tenant, "utf8");
    const { code, stdout } = await luohuProcess(["decide", "-", "--json"], { input });
    expect(code).toBe(0);
    expect(stdout).toBe((await luohu(["decide", tenant, "--json"])).stdout);
  });

  it.each([
    "graduate",
    "herder-who-lost-land",
    "kashgar-returner",
    "urumqi-worker",
    "village-or-unknown",
  ])("answers the example %s", async (name) => {
    const path = join(packageRoot, "examples", `${name}.yaml`);
    const [decide, explain] = await Promise.all([
      luohu(["decide", path]),
      luohu(["explain", path]),
    ]);
    expect([decide.code, explain.code]).toEqual([0, 0]);
    expect(`${decide.stdout}${explain.stdout}`).not.toMatch(/\{\w+\}|undefined|\[object/);
  });

  it("asks one text alone, and as known on a day", async () => {
    const json = async (...args: readonly string[]) =>
      JSON.parse((await luohu(["decide", tenant, "--json", ...args])).stdout) as {
        readonly asOf: { readonly knownAt: string };
      };
    expect(await json("--law", "R")).toMatchObject({ outcome: "granted" });
    expect((await json("--known-at", "2020-01-01")).asOf.knownAt).toBe("2020-01-01");
  });
});

const head = "on: 2026-05-01\nplace: {county: 650202}\n";

/** Arguments (or a dossier's text) and what the one line on standard error names. */
const bad: readonly (readonly [
  name: string,
  args: () => readonly string[],
  says: readonly RegExp[],
])[] = [
  ["no dossier", () => ["decide"], [/name the dossier's file/, /请给出材料文件/]],
  [
    "a missing file",
    () => ["decide", "no-such.yaml"],
    [/no file no-such\.yaml/, /没有文件 no-such\.yaml/],
  ],
  ["a folder", () => ["decide", folder], [/is a folder/, /是目录/]],
  ["an unknown option", () => ["decide", tenant, "--jsno"], [/--jsno.*--json/, /--jsno.*--json/]],
  ["an unknown short option", () => ["decide", tenant, "-x"], [/no option -x/, /没有选项 -x/]],
  [
    "an option without its value",
    () => ["decide", tenant, "--law"],
    [/--law needs a value/, /--law 后面/],
  ],
  [
    "an option before another",
    () => ["decide", tenant, "--law", "--json"],
    [/--law needs/, /--law 后面/],
  ],
  [
    "a flag with a value",
    () => ["decide", tenant, "--json=yes"],
    [/--json takes no value/, /--json 后面不写/],
  ],
  [
    "one file too many",
    () => ["decide", tenant, "b.yaml"],
    [/b\.yaml is one too many/, /多了 b\.yaml/],
  ],
  [
    "an unknown command",
    () => ["decied", tenant],
    [/no command decied.*decide/, /没有命令 decied.*decide/],
  ],
  [
    "an unknown service",
    () => ["decide", tenant, "--service", "setlement"],
    [/setlement.*settlement/, /setlement.*settlement/],
  ],
  ["an unknown text", () => ["decide", tenant, "--law", "Q"], [/Q/, /Q/]],
  [
    "a day that is none",
    () => ["decide", tenant, "--known-at", "2026-02-30"],
    [/2026-02-30/, /2026-02-30/],
  ],
  [
    "a missing pack",
    () => ["decide", tenant, "--pack", "no-such"],
    [/no folder no-such/, /没有目录 no-such/],
  ],
  [
    "a pack that is a file",
    () => ["decide", tenant, "--pack", tenant],
    [/is not a folder/, /不是目录/],
  ],
  ["a port that is none", () => ["serve", "--port", "99999"], [/PORT.*99999/, /PORT.*99999/]],
  [
    "a wrong date",
    () => ["decide", file("date.yaml", `${head}person: {born: 2026-02-30}\n`)],
    [/date\.yaml:3:10: person\.born.*2026-02-30/, /date\.yaml:3:10: person\.born.*2026-02-30/],
  ],
  [
    "an ID number",
    () => ["decide", file("id.yaml", `${head}person: {id: 110105194912310021}\n`)],
    [/id\.yaml:3:10: person\.id.*last character/, /person\.id.*最后一位/],
  ],
  [
    "an unknown field",
    () => ["decide", file("field.yaml", `${head}recrods: {}\n`)],
    [/recrods.*did you mean records/, /recrods.*是不是 records/],
  ],
  [
    "overlapping spells",
    () => [
      "decide",
      file(
        "spells.yaml",
        `${head}records:\n  residences:\n    - {at: 650202, from: 2020-01-01}\n    - {at: 650202, from: 2021-01-01}\n`,
      ),
    ],
    [
      /:6:7: records\.residences\[1\].*records\.residences\[0\]/,
      /records\.residences\[1\].*records\.residences\[0\]/,
    ],
  ],
  [
    "a syntax error",
    () => ["decide", file("syntax.yaml", "on: [\n")],
    [/syntax\.yaml:2:1.*YAML/, /YAML/],
  ],
  ["nothing", () => ["decide", file("empty.yaml", "")], [/empty/, /空的/]],
  [
    "a picture",
    () => ["decide", file("picture.yaml", Buffer.from([137, 80, 78, 71, 0, 255, 254]))],
    [/not a text file/, /不是文本文件/],
  ],
  [
    "10 MB of rubbish",
    () => ["decide", file("rubbish.yaml", "x: [".repeat(2_500_000))],
    [/rubbish\.yaml.*1048576 bytes/, /rubbish\.yaml.*1048576/],
  ],
  [
    "a place without rules",
    () => [
      "decide",
      file("far.yaml", "service: settlement\non: 2026-05-01\nplace: {county: 110105}\n"),
    ],
    [/110105/, /110105/],
  ],
  [
    "an unknown language",
    () => ["decide", tenant, "--lang", "fr"],
    [/no language fr/, /没有语言 fr/],
  ],
];

describe("bad input is one line and exit code 2", () => {
  it.each(bad)("%s", async (_name, args, [english, chinese]) => {
    const [en, zh] = await Promise.all([
      luohu(args(), { env: { LUOHU_LANG: "en" } }),
      luohu(args(), { env: { LUOHU_LANG: "zh-CN" } }),
    ]);
    for (const [ended, says] of [
      [en, english],
      [zh, chinese],
    ] as const) {
      expect(ended.stderr).toMatch(oneLine);
      expect(ended.stderr).toMatch(says!);
      expect(ended.stderr).not.toMatch(/\{\w+\}|undefined|\[object/);
      expect(ended).toMatchObject({ code: 2, stdout: "" });
    }
  });

  it("10 MB on standard input is refused fast", async () => {
    const started = performance.now();
    const ended = await luohuProcess(["decide", "-"], { input: "x".repeat(10_000_000) });
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toMatch(oneLine);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it("standard input without end is refused too", async () => {
    const child = startLuohu(["decide", "-"]);
    const stderr = gather(child.stderr);
    child.stdin?.on("error", () => undefined);
    child.stdin?.write("x".repeat(2_000_000));
    const [code] = (await once(child, "close")) as [number | null];
    expect(code).toBe(2);
    expect(stderr()).toMatch(oneLine);
  });

  it("several problems are several lines, each with its place", async () => {
    const text = "on: 2026-13-01\nplace: {county: 1}\ncomplete: [familly]\n";
    const { code, stderr } = await luohuProcess(["decide", "-"], { input: text });
    expect(code).toBe(2);
    expect(stderr.split("\n").map((line) => line.split(": ", 2).join(" "))).toEqual([
      "-:1:1 on",
      "-:2:9 place.county",
      "-:3:12 complete[0]",
      "",
    ]);
  });
});

describe("check, cases, schema", () => {
  const broken = join(folder, "broken");
  beforeAll(() => {
    cpSync(join(packageRoot, "rulebooks"), broken, { recursive: true });
    const path = join(broken, "region", "settlement.2014-10-27.yaml");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace("residence.since", "residence.sinse"));
    const cases = join(broken, "region", "cases");
    mkdirSync(cases, { recursive: true });
  });

  it("the law that comes with Luohu is sound, and every case holds", async () => {
    const [check, cases] = await Promise.all([luohu(["check"]), luohu(["cases"])]);
    expect(check).toMatchObject({ code: 0, stderr: "" });
    expect(check.stdout).toMatch(/^No problems: \d+ rules, \d+ facts, \d+ files\n$/);
    expect(cases).toMatchObject({ code: 0, stderr: "" });
    expect(cases.stdout).toMatch(/^\d+ cases, 0 failed\n$/);
  });

  it("check names file, line, column, code and what was meant", async () => {
    const { code, stdout, stderr } = await luohu(["check", broken]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    const place =
      /^\S+settlement\.2014-10-27\.yaml:\d+:\d+ unknown-name .*residence\.sinse.*residence\.since/m;
    expect(stdout).toMatch(place);
    expect(stdout).not.toMatch(/\{\w+\}/);
  });

  it("decide with a broken pack is bad input", async () => {
    const { code, stdout, stderr } = await luohu(["decide", tenant, "--pack", broken]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("residence.sinse");
  });

  it("a case that fails is one line with its place, and the count is the last", async () => {
    const wrong = join(folder, "wrong");
    cpSync(join(packageRoot, "rulebooks"), wrong, { recursive: true });
    const path = join(wrong, "region", "cases", "r5.yaml");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace("outcome: granted", "outcome: refused"));
    const { code, stdout } = await luohu(["cases", wrong]);
    expect(code).toBe(1);
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/r5\.yaml:\d+ \S/);
    expect(lines[1]).toMatch(/^\d+ cases, 1 failed$/);
  });

  it("an empty folder and a missing one are bad input", async () => {
    const empty = join(folder, "empty");
    mkdirSync(empty);
    for (const path of [empty, join(folder, "none")]) {
      for (const command of ["check", "cases"]) {
        const ended = await luohu([command, path]);
        expect(ended).toMatchObject({ code: 2, stdout: "" });
        expect(ended.stderr).toMatch(oneLine);
      }
    }
  });

  it("schema prints JSON Schema", async () => {
    const { code, stdout } = await luohu(["schema"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      required: ["on", "place"],
    });
  });
});

describe("pipes and ports", () => {
  it("a reader that closes early is no failure", async () => {
    const child = startLuohu(["explain", tenant, "--json"]);
    const stderr = gather(child.stderr);
    child.stdout?.once("data", () => child.stdout?.destroy());
    child.stdout?.destroy();
    const [code] = (await once(child, "close")) as [number | null];
    expect({ code, stderr: stderr() }).toEqual({ code: 0, stderr: "" });
  });

  it.each(["abc", "-1", "70000", "80.5"])("PORT=%s is refused by name", async (port) => {
    const ended = await luohu(["serve"], { env: { PORT: port } });
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toMatch(/^luohu: PORT .*\n$/);
  });
});
