import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ensureKey } from "../../platform/keys/index.ts";
import { useDatabase } from "../../platform/postgres/testing/index.ts";
import { forge, keepChains, putBackChains, tamper } from "../testing/forger.ts";
import { histories } from "../testing/random-histories.ts";
import { plainSound as soundOf, recordHistory } from "../testing/record-history.ts";
import { bytesOf, digestOf } from "./link.ts";
import { takeCheckpoints } from "./take-checkpoints.ts";
import { verifyRegister } from "./verify.ts";

const { database, owner } = await useDatabase();
const keys = mkdtempSync(join(tmpdir(), "luohu-verify-"));
const now = () => "2026-01-01T00:00:00.000Z";
const county = 990_103;

const verify = () => verifyRegister({ database, keys, soundOf });
const checkpoint = () => takeCheckpoints({ database, keys, now });
const [steps = []] = fc.sample(histories(600), { numRuns: 1, seed: 11 });

/** What is said of single events, without what follows from it for others. */
async function eventFaults(): Promise<readonly string[]> {
  const { faults } = await verify();
  return faults
    .filter(({ code }) => code.startsWith("event-"))
    .map(({ code, seq, values }) => [code, seq, ...Object.values(values)].join(" "));
}

/** Fewer acts, so that later ones stay behind the newest checkpoint. */
let signedThrough = 0;

beforeAll(async () => {
  await ensureKey(keys, now());
  await recordHistory(steps.slice(0, 300), { database, keys, random: randomBytes });
  await checkpoint();
  signedThrough = (await verify()).counties.find((each) => each.county === county)?.events ?? 0;
  await keepChains(owner);
});
afterEach(() => putBackChains(owner));
afterAll(() => rmSync(keys, { recursive: true, force: true }));

const someSeq = () => fc.integer({ min: 2, max: signedThrough - 2 });

