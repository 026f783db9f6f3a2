// The exchange's log is signed as the register is: whoever rewrites it, and every hash after it, is found out entry by entry.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { builtInPack } from "../../test/pack.ts";
import { ensureKey } from "../platform/keys/index.ts";
import { useDatabase } from "../platform/postgres/testing/index.ts";
import { linkOf, startCheckpoints, takeCheckpoints } from "../register/index.ts";
import { askDepartments } from "./ask-departments.ts";
import { scopeOf } from "./exchange.ts";
import { exchangeLedger as ledger } from "./ledger.ts";
import { genesisOf } from "./log.ts";
import { verifyExchange } from "./verify-exchange.ts";

const { database, owner } = await useDatabase();
const keys = mkdtempSync(join(tmpdir(), "luohu-exchange-keys-"));
await ensureKey(keys, new Date().toISOString());
afterAll(() => rmSync(keys, { recursive: true, force: true }));
const pack = builtInPack();
const exchange = {
  database,
  pack,
  clock: () => new Date("2026-05-01T02:00:00Z"),
  random: randomBytes,
  keys,
  members: () => [],
};
const county = 990_101;
const signing = { database, keys, now: () => "2026-05-02T00:00:00.000Z", ledger };
const tables = ["exchange_log", "exchange_head", "exchange_checkpoint"];

const ask = (caseReference: string) =>
  database.inTransaction(scopeOf([county]), (tx) =>
    askDepartments(tx, exchange, {
      county,
      caseReference,
      person: 4711,
      idNumber: "990102198910309036",
      service: "settlement",
      place: { county: "652301", kind: "village" },
      on: "2026-05-01",
      purpose: "application",
      by: { account: "a", name: "林思齐" },
    }),
  );

async function verify() {
  const [log] = await verifyExchange({ database, keys });
  if (log === undefined) throw new Error("there is no log");
  return log;
}

type Query = (text: string, values?: unknown[]) => Promise<readonly Record<string, unknown>[]>;

/** Somebody with every right over the database, and none over the folder of keys. */
async function forge(work: (query: Query) => Promise<void>): Promise<void> {
  const client = await owner.pool.connect();
  try {
    await client.query(
      `BEGIN; SET LOCAL luohu.counties = '{${county}}'; SET LOCAL luohu.department = 'public-security';
       ALTER TABLE exchange_log DISABLE TRIGGER USER`,
    );
    await work(async (text, values = []) => (await client.query(text, values)).rows);
    await client.query("ALTER TABLE exchange_log ENABLE TRIGGER USER; COMMIT");
  } finally {
    client.release();
  }
}

/** Changes a digest, and computes the links of all entries anew, as `linkOf` has them. */
const rewrite = (seq: number) =>
  forge(async (query) => {
    await query("UPDATE exchange_log SET digest = sha256('x') WHERE seq = $1", [seq]);
    let prev = genesisOf(county);
    let before = prev;
    let last = 0;
    for (const row of await query("SELECT seq, entry_id, digest FROM exchange_log ORDER BY seq")) {
      last = Number(row["seq"]);
      const hash = linkOf(prev, county, last, String(row["entry_id"]), row["digest"] as Buffer);
      await query("UPDATE exchange_log SET prev_hash = $2, hash = $3 WHERE seq = $1", [
        last,
        prev,
        hash,
      ]);
      before = prev;
      prev = hash;
    }
    await query("UPDATE exchange_head SET seq = $1, prev_hash = $2, hash = $3", [
      last,
      before,
      prev,
    ]);
  });

let entries = 0;
beforeAll(async () => {
  for (const reference of ["C-1", "C-2", "C-3", "C-4"]) await ask(reference);
  ({ entries } = await verify());
  await forge(async (query) => {
    for (const table of tables) await query(`CREATE TABLE kept_${table} (LIKE ${table})`);
  });
});

