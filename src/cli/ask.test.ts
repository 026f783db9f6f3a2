import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packageRoot } from "../platform/files/index.ts";
import { gather, luohu, startLuohu } from "./command-line.fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "luohu-ask-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const inFolder = (name: string): string => join(folder, name);
const file = (name: string, text: string): string => {
  writeFileSync(inFolder(name), text);
  return inFolder(name);
};

const env = { LUOHU_LANG: "en" };
const ask = (args: readonly string[], lines: readonly string[] = [], more = env) =>
  luohu(["ask", ...args], { env: more, input: lines.map((line) => `${line}\n`).join("") });

const village = file(
  "village.yaml",
  "service: settlement\non: 2026-05-01\nplace: {county: 652323, kind: village}\nrecords: {insurances: [{from: 2025-10, to: 2025-12}]}\n",
);
const city = ["--county", "652301", "--on", "2026-05-01", "--service", "settlement"];
const hole = /\{\w+\}|undefined|\[object/;
const questions = (stdout: string): readonly string[] =>
  [...stdout.matchAll(/^(.+) \(likely left: \d+\)$/gm)].map(([, question = ""]) => question);

describe("an interview", () => {
  it("asks until the answer stands, and says it as decide does with the saved dossier", async () => {
    const saved = inFolder("saved.yaml");
    const asked = await ask([village, "--save", saved], ["2024-09-01", "14"]);
    expect(asked).toMatchObject({ code: 0, stderr: "" });
    expect(questions(asked.stdout)).toEqual([
      "Since which day have you lived there without a break?",
      "How many months of social insurance have you paid in all?",
    ]);
    expect(asked.stdout).toContain(`The dossier is in ${saved}`);
    expect(asked.stdout).not.toMatch(hole);
    const decided = await luohu(["decide", saved], { env });
    expect(decided.stdout).toMatch(/^✓ Yes/);
    expect(asked.stdout).toContain(decided.stdout);
    const text = readFileSync(saved, "utf8");
    expect(text).toContain("source: self");
    expect(text).toMatch(/from: "?2025-10"?/);
  });

  it("says why it asks, which kinds of answer it takes and how many questions are likely left", async () => {
    const { stdout } = await ask(city, []);
    expect(stdout).toMatch(
      /^\nIs that place a city, a town or a village\? \(likely left: \d+\)\n {2}Why: .+\n {2}1 {2}Urban area of a county-level city\n/,
    );
    expect(stdout).toContain("  a number from 1 to 7; ? not known, b back, w why, q stop\n> ");
  });

  it("goes back, says why, takes ? for an answer and the option's number, id or name", async () => {
    const { stdout } = await ask(city, [
      "w",
      "b",
      "county-city",
      "b",
      "Village, pasture areas included",
      "b",
      "1",
      "?",
      "q",
    ]);
    const [place, ...rest] = questions(stdout);
    expect(stdout).toContain("Grounds that wait for it\n");
    expect(stdout).toContain("R4.1 ");
    expect(stdout).toContain("This is the first question\n");
    expect(rest.filter((question) => question === place)).toHaveLength(2);
    // The question that was not known is not asked again.
    expect(rest.at(-1)).not.toBe(rest.at(-2));
    expect(stdout).toContain("the person does not know");
  });

  it("not knowing the kind of place is an answer that can be saved", async () => {
    const saved = inFolder("unsure.yaml");
    const asked = await ask([...city, "--save", saved], ["?", "q"]);
    expect(asked.code).toBe(0);
    expect(readFileSync(saved, "utf8")).toContain("unsure:\n  - place.kind\n");
    expect((await luohu(["decide", saved], { env })).code).toBe(0);
  });

  it("what is no answer is told what is expected, and the question stays", async () => {
    const lines = ["yes", "2026-02-30", "none of that", "2024-09-01", "2", "many", "-3", "１５"];
    const { stdout, code } = await ask([village], lines);
    expect(code).toBe(0);
    expect(questions(stdout)).toHaveLength(2);
    expect(stdout).toContain("> yes\na day, year-month-day, for example 2026-05-01, or none");
    expect(stdout).toContain('> 2026-02-30\n"2026-02-30" is not a day that exists.');
    expect(stdout).toContain("> 2\nthe value 2 disagrees with the records given");
    expect(stdout).toContain("> many\na number, for example 12");
    expect(stdout).toMatch(/> -3\n.*-3/);
    expect(stdout).toContain("✓ Yes");
  });

  it("answers in Chinese, to Chinese words", async () => {
    const { stdout } = await ask(city, ["县级市的市区", "？", "是"], { LUOHU_LANG: "zh-CN" });
    expect(stdout).toContain("（大约还有 ");
    expect(stdout).toMatch(/\n✓ 可以/);
    expect(stdout).not.toMatch(hole);
  });

  it.each([
    ["q", ["q"]],
    ["no more lines", []],
  ])("%s says where things stand", async (_name, lines) => {
    const { stdout, code } = await ask([village], lines);
    expect(code).toBe(0);
    expect(stdout).toContain("? Not known yet");
    expect(stdout).toContain("To keep the answers as a dossier: --save <file>");
  });

  it("asks nothing where nothing is left to ask", async () => {
    const { stdout, code } = await ask([join(packageRoot, "examples", "tenant.yaml")], ["n"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\n✓ Yes/);
    expect(stdout).not.toContain("> ");
  });

  it("a line without end ends the interview", async () => {
    const child = startLuohu(["ask", village], { env });
    const stdout = gather(child.stdout);
    child.stdin?.on("error", () => undefined);
    child.stdin?.write("x".repeat(500_000));
    const [code] = (await once(child, "close")) as [number | null];
    expect(code).toBe(0);
    expect(stdout()).toContain("? Not known yet");
    expect(stdout().length).toBeLessThan(10_000);
  });
});

describe("--json", () => {
  it("is the next question, the dossier from a file, standard input or options", async () => {
    const [named, piped, said] = await Promise.all([
      ask([village, "--json"]),
      luohu(["ask", "-", "--json"], { input: readFileSync(village, "utf8") }),
      ask([...city, "--kind", "county-city", "--json"]),
    ]);
    expect(JSON.parse(named.stdout)).toMatchObject({
      outcome: "unknown",
      next: { fact: "residence.since" },
      exact: true,
    });
    expect(piped.stdout).toBe(named.stdout);
    expect(JSON.parse(said.stdout)).toMatchObject({ next: { fact: expect.any(String) } });
  });

  it("without it, standard input that was the dossier is shown the question alone", async () => {
    const input = readFileSync(village, "utf8");
    const { stdout, code } = await luohu(["ask", "-"], { env, input });
    expect(code).toBe(0);
    expect(questions(stdout)).toHaveLength(1);
    expect(stdout).not.toContain("> ");
  });
});

describe("what cannot be asked is one line and exit code 2", () => {
  it.each<readonly [string, readonly string[], RegExp]>([
    ["nothing", [], /--county, --kind and --on/],
    ["both", [village, ...city], /not both/],
    ["no day", ["--county", "652301"], /on is required/],
    ["no county", ["--on", "2026-05-01"], /county is required/],
    ["a county that is none", ["--county", "99", "--on", "2026-05-01"], /"99"/],
    [
      "a kind that is none",
      ["--county", "652301", "--on", "2026-05-01", "--kind", "citty"],
      /did you mean city/,
    ],
    ["no service", ["--county", "652301", "--on", "2026-05-01"], /which service/],
    ["a file to save in that is there", [village, "--save", village], /is there already/],
  ])("%s", async (_name, args, says) => {
    const before = readFileSync(village, "utf8");
    const ended = await ask(args, ["q"]);
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toMatch(/^luohu: [^\n]+\n$/);
    expect(ended.stderr).toMatch(says);
    expect(ended.stderr).not.toMatch(hole);
    expect(readFileSync(village, "utf8")).toBe(before);
  });

  it("a folder that is not there cannot be saved in, and the answers are still printed", async () => {
    const ended = await ask([village, "--save", join(folder, "none", "x.yaml")], ["q"]);
    expect(ended.code).toBe(2);
    expect(ended.stdout).toContain("Not known yet");
    expect(ended.stderr).toMatch(/^luohu: .*x\.yaml cannot be written \(ENOENT\)\n$/);
    expect(existsSync(join(folder, "none"))).toBe(false);
  });
});
