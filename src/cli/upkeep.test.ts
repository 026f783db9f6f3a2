import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "../platform/postgres/testing/index.ts";
import { asForger, histories, recordHistory } from "../register/testing/index.ts";
import { soundOf } from "../standards/index.ts";
import { luohu } from "./command-line.fixture.ts";

const [place, empty, cut] = [await useDatabase(), await useDatabase(), await useDatabase()];
const folder = mkdtempSync(join(tmpdir(), "luohu-upkeep-"));
const envOf = ({ ownerUrl, appUrl }: typeof place, keys = "keys") => ({
  DATABASE_URL: ownerUrl,
  DATABASE_APP_URL: appUrl,
  LUOHU_DATA: folder,
  LUOHU_KEYS: join(folder, keys),
  LUOHU_LANG: "en",
});
const run = (...args: readonly string[]) => luohu(args, { env: envOf(place) });
const archive = join(folder, "register.luohu");
const oneLine = /^luohu: [^\n]+\n$/;

beforeAll(async () => {
  const [steps = []] = fc.sample(histories(200), { numRuns: 1, seed: 11 });
  const { database } = place;
  await recordHistory(steps, { database, keys: "", random: randomBytes, soundOf });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the commands that keep the register sound", { timeout: 120_000 }, () => {
  it("state what no signature protects, sign it, and state that", async () => {
    const before = await run("verify");
    expect(before).toMatchObject({ code: 0, stderr: "" });
    expect(before.stdout).toMatch(/^990101: \d+ events, none signed yet; the last \d+, from 2020-/);
    const signed = await run("checkpoint");
    expect(signed.stdout).toMatch(/^990101: signed 1 to \d+\n990102: signed 1 to/);
    expect((await run("checkpoint")).stdout).toBe("There is nothing new to sign\n");
    const after = await run("verify", "--lang", "zh-CN");
    expect(after.stdout).toMatch(/未发现问题：3 个县，\d+ 个事件/);
    const one = await run("verify", "--county", "990102", "--json");
    expect(JSON.parse(one.stdout)).toMatchObject({
      counties: [{ county: 990_102, tail: 0, faults: 0 }],
      faults: [],
    });
  });

  it("rotate the key, after which everything still verifies", async () => {
    expect((await run("checkpoint", "--rotate")).stdout).toMatch(/^New key: \S{43};/);
    const files = readdirSync(join(folder, "keys")).filter((name) => name.startsWith("key-"));
    expect(files).toHaveLength(2);
    expect((await run("verify")).code).toBe(0);
  });

  it("rebuild, back up, and restore into an empty database", async () => {
    expect((await run("rebuild")).stdout).toMatch(
      /^Rebuilt: 3 counties, \d+ events in \d+\.\d s, \d+ events\/s\n$/,
    );
    const backedUp = await run("backup", archive);
    expect(backedUp).toMatchObject({ code: 0, stderr: "" });
    expect(backedUp.stdout).toMatch(/^Backed up to .*register\.luohu: \d+ events, \d+ bytes\n/);
    const restored = await luohu(["restore", archive], { env: envOf(empty, "other-keys") });
    expect(restored.code).toBe(0);
    expect(restored.stdout).toMatch(/^Restored: \d+ events, .*\n(990.*\n)+No faults; counties: 3/);
    const again = await luohu(["restore", archive], { env: envOf(empty, "other-keys") });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain("the database has something in it");
  });

  it("say in one line what cannot be used", async () => {
    expect(await run("verify", "--county", "abc")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(oneLine),
    });
    expect((await run("verify", "--county", "650102")).code).toBe(2);
    expect(await run("backup")).toMatchObject({ code: 2, stderr: expect.stringMatching(oneLine) });
    const taken = await run("backup", archive);
    expect(taken).toMatchObject({ code: 2, stderr: expect.stringContaining("is there already") });
    const nowhere = await run("backup", join(folder, "no", "such", "folder"));
    expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringContaining("ENOENT") });
    const missing = await luohu(["restore", join(folder, "none")], { env: envOf(cut) });
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining("ENOENT") });
    const short = join(folder, "short.luohu");
    writeFileSync(short, readFileSync(archive).subarray(0, -50));
    const damaged = await luohu(["restore", short], { env: envOf(cut) });
    expect(damaged).toMatchObject({ code: 2, stderr: expect.stringContaining("cut short") });
    copyFileSync(import.meta.filename, short);
    const other = await luohu(["restore", short], { env: envOf(cut) });
    expect(other.stderr).toContain("is no backup of Luohu");
  });

  it("refuse to sign where the folder of keys was lost, until told whom to believe", async () => {
    const lost = (...args: readonly string[]) => luohu(args, { env: envOf(place, "lost") });
    expect(await lost("checkpoint")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("luohu checkpoint --adopt"),
    });
    expect((await lost("verify")).stdout).toContain("were signed with the unknown key");
    expect((await lost("checkpoint", "--adopt")).code).toBe(0);
    expect((await lost("verify")).code).toBe(0);
  });

  it("fail where something was changed, and name it", async () => {
    await asForger(place.owner, (query) =>
      query(
        "UPDATE household SET version = version + 1 WHERE (county, household_id) IN (SELECT county, household_id FROM household LIMIT 1)",
      ),
    );
    const found = await run("verify");
    expect(found.code).toBe(1);
    expect(found.stdout).toMatch(
      /table household, \d+: version is not what the events say \[row-changed\]/,
    );
    await asForger(place.owner, (query) =>
      query("UPDATE register_payload SET payload = payload || ' ' WHERE county = 990102"),
    );
    const rebuilt = await run("rebuild");
    expect(rebuilt).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("the chain of 990102 does not hold at event 1"),
    });
  });
});
