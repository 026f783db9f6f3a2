import { expect, test } from "vitest";
import { openDatabase, type Transaction } from "./database.ts";
import { DatabaseUnavailable } from "./failure.ts";
import type { Scope } from "./scope.ts";
import { statement } from "./statement.ts";
import { onEachServer, useDatabase } from "./testing/index.ts";

const urumqi: Scope = { counties: [650102, 650103], department: "public-security" };
const nobody: Scope = { counties: [], department: "" };

const settings = statement<{ name: string; counties: string | null; department: string | null }>(
  "test-database-settings",
  `SELECT current_user::text AS name, current_setting('luohu.counties', true) AS counties,
     current_setting('luohu.department', true) AS department`,
);
const add = statement("test-database-add", "INSERT INTO counter VALUES ($1, $2)");
const change = statement(
  "test-database-change",
  "UPDATE counter SET value = value + 1 WHERE id = $1",
);
const read = statement<{ id: number; value: number }>(
  "test-database-read",
  "SELECT id, value FROM counter ORDER BY id",
);
const divide = statement("test-database-divide", "SELECT 1 / 0");
// As whoever logged in: a role that was put on may not end the login's other sessions.
const endOthers = statement(
  "test-database-end-others",
  `WITH login AS MATERIALIZED (SELECT set_config('role', 'none', true))
   SELECT pg_terminate_backend(pid) FROM login, pg_stat_activity
   WHERE datname = current_database() AND usename = session_user AND pid <> pg_backend_pid()`,
);
const columns = statement<Record<string, unknown>>(
  "test-database-types",
  `SELECT 9007199254740991::int8 AS big, '{1,NULL,3}'::int8[] AS bigs, date '2026-02-28' AS day,
     '{2026-01-01,NULL}'::date[] AS days, '[2026-01-01,)'::daterange AS during,
     timestamptz '2026-01-01 08:00:00.5+08' AS at, timestamptz '0001-01-01 00:00Z' AS early,
     '{"2026-01-01 08:00+08"}'::timestamptz[] AS moments, '{}'::int8[] AS none,
     'infinity'::timestamptz AS never, '\\x00ff'::bytea AS raw, 1.50::numeric AS exact`,
);
const tooBig = statement("test-database-too-big", "SELECT 9007199254740993::int8");

