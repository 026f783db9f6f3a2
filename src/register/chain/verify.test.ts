import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureKey } from "../../platform/keys/index.ts";
import { useDatabase } from "../../platform/postgres/testing/index.ts";
import { histories } from "../testing/random-histories.ts";
import { recordHistory, soundOf } from "../testing/record-history.ts";
import { takeCheckpoints } from "./take-checkpoints.ts";
import { verifyRegister } from "./verify.ts";

const { database, owner } = await useDatabase();
const keys = mkdtempSync(join(tmpdir(), "luohu-verify-"));
const now = () => "2026-01-01T00:00:00.000Z";

beforeAll(() => ensureKey(keys, now()));
afterAll(() => rmSync(keys, { recursive: true, force: true }));

const verify = () => verifyRegister({ database, keys, soundOf });

describe("verification", () => {
  it("finds nothing in a register that nobody touched, lawful erasures and all", async () => {
    const [steps = []] = fc.sample(histories(600), { numRuns: 1, seed: 11 });
    const events = await recordHistory(steps, { database, keys, random: randomBytes });
    const t = performance.now();
    const before = await verify();
    expect(before.faults).toEqual([]);
    const taken = await takeCheckpoints({ database, keys, now });
    expect(taken.refused).toEqual([]);
    const after = await verify();
    console.log(events, performance.now() - t, after.counties, before.counties);
    expect(after.faults).toEqual([]);
    expect(after.counties.reduce((sum, each) => sum + each.events, 0)).toBe(events);
  });
});
