import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { markInstallation } from "../identity/index.ts";
import { useDatabase } from "../platform/postgres/testing/index.ts";
import { luohu } from "./command-line.fixture.ts";

const [real, fresh] = [await useDatabase(), await useDatabase()];
const folder = mkdtempSync(join(tmpdir(), "luohu-appoint-"));
const envOf = ({ ownerUrl, appUrl }: typeof real) => ({
  DATABASE_URL: ownerUrl,
  DATABASE_APP_URL: appUrl,
  LUOHU_DATA: folder,
  LUOHU_LANG: "en",
  OIDC_ISSUER: "https://id.example.invalid",
});
const run = (...args: readonly string[]) => luohu(args, { env: envOf(real) });

beforeAll(() => markInstallation(real.owner, "real"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("names staff before they have signed in, lists them, and ends it", async () => {
  expect(await run("appointments")).toMatchObject({ code: 0, stdout: "Nobody is appointed yet\n" });
  const days = ["--from", "2026-01-01", "--until", "2026-12-31"];
  const clerk = ["appoint", "s-1", "--role", "window-clerk", "--county", "650102,650103", ...days];
  expect(await run(...clerk)).toEqual({
    code: 0,
    stdout: "Appointed: s-1, window-clerk, from 2026-01-01\n",
    stderr: "",
  });
  const again = await run(...clerk);
  expect(again.code).toBe(2);
  expect(again.stderr).toMatch(/^luohu: they have this role in these days already.*\n$/);
  const end = await run(
    "appoint",
    "s-1",
    "--role",
    "window-clerk",
    "--end",
    "--until",
    "2026-06-30",
  );
  expect(end.stdout).toBe("Ended: s-1, window-clerk, last day 2026-06-30\n");
  const { stdout } = await run("appointments", "--json");
  expect(JSON.parse(stdout)).toEqual([
    {
      issuer: "https://id.example.invalid/",
      subject: "s-1",
      name: null,
      role: "window-clerk",
      counties: [650_102, 650_103],
      department: "public-security",
      from: "2026-01-01",
      until: "2026-06-30",
    },
  ]);
});

it.each([
  ["nobody", [], "say whom to appoint"],
  ["no role", ["s-2"], "name the role with --role: window-clerk, approver"],
  ["a resident", ["s-2", "--role", "resident"], "name the role"],
  ["no county", ["s-2", "--role", "auditor"], "needs --county"],
  [
    "a county there is none",
    ["s-2", "--role", "auditor", "--county", "990101"],
    "no county 990101",
  ],
  [
    "no department",
    ["s-2", "--role", "department-officer", "--county", "650102"],
    "needs --department",
  ],
  [
    "a department there is none",
    ["s-2", "--role", "department-officer", "--county", "650102", "--department", "taxx"],
    "no department taxx (did you mean tax?)",
  ],
  ["a day there is none", ["s-2", "--role", "lawmaker", "--from", "2026-02-30"], "2026-02-30"],
  [
    "an end before the beginning",
    ["s-2", "--role", "lawmaker", "--from", "2026-02-02", "--until", "2026-02-01"],
    "last day is before the first",
  ],
  ["an end of nothing", ["s-2", "--role", "lawmaker", "--end"], "does not have the role lawmaker"],
])("refuses %s in one line", async (_name, args, said) => {
  const { code, stdout, stderr } = await run("appoint", ...args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^luohu: [^\n]+\n$/);
  expect(stderr).toContain(said);
});

it("does nothing before luohu init", async () => {
  const args = ["appoint", "s-1", "--role", "lawmaker"];
  expect((await luohu(args, { env: envOf(fresh) })).code).toBe(2);
});

it("names nobody whom no provider here vouches for", async () => {
  const role = ["--role", "lawmaker"];
  for (const issuer of ["urn:luohu:demo-identity", "nobody"]) {
    const ended = await run("appoint", "s-9", ...role, "--issuer", issuer);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/^luohu: ".+" vouches for nobody here.*\n$/);
  }
  expect((await run("appoint", "two\nlines", ...role)).code).toBe(2);
});