onEachServer(async (server) => {
  const { database, owner, appUrl } = await useDatabase(server);

  async function freshCounter(): Promise<void> {
    await owner.pool.query(
      `DROP TABLE IF EXISTS counter; CREATE TABLE counter (id int PRIMARY KEY, value int8);
       INSERT INTO counter VALUES (1, 0), (2, 0); GRANT ALL ON counter TO luohu_app`,
    );
  }
  const values = () => database.inTransaction(nobody, (tx) => tx.run(read));

  test("the program works as luohu_app, within its scope", async () => {
    const [row] = await database.inTransaction(urumqi, (tx) => tx.run(settings));
    expect(row).toEqual({
      name: "luohu_app",
      counties: "{650102,650103}",
      department: "public-security",
    });
    const [asOwner] = await owner.inTransaction(urumqi, (tx) => tx.run(settings));
    expect(asOwner?.name).toBe("luohu_owner");
  });

  test("a scope ends with its transaction, however it ends", async () => {
    const single = openDatabase(appUrl, { size: 1 });
    const outside = async () => {
      const { rows } = await single.pool.query(settings.text);
      return [rows[0].counties, rows[0].department];
    };
    try {
      await single.inTransaction(urumqi, (tx) => tx.run(settings));
      expect(await outside()).toEqual(["", ""]);
      await expect(single.inTransaction(urumqi, (tx) => tx.run(divide))).rejects.toThrow(
        /division/,
      );
      expect(await outside()).toEqual(["", ""]);
      const [next] = await single.inTransaction(nobody, (tx) => tx.run(settings));
      expect([next?.counties, next?.department]).toEqual(["{}", ""]);
    } finally {
      await single.close();
    }
  });

  test("a scope that is not one never reaches the server", async () => {
    const bad = [
      { counties: [650102.5], department: "" },
      { counties: ["650102}'; DROP TABLE person; --" as unknown as number], department: "" },
      { counties: [1], department: "" },
      { counties: [], department: "tax'; --" as "tax" },
    ] as const;
    for (const scope of bad) {
      await expect(database.inTransaction(scope, (tx) => tx.run(settings))).rejects.toThrow(
        /^not a/,
      );
    }
  });

  test("the last statement is committed with what was before it, or nothing is", async () => {
    await freshCounter();
    const single = openDatabase(appUrl, { size: 1 });
    try {
      const rows = await single.inTransaction(nobody, async (tx) => {
        await tx.run(add, [3, 0]);
        return tx.runLast(read);
      });
      expect(rows.map(({ id }) => id)).toEqual([1, 2, 3]);
      expect(await values()).toEqual(rows);

      const failing = async (tx: Transaction) => {
        await tx.run(add, [4, 0]);
        await tx.runLast(divide);
      };
      await expect(single.inTransaction(nobody, failing)).rejects.toThrow(/division/);
      const hiding = async (tx: Transaction) => {
        await tx.run(add, [4, 0]);
        await tx.runLast(divide).catch(() => undefined);
      };
      await expect(single.inTransaction(nobody, hiding)).rejects.toThrow(/nothing was committed/);
      const goingOn = async (tx: Transaction) => {
        await tx.runLast(change, [1]);
        await tx.run(change, [1]);
      };
      await expect(single.inTransaction(nobody, goingOn)).rejects.toThrow(/last statement/);
      expect(await single.inTransaction(nobody, (tx) => tx.run(read))).toContainEqual({
        id: 1,
        value: 1,
      });
      expect(await values()).toHaveLength(3);
      const lost = async (tx: Transaction) => {
        await database.inTransaction(nobody, (other) => other.run(endOthers));
        await tx.runLast(change, [1]);
      };
      const failure = await single.inTransaction(nobody, lost).catch((error: unknown) => error);
      expect(failure).toMatchObject({ name: "DatabaseUnavailable", committed: "unknown" });
    } finally {
      await single.close();
    }
  });

  test("work that throws leaves nothing; work that hides a failure does not pass as done", async () => {
    await freshCounter();
    const wrong = new Error("not today");
    const failing = async (tx: Transaction) => {
      await tx.run(add, [3, 0]);
      throw wrong;
    };
    await expect(database.inTransaction(nobody, failing)).rejects.toBe(wrong);
    const hiding = async (tx: Transaction) => {
      await tx.run(add, [3, 0]);
      await tx.run(add, [3, 0]).catch(() => undefined);
    };
    await expect(database.inTransaction(nobody, hiding)).rejects.toThrow(/nothing was committed/);
    expect(await values()).toHaveLength(2);
  });

  test("two that lock each other out are both done in the end", async () => {
    await freshCounter();
    let tries = 0;
    const both = async (firstId: number, secondId: number) =>
      database.inTransaction(nobody, async (tx) => {
        tries += 1;
        await tx.run(change, [firstId]);
        await new Promise((resolve) => setTimeout(resolve, 100));
        await tx.run(change, [secondId]);
      });
    await Promise.all([both(1, 2), both(2, 1)]);
    expect(tries).toBeGreaterThan(2);
    expect(await values()).toEqual([
      { id: 1, value: 2 },
      { id: 2, value: 2 },
    ]);
  });

  test("a snapshot sees one state, and writes nothing", async () => {
    await freshCounter();
    await database.inTransaction(
      nobody,
      async (tx) => {
        const before = await tx.run(read);
        await database.inTransaction(nobody, (other) => other.run(change, [1]));
        expect(await tx.run(read)).toEqual(before);
      },
      { isolation: "snapshot" },
    );
    const writing = database.inTransaction(nobody, (tx) => tx.run(change, [1]), {
      isolation: "snapshot",
    });
    await expect(writing).rejects.toThrow(/read-only/);
    expect((await values())[0]?.value).toBe(1);
  });

  test("a connection lost on the way is told as such, and the next transaction works", async () => {
    await freshCounter();
    const cut = async (tx: Transaction) => {
      await tx.run(change, [1]);
      await database.inTransaction(nobody, (other) => other.run(endOthers));
      await tx.run(change, [1]);
    };
    const lost = await database.inTransaction(nobody, cut).catch((error: unknown) => error);
    expect(lost).toBeInstanceOf(DatabaseUnavailable);
    expect((lost as DatabaseUnavailable).committed).toBe("no");
    expect((await values())[0]?.value).toBe(0);
  });

  test("what comes out of a column", async () => {
    const [found] = await database.inTransaction(nobody, (tx) => tx.run(columns));
    expect(found).toEqual({
      big: Number.MAX_SAFE_INTEGER,
      bigs: [1, null, 3],
      day: "2026-02-28",
      days: ["2026-01-01", null],
      during: "[2026-01-01,)",
      at: "2026-01-01T00:00:00.500Z",
      early: "0001-01-01T00:00:00.000Z",
      moments: ["2026-01-01T00:00:00.000Z"],
      none: [],
      never: "infinity",
      raw: Buffer.from([0, 255]),
      exact: "1.50",
    });
    await expect(database.inTransaction(nobody, (tx) => tx.run(tooBig))).rejects.toThrow(/2\^53/);
    expect(await values()).toHaveLength(2);
  });
});

test("no server", async () => {
  const nowhere = openDatabase("postgresql://me@127.0.0.1:1/luohu");
  const lost = await nowhere
    .inTransaction(nobody, (tx) => tx.run(settings))
    .catch((error: unknown) => error);
  expect(lost).toBeInstanceOf(DatabaseUnavailable);
  await nowhere.close();
});

test("a statement has a name of its own", () => {
  expect(() => statement(settings.name, "SELECT 2")).toThrow(/two statements/);
  expect(() => statement("Not A Name", "SELECT 2")).toThrow(/not a statement's name/);
  expect(() => statement("a".repeat(64), "SELECT 2")).toThrow(/not a statement's name/);
});