it("is unsigned until the clock comes round, and verification says since when", async () => {
  expect(entries).toBeGreaterThan(6);
  expect(await verify()).toMatchObject({
    checkpoint: null,
    tail: entries,
    tailSince: "2026-05-01T02:00:00.000Z",
    faults: [],
  });
  const told: string[] = [];
  const log = (line: string) => told.push(line);
  await startCheckpoints({ ...signing, every: 60_000, log }).stop();
  expect(told).toEqual([]);
  expect(await verify()).toMatchObject({
    checkpoint: { seq: entries, signed: "2026-05-02T00:00:00.000Z" },
    tail: 0,
    tailSince: null,
    faults: [],
  });
  expect(await takeCheckpoints(signing)).toEqual({ signed: [], refused: [] });
  await forge(async (query) => {
    for (const table of tables) await query(`INSERT INTO kept_${table} SELECT * FROM ${table}`);
  });
});

describe("once it is signed", () => {
  afterEach(() =>
    forge(async (query) => {
      for (const table of tables) {
        await query(`DELETE FROM ${table}`);
        await query(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
      }
    }),
  );
  const codes = async () =>
    (await verify()).faults.map(({ code, seq }) => (seq === null ? code : `${code} ${seq}`));

  it("a rewritten entry is named, though all later hashes were computed anew", async () => {
    await rewrite(3);
    expect(await codes()).toEqual([
      `hashes-recomputed 4`,
      "event-rewritten 3",
      "payload-changed 3",
    ]);
  });

  it("an entry that says another time or another question is named, though neither is in its link", async () => {
    await forge(async (query) => {
      await query("UPDATE exchange_log SET at = at + interval '1 day' WHERE seq = 2");
    });
    expect(await codes()).toEqual(["column-differs 2"]);
    await forge(async (query) => {
      await query("UPDATE exchange_log SET at = at - interval '1 day' WHERE seq = 2");
      await query(
        `ALTER TABLE exchange_log DROP CONSTRAINT exchange_log_county_request_id_kind_key;
         UPDATE exchange_log SET request_id = (SELECT request_id FROM exchange_log WHERE seq = 3) WHERE seq = 1`,
      );
    });
    expect(await codes()).toEqual(["payload-changed 1", "not-logged"]);
  });

  it("entries cut off the end are named", async () => {
    await forge(async (query) => {
      await query("DELETE FROM exchange_log WHERE seq = $1", [entries]);
      await query(
        `UPDATE exchange_head h SET seq = l.seq, prev_hash = l.prev_hash, hash = l.hash
         FROM exchange_log l WHERE l.seq = $1`,
        [entries - 1],
      );
    });
    expect(await codes()).toEqual([`event-removed ${entries}`, "not-logged"]);
  });

  it("a head that was taken away hides no log", async () => {
    await forge(async (query) => void (await query("DELETE FROM exchange_head")));
    expect(await codes()).toEqual([`head-differs ${entries}`]);
  });

  it("a log that was taken away whole is missed by the file beside the keys", async () => {
    await forge(async (query) => {
      for (const table of tables) await query(`DELETE FROM ${table}`);
    });
    const found = await codes();
    expect(found).toContain(`checkpoint-missing ${entries}`);
    expect(found.filter((code) => code === "not-logged")).toHaveLength(entries);
  });

  it("signatures that are gone are missed, and what was rewritten under them", async () => {
    await forge(async (query) => void (await query("DELETE FROM exchange_checkpoint")));
    expect(await codes()).toEqual([`checkpoint-missing ${entries}`]);
    await rewrite(3);
    expect(await codes()).toEqual(
      expect.arrayContaining([`checkpoint-missing ${entries}`, "stretch-differs 1"]),
    );
  });

  it("a signature of another ledger, by the same key over the same hashes, is none of this one", async () => {
    await forge(async (query) => void (await query("DELETE FROM exchange_checkpoint")));
    const other = { ...ledger, signs: "checkpoint", headsFile: "other.jsonl" };
    expect((await takeCheckpoints({ ...signing, ledger: other })).signed).toHaveLength(1);
    expect(await codes()).toEqual([
      `checkpoint-changed ${entries}`,
      `checkpoint-missing ${entries}`,
    ]);
  });

  it("a chain that does not hold is not signed", async () => {
    await ask("C-5");
    await forge(async (query) => {
      await query("UPDATE exchange_log SET digest = sha256('x') WHERE seq = $1", [entries + 1]);
    });
    expect(await takeCheckpoints(signing)).toEqual({
      signed: [],
      refused: [{ county, seq: entries + 1 }],
    });
    expect(await codes()).toContain(`link-broken ${entries + 1}`);
  });
});