describe("verification", () => {
  it("finds nothing where nobody touched anything, lawful erasures and all", async () => {
    const { faults, counties } = await verify();
    expect(faults).toEqual([]);
    expect(signedThrough).toBeGreaterThan(30);
    expect(counties.map(({ tail }) => tail)).toEqual([0, 0, 0]);
    expect(counties.reduce((sum, { erased }) => sum + erased, 0)).toBeGreaterThan(3);
  });

  it("names an event that was rewritten, though all later hashes were computed anew", async () => {
    await fc.assert(
      fc.asyncProperty(someSeq(), async (seq) => {
        await forge(owner, county, (rows) =>
          rows.map((row) => {
            if (row.seq !== seq) return row;
            const salt = randomBytes(16);
            const payload = bytesOf({ forged: true });
            return { ...row, salt, payload, digest: digestOf(salt, payload) };
          }),
        );
        expect(await eventFaults()).toEqual([`event-rewritten ${seq}`]);
        await putBackChains(owner);
      }),
      { numRuns: 6 },
    );
  });

  it("names events whose people have no name any more, and goes on", async () => {
    await forge(owner, county, (rows) =>
      rows.map((row) => {
        const payload = String(row.payload).replaceAll(/"name":("[^"]*","nameHan":)/g, '"nam3":$1');
        return row.payload === null ? row : { ...row, payload: Buffer.from(payload) };
      }),
    );
    const codes = (await verify()).faults.map(({ code }) => code);
    expect(codes).toContain("payload-changed");
  });

  it("names an event that was taken out, and says that the others moved", async () => {
    await fc.assert(
      fc.asyncProperty(someSeq(), async (seq) => {
        await forge(owner, county, (rows) => rows.filter((row) => row.seq !== seq));
        expect(await eventFaults()).toEqual([
          `event-removed ${seq}`,
          `event-moved ${seq + 1} ${seq} ${signedThrough - seq}`,
        ]);
        await putBackChains(owner);
      }),
      { numRuns: 6 },
    );
  });

  it("names an event that was put in", async () => {
    await fc.assert(
      fc.asyncProperty(someSeq(), async (seq) => {
        await forge(owner, county, (rows) =>
          rows.flatMap((row) => {
            if (row.seq !== seq) return [row];
            const salt = randomBytes(16);
            const payload = bytesOf({ forged: true });
            const forged = { ...row, event: randomUUID(), salt, payload };
            return [{ ...forged, digest: digestOf(salt, payload) }, row];
          }),
        );
        expect(await eventFaults()).toEqual([
          `event-inserted ${seq}`,
          `event-moved ${seq} ${seq + 1} ${signedThrough - seq + 1}`,
        ]);
        await putBackChains(owner);
      }),
      { numRuns: 6 },
    );
  });

  it("names events that changed places", async () => {
    await fc.assert(
      fc.asyncProperty(someSeq(), someSeq(), async (a, b) => {
        fc.pre(a !== b);
        const other = (seq: number) => (seq === a ? b : seq === b ? a : seq);
        await forge(owner, county, (rows) => rows.toSorted((x, y) => other(x.seq) - other(y.seq)));
        const found = await eventFaults();
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(found.toSorted()).toEqual(
          [`event-moved ${high} ${low} 1`, `event-moved ${low} ${high} 1`].toSorted(),
        );
        await putBackChains(owner);
      }),
      { numRuns: 6 },
    );
  });

  it("names the last events when the end was cut off", async () => {
    await forge(owner, county, (rows) => rows.slice(0, -2));
    expect(await eventFaults()).toEqual([
      `event-removed ${signedThrough - 1}`,
      `event-removed ${signedThrough}`,
    ]);
  });

  it("notices checkpoints that are gone, and what was rewritten under them", async () => {
    await owner.pool.query(
      `BEGIN; SET LOCAL luohu.counties = '{${county}}'; SET LOCAL luohu.department = 'public-security';
       DELETE FROM checkpoint; COMMIT`,
    );
    expect((await verify()).faults.map(({ code }) => code)).toEqual(["checkpoint-missing"]);
    await forge(owner, county, (rows) =>
      rows.map((row) => (row.seq === 5 ? { ...row, digest: randomBytes(32) } : row)),
    );
    const codes = (await verify()).faults.map(({ code }) => code);
    expect(codes).toContain("checkpoint-missing");
    expect(codes).toContain("stretch-differs");
  });

  it("says what no signature protects yet, and since when", async () => {
    const folder = mkdtempSync(join(tmpdir(), "luohu-verify-tail-"));
    await ensureKey(folder, now());
    const { counties, faults } = await verifyRegister({ database, keys: folder, soundOf });
    rmSync(folder, { recursive: true, force: true });
    const found = counties.find((each) => each.county === county);
    expect(found).toMatchObject({ checkpoint: null, tail: signedThrough });
    expect(found?.tailSince).toMatch(/^2020-/);
    // Signed by a key that this folder does not know: worth nothing here.
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(["checkpoint-unknown-key"]));
  });

  it("is not led astray by a forged file of heads", async () => {
    const folder = mkdtempSync(join(tmpdir(), "luohu-verify-heads-"));
    await ensureKey(folder, now());
    const line = { county, from: 1, through: 9, sha256: "00", signed: now(), key: "x" };
    writeFileSync(
      join(folder, "heads.jsonl"),
      `{"cut\n${JSON.stringify({ ...line, signature: "AA" })}`,
    );
    const { faults } = await verifyRegister({ database, keys: folder, soundOf });
    rmSync(folder, { recursive: true, force: true });
    expect(faults.some(({ code }) => code === "checkpoint-missing")).toBe(false);
  });
});

describe("a byte changed in any column of any row", () => {
  it("is found, and the row is named", { timeout: 120_000 }, async () => {
    const dice = fc.record({ table: fc.nat(), row: fc.nat(), column: fc.nat(), byte: fc.nat() });
    const tried = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(dice, async (thrown) => {
        const change = await tamper(owner, thrown);
        if (change === undefined) return;
        try {
          const { faults } = await verify();
          tried.set(change.what, (tried.get(change.what) ?? 0) + 1);
          expect(
            faults.some((fault) => change.named(fault)),
            `${change.what}: ${JSON.stringify(faults.slice(0, 3))}`,
          ).toBe(true);
        } finally {
          await change.undo();
        }
      }),
      { numRuns: 200, endOnFailure: true },
    );
    expect((await verify()).faults).toEqual([]);
    expect(tried.size).toBeGreaterThan(40);
  });
});
