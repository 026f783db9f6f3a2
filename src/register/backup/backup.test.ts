import { randomBytes, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureKey, rotateKey } from "../../platform/keys/index.ts";
import type { Database } from "../../platform/postgres/index.ts";
import { onEachServer, useDatabase } from "../../platform/postgres/testing/index.ts";
import { takeCheckpoints } from "../chain/take-checkpoints.ts";
import { contentsOf } from "../testing/contents.ts";
import { asForger } from "../testing/forger.ts";
import { histories } from "../testing/random-histories.ts";
import { plainSound as soundOf, recordHistory } from "../testing/record-history.ts";
import { readArchive } from "./archive.ts";
import { backUpRegister } from "./backup.ts";
import { restoreRegister } from "./restore.ts";
import { leftOut, sections } from "./sections.ts";

const base = mkdtempSync(join(tmpdir(), "luohu-backup-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const now = "2026-01-01T00:00:00.000Z";
const [steps = []] = fc.sample(histories(400), { numRuns: 1, seed: 11 });

const source = await useDatabase();
const sourceKeys = join(base, "source-keys");
const archive = join(base, "register.luohu");

const restored = [...leftOut, ...sections.map(({ table }) => table)].filter(
  (table) => !["schema_migration", "session"].includes(table),
);

/** One case, a question of the exchange and an objection to it, with everything that is kept of them. */
const askDepartment = (database: Database) =>
  database.inTransaction({ counties: [990_101], department: "public-security" }, async (tx) => {
    const [request, challenge] = [randomUUID(), randomUUID()];
    const texts = [
      `INSERT INTO exchange_request VALUES (990101, '${request}', 'B-1', 1, 'tax', 'settlement', 990101, NULL, '2026-01-01',
         'application', '{R5,"a\\b"}', '[{"kind":"k","fields":["f"]}]', 'a', '林思齐', '${now}', 'waiting', 0, '${now}', NULL, NULL)`,
      `INSERT INTO exchange_payload VALUES (990101, '${request}', 'question', '\\x7b7d')`,
      `INSERT INTO exchange_head VALUES (990101, 1, sha256('a'), sha256('b'))`,
      `INSERT INTO exchange_log VALUES (990101, 1, '${challenge}', '${request}', '${now}', 'asked', 'tax',
         sha256('d'), sha256('a'), sha256('b'))`,
      `INSERT INTO challenge (county, challenge_id, person_id, about, about_id, reason, made)
         VALUES (990101, '${challenge}', 1, 'exchange', '${request}', 'why', '${now}')`,
      `INSERT INTO case_file (county, case_id, reference, service, person_id, people, opened, stage, version)
         VALUES (990101, '${request}', 'B-1', 'settlement', 1, 1, '${now}', 'draft', 1)`,
      `INSERT INTO case_action VALUES (990101, '${request}', 1, '${now}', '2026-01-01', 'draft', 'resident', '${challenge}', NULL)`,
      `INSERT INTO case_payload VALUES (990101, '${request}', 1, '{"a":"b\\\\c"}')`,
      `INSERT INTO case_person VALUES (990101, '${request}', 1, 'applicant')`,
      `INSERT INTO case_document VALUES (990101, '${request}', '${challenge}', 'title-certificate', 'image/png', 1, sha256('d'),
         '${challenge}', false, '${now}', 'k', substr(sha256('n'), 1, 12), '\\x00ff')`,
      `INSERT INTO case_receipt VALUES (990101, '${challenge}', '${challenge}', sha256('d'), '${request}', 1, 'draft', '${now}')`,
    ];
    for (const [index, text] of texts.entries()) await tx.run({ name: `test-ask-${index}`, text });
  });

beforeAll(async () => {
  await ensureKey(sourceKeys, now);
  const { database, owner, ownerUrl } = source;
  const account = randomUUID();
  await owner.pool.query(
    `INSERT INTO installation (kind) VALUES ('real');
     INSERT INTO account (account_id, issuer, subject, name)
       VALUES ('${account}', 'https://id.example.invalid', 's-1', E'a\\\\b\\tc\\nd');
     INSERT INTO appointment (appointment_id, account_id, role, counties, department, during)
       VALUES ('${randomUUID()}', '${account}', 'auditor', '{990101}', NULL, '[2026-01-01,)')`,
  );
  await askDepartment(database);
  await recordHistory(steps.slice(0, 200), { database, keys: sourceKeys, random: randomBytes });
  await takeCheckpoints({ database, keys: sourceKeys, now: () => now });
  await rotateKey(sourceKeys, "2026-02-01T00:00:00.000Z");
  await takeCheckpoints({ database, keys: sourceKeys, now: () => "2026-02-01T00:00:00.000Z" });
  await backUpRegister({ ownerUrl, path: archive, now });
});

type Place = Awaited<ReturnType<typeof useDatabase>>;
const restore = ({ database, ownerUrl }: Place, path = archive, keys = "keys") =>
  restoreRegister({
    ownerUrl,
    database,
    keys: join(base, keys),
    path,
    soundOf,
    clock: () => performance.now(),
    now: "2026-03-01T00:00:00.000Z",
  });

onEachServer(async (server) => {
  const target = await useDatabase(server);

  it("brings back every row of every table, on a machine with other keys", async () => {
    const keys = `keys-${server}`;
    await ensureKey(join(base, keys), "2026-03-01T00:00:00.000Z");
    const { rebuilt, verified, rows } = await restore(target, archive, keys);
    expect(verified.faults).toEqual([]);
    expect(verified.counties.map(({ tail }) => tail)).toEqual([0, 0, 0]);
    expect(rebuilt.events).toBe(rows["register_event"]);
    const [before, after] = await Promise.all(
      [source.owner, target.owner].map((owner) => contentsOf(owner, restored)),
    );
    // Which key is out of use is for the new place to say.
    const but = { signing_key: [] };
    expect({ ...after, ...but }).toEqual({ ...before, ...but });
    expect(after?.["person"]?.length).toBeGreaterThan(50);
  });

  it("is refused where there is something already, which stays as it is", async () => {
    const before = await contentsOf(target.owner, restored);
    await expect(restore(target)).rejects.toMatchObject({ name: "PlaceNotEmpty" });
    expect(await contentsOf(target.owner, restored)).toEqual(before);
  });
});

describe("a backup", () => {
  it("says of every table whether it is in", async () => {
    const { rows } = await source.owner.pool.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class
       WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace ORDER BY relname`,
    );
    const known = [...leftOut, ...sections.map(({ table }) => table)].toSorted();
    expect(rows.map(({ name }) => name)).toEqual(known);
    for (const { table, columns } of sections) {
      const { fields } = await source.owner.pool.query(`SELECT * FROM ${table} LIMIT 0`);
      expect(fields.map(({ name }) => name)).toEqual(columns);
    }
  });

  it("is a file for its owner alone, and never writes over another", async () => {
    expect(statSync(archive).mode & 0o777).toBe(0o600);
    expect(readdirSync(base).filter((name) => name.endsWith(".part"))).toEqual([]);
    const { ownerUrl } = source;
    await expect(backUpRegister({ ownerUrl, path: archive, now })).rejects.toMatchObject({
      code: "EEXIST",
    });
    expect(readFileSync(archive).toString("latin1")).not.toContain('"d"');
  });
});

describe("a damaged archive", () => {
  const damaged = join(base, "damaged.luohu");
  const read = async (): Promise<string> => {
    try {
      for await (const part of readArchive(damaged)) void part;
      return "fine";
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "ArchiveError") throw error;
      return error.message;
    }
  };

  it("is found wherever a byte is changed", async () => {
    const bytes = readFileSync(archive);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const copy = Buffer.from(bytes);
          copy.writeUInt8(copy.readUInt8(at) ^ by, at);
          writeFileSync(damaged, copy);
          expect(await read()).not.toBe("fine");
        },
      ),
      { numRuns: 200 },
    );
  });

  it("is named by its section", async () => {
    const bytes = readFileSync(archive);
    let checked = 0;
    for (const { name, at } of framesOf(bytes)) {
      const copy = Buffer.from(bytes);
      copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
      writeFileSync(damaged, copy);
      expect(await read()).toBe(`damaged ${name}`);
      checked += 1;
    }
    expect(checked).toBe(19);
  });

  it("is found wherever it is cut short", async () => {
    const bytes = readFileSync(archive);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 13, max: bytes.length - 1 }), async (length) => {
        writeFileSync(damaged, bytes.subarray(0, length));
        expect(await read()).toMatch(/^cut-short/);
      }),
      { numRuns: 60 },
    );
    writeFileSync(damaged, Buffer.concat([bytes, Buffer.from("x")]));
    expect(await read()).toBe("damaged end");
    writeFileSync(damaged, "something else");
    expect(await read()).toBe("not-an-archive");
  });

  it("whose chain does not hold leaves the place empty as well", async () => {
    const [forged, empty] = [await useDatabase(), await useDatabase()];
    await recordHistory(steps.slice(0, 40), {
      database: forged.database,
      keys: sourceKeys,
      random: randomBytes,
    });
    await asForger(forged.owner, (query) =>
      query("UPDATE register_payload SET payload = payload || ' ' WHERE county = 990101"),
    );
    const path = join(base, "forged.luohu");
    await backUpRegister({ ownerUrl: forged.ownerUrl, path, now });
    const before = await contentsOf(empty.owner, restored);
    await expect(restore(empty, path)).rejects.toMatchObject({ name: "BrokenChain" });
    expect(await contentsOf(empty.owner, restored)).toEqual(before);
  });

  it("and one of a newer format or schema leave the place empty", async () => {
    const empty = await useDatabase();
    const before = await contentsOf(empty.owner, restored);
    const bytes = readFileSync(archive);
    writeFileSync(damaged, bytes.subarray(0, bytes.length - 40));
    await expect(restore(empty, damaged)).rejects.toMatchObject({ code: "cut-short" });
    writeFileSync(damaged, bytes.toString("latin1").replace('"format":1', '"format":2'), "latin1");
    await expect(restore(empty, damaged)).rejects.toMatchObject({ code: "newer-format" });
    expect(await contentsOf(empty.owner, restored)).toEqual(before);
    expect(existsSync(join(base, "keys"))).toBe(false);
  });
});

/** Where in the file the bytes of each section are: the middle of each D frame. */
function framesOf(bytes: Buffer): readonly { name: string; at: number }[] {
  const found: { name: string; at: number }[] = [];
  let name = "";
  for (let at = "LUOHU-BACKUP\n".length; at < bytes.length - 32;) {
    const length = bytes.readUInt32BE(at + 1);
    const letter = bytes.toString("latin1", at, at + 1);
    const content = bytes.subarray(at + 5, at + 5 + length);
    if (letter === "S") name = (JSON.parse(content.toString("utf8")) as { name: string }).name;
    if (letter === "D") found.push({ name, at: at + 5 + (length >> 1) });
    at += 5 + length;
  }
  return found;
}
