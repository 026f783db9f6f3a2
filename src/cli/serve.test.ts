import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { useDatabase } from "../platform/postgres/testing/index.ts";
import { gather, luohu, luohuProcess, startLuohu } from "./command-line.fixture.ts";

const [demo, real] = [await useDatabase(), await useDatabase()];
const folder = mkdtempSync(join(tmpdir(), "luohu-serve-"));
const envOf = ({ ownerUrl, appUrl }: typeof demo) => ({
  DATABASE_URL: ownerUrl,
  DATABASE_APP_URL: appUrl,
  LUOHU_DATA: join(folder, ownerUrl === demo.ownerUrl ? "demo" : "real"),
  LUOHU_LANG: "en",
  PORT: "0",
});
const oneLine = /^luohu: [^\n]+\n$/;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("a database of one's own is set up first, once, and for good", async () => {
  const early = await luohuProcess(["serve"], { env: envOf(demo) });
  expect(early).toMatchObject({ code: 2, stdout: "" });
  expect(early.stderr).toMatch(oneLine);
  expect(early.stderr).toContain("luohu init");

  expect(await luohu(["init", "--demo"], { env: envOf(demo) })).toMatchObject({
    code: 0,
    stderr: "",
  });
  expect(await luohu(["init"], { env: envOf(real) })).toMatchObject({ code: 0, stderr: "" });
  for (const [args, env] of [
    [["init"], envOf(demo)],
    [["init", "--demo"], envOf(real)],
  ] as const) {
    const again = await luohu(args, { env });
    expect(again).toMatchObject({ code: 2, stdout: "" });
    expect(again.stderr).toMatch(oneLine);
  }
  const people = "SELECT count(*)::int AS people FROM person";
  expect((await real.owner.pool.query(people)).rows).toEqual([{ people: 0 }]);
});

it("prints one address and ends at a signal, connections open or not", async () => {
  for (const [signal, env] of [
    ["SIGINT", envOf(demo)],
    ["SIGTERM", envOf(real)],
  ] as const) {
    const child = startLuohu(["serve"], { env });
    const [stdout, stderr] = [gather(child.stdout), gather(child.stderr)];
    await once(child.stdout!, "data");
    expect(stdout()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
    // fetch keeps its connection alive.
    expect((await fetch(`${stdout().trim()}health/ready`)).status).toBe(200);
    const told = performance.now();
    child.kill(signal);
    const [code] = (await once(child, "close")) as [number | null];
    expect({ code, stderr: stderr() }).toEqual({ code: 0, stderr: "" });
    expect(performance.now() - told).toBeLessThan(2000);
  }
});

it("made-up people stay on this machine", async () => {
  const ended = await luohuProcess(["serve", "--host", "0.0.0.0"], { env: envOf(demo) });
  expect(ended).toMatchObject({ code: 2, stdout: "" });
  expect(ended.stderr).toMatch(oneLine);
  expect(ended.stderr).toContain("0.0.0.0");
});

it("a taken port is one line that names the port and PORT", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  const port = String(typeof address === "object" ? address?.port : "");
  for (const [lang, says] of [
    ["en", `port ${port} is taken`],
    ["zh-CN", `端口 ${port} 已被占用`],
  ] as const) {
    const env = { ...envOf(demo), PORT: port, LUOHU_LANG: lang };
    const ended = await luohuProcess(["serve"], { env });
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toMatch(oneLine);
    expect(ended.stderr).toContain(says);
    expect(ended.stderr).toContain("PORT=");
  }
  taken.close();
});

it("a limit that is none is refused by name", async () => {
  const ended = await luohuProcess(["serve"], {
    env: { ...envOf(demo), LUOHU_RECORDS_PER_MINUTE: "0" },
  });
  expect(ended).toMatchObject({ code: 2, stdout: "" });
  expect(ended.stderr).toMatch(/^luohu: LUOHU_RECORDS_PER_MINUTE .*\n$/);
});
