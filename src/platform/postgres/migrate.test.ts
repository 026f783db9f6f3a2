import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { packageRoot } from "../files/index.ts";
import { openDatabase } from "./database.ts";
import { migrate, whyUnsupported } from "./migrate.ts";
import { actingAs, useOutsidePostgres } from "./server/outside.ts";
import { bundledPrograms } from "./server/programs.ts";
import { postgresUser } from "./server/system-user.ts";
import { statement } from "./statement.ts";
import { findDebianPrograms } from "./testing/debian.ts";
import { type ForeignServer, startForeignServer } from "./testing/foreign-server.ts";

const real = join(packageRoot, "migrations");
const scope = { counties: [650102], department: "" } as const;

const folder = mkdtempSync(join(tmpdir(), "luohu-migrations-"));
afterAll(() => rmSync(folder, { recursive: true }));

const first = readdirSync(real).toSorted()[0] ?? "";
const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql);

/** The first migration is the real one: all others lean on it. */
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  copyFileSync(join(real, first), join(folder, first));
});

async function query<Row extends pg.QueryResultRow>(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const whoAmI = statement<{ name: string }>("test-migrate-who", "SELECT current_user::text AS name");

const kinds = [
  ["the box's PostgreSQL", () => bundledPrograms({ home: folder, user: postgresUser() })],
  ["Debian's PostgreSQL 15", findDebianPrograms],
] as const;

for (const [name, findPrograms] of kinds) {
  const programs = findPrograms();
  describe.skipIf(programs === undefined)(`an outside server: ${name}`, () => {
    let server: ForeignServer;
    beforeAll(async () => {
      if (programs !== undefined) server = await startForeignServer(programs);
    });
    afterAll(() => server.stop());

    /** A database of its own; the roles of Luohu, which belong to the whole server, are gone. */
    async function freshDatabase(database: string, owner: string): Promise<string> {
      const old = await query<{ name: string }>(
        server.urlOf("postgres", "postgres"),
        "SELECT datname AS name FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres'",
      );
      for (const each of old) await server.administer("postgres", `DROP DATABASE ${each.name}`);
      await server.administer(
        "postgres",
        "DROP ROLE IF EXISTS luohu_app",
        "DROP ROLE IF EXISTS luohu_owner",
        "DROP ROLE IF EXISTS me",
        "DROP ROLE IF EXISTS luohu_web",
        "CREATE ROLE me LOGIN",
        `CREATE DATABASE ${database} OWNER ${owner}`,
      );
      return server.urlOf(owner, database);
    }

    async function expectServes(url: string, appUrl?: string): Promise<void> {
      const used = await useOutsidePostgres({ ownerUrl: url, appUrl });
      expect(used.migratorUrl).toBe(url);
      const app = openDatabase(used.appUrl);
      try {
        const [row] = await app.inTransaction(scope, (tx) => tx.run(whoAmI));
        expect(row?.name).toBe(appUrl === undefined ? "luohu_app" : "luohu_web");
        await expect(app.pool.query("CREATE TABLE of_the_app (a int)")).rejects.toThrow(
          /permission denied for schema public/,
        );
        const [owned] = await query(
          used.ownerUrl,
          "SELECT tableowner AS owner, current_user::text AS me FROM pg_tables WHERE tablename = 'house'",
        );
        expect(owned).toEqual({ owner: "luohu_owner", me: "luohu_owner" });
      } finally {
        await app.close();
      }
    }

    test("its superuser migrates", async () => {
      write("0002-build-house.sql", "CREATE TABLE house (door int);");
      const url = await freshDatabase("one", "postgres");
      expect(await migrate(url, folder)).toEqual([first.slice(0, -4), "0002-build-house"]);
      expect(await migrate(url, folder)).toEqual([]);
      await expectServes(url);
    });

    test("a database's owner who may create roles migrates", async () => {
      write("0002-build-house.sql", "CREATE TABLE house (door int);");
      const url = await freshDatabase("two", "me");
      await server.administer("postgres", "ALTER ROLE me CREATEROLE");
      await migrate(url, folder);
      await expectServes(url);
    });

    test("one who may not is told what an administrator has to do, and then migrates", async () => {
      write("0002-build-house.sql", "CREATE TABLE house (door int);");
      const url = await freshDatabase("three", "me");
      const refusal = await migrate(url, folder).catch((error: Error) => error.message);
      expect(refusal).toMatch(/there is no role luohu_owner, and me may not create it/);
      const told = /as an administrator: (.*)$/.exec(String(refusal))?.[1] ?? "";
      await server.administer("postgres", ...told.split("; "));
      await migrate(url, folder);
      await expectServes(url);
    });

    test("roles that are there, but not given, are told too", async () => {
      const url = await freshDatabase("four", "me");
      await server.administer("postgres", "CREATE ROLE luohu_owner", "CREATE ROLE luohu_app");
      await expect(migrate(url, folder)).rejects.toThrow(
        "me is not a member of luohu_owner: as an administrator: " +
          "GRANT luohu_owner, luohu_app TO me",
      );
    });

    test("who does not own the database is told", async () => {
      await freshDatabase("five", "postgres");
      await expect(migrate(server.urlOf("me", "five"), folder)).rejects.toThrow(
        "me does not own the database five: as an administrator: ALTER DATABASE five OWNER TO me",
      );
    });

    test("the program has a login of its own", async () => {
      write("0002-build-house.sql", "CREATE TABLE house (door int);");
      const url = await freshDatabase("six", "postgres");
      await migrate(url, folder);
      await server.administer("six", "CREATE ROLE luohu_web LOGIN", "GRANT luohu_app TO luohu_web");
      await expectServes(url, server.urlOf("luohu_web", "six"));
    });

    test("what a migration may, nobody else gets by itself", async () => {
      write(
        "0002-build-house.sql",
        `CREATE TABLE house (door int);
         CREATE FUNCTION knock() RETURNS int LANGUAGE sql SECURITY DEFINER
           SET search_path = pg_catalog, public AS 'SELECT 1';`,
      );
      const url = await freshDatabase("seven", "postgres");
      await migrate(url, folder);
      const { appUrl } = await useOutsidePostgres({ ownerUrl: url });
      for (const text of ["SELECT * FROM house", "SELECT knock()", "TABLE schema_migration"]) {
        await expect(query(appUrl, text)).rejects.toThrow(/permission denied/);
      }
    });

    test("two at once: one waits, and finds it done", async () => {
      write("0002-wait-long.sql", "SELECT pg_sleep(0.3); CREATE TABLE house (door int);");
      const url = await freshDatabase("eight", "postgres");
      const done = await Promise.all([1, 2, 3].map(() => migrate(url, folder)));
      expect(done.map((each) => each.length).toSorted((a, b) => a - b)).toEqual([0, 0, 2]);
    });

    test("a migration that fails leaves nothing of itself, and says where", async () => {
      write("0002-build-house.sql", "CREATE TABLE house (door int);");
      write("0003-break-house.sql", "CREATE TABLE shed (door int); SELECT 1 / 0;");
      const url = await freshDatabase("nine", "postgres");
      await expect(migrate(url, folder)).rejects.toThrow("0003-break-house: division by zero");
      expect(
        await query(url, "SELECT to_regclass('shed') AS shed, to_regclass('house') AS house"),
      ).toEqual([{ shed: null, house: "house" }]);
      write("0003-break-house.sql", "CREATE TABLE shed (door int);");
      expect(await migrate(url, folder)).toEqual(["0003-break-house"]);
    });

    test("a changed, a renamed and an unknown migration are refused", async () => {
      write("0002-build-house.sql", "CREATE TABLE house (door int);");
      const url = await freshDatabase("ten", "postgres");
      await migrate(url, folder);
      write("0002-build-house.sql", "CREATE TABLE house (door bigint);");
      await expect(migrate(url, folder)).rejects.toThrow(
        /0002-build-house is not what was applied/,
      );
      rmSync(join(folder, "0002-build-house.sql"));
      write("0002-build-home.sql", "CREATE TABLE house (door int);");
      await expect(migrate(url, folder)).rejects.toThrow(
        /applied to this database as 0002-build-house/,
      );
      rmSync(join(folder, "0002-build-home.sql"));
      await expect(migrate(url, folder)).rejects.toThrow(
        /newer than this program: it has 0002-build-house/,
      );
    });
  });
}

test("files are numbered without a gap, and named", async () => {
  write("0003-build-house.sql", "");
  await expect(migrate("postgresql://nowhere", folder)).rejects.toThrow(
    "0003-build-house.sql: number 2 is expected here",
  );
  rmSync(join(folder, "0003-build-house.sql"));
  write("0002.sql", "");
  await expect(migrate("postgresql://nowhere", folder)).rejects.toThrow(
    "0002.sql: not named NNNN-verb-noun.sql",
  );
});

test("PostgreSQL 15 is the oldest", () => {
  expect(whyUnsupported(140_019)).toBe(
    "PostgreSQL 14 is too old: Luohu needs PostgreSQL 15 or newer.",
  );
  expect(whyUnsupported(150_000)).toBeUndefined();
  expect(whyUnsupported(180_004)).toBeUndefined();
});

test("a server that is not there", async () => {
  const ownerUrl = "postgresql://me@127.0.0.1:1/luohu";
  await expect(useOutsidePostgres({ ownerUrl })).rejects.toThrow("the database cannot be reached");
  await expect(migrate(ownerUrl, folder)).rejects.toThrow("the database cannot be reached");
});

test("the address for a role keeps what the given one says", () => {
  const url = new URL(
    actingAs(
      "luohu_app",
      "postgresql://me:a+b%40@db:5433/luohu?sslmode=require&options=-c%20jit%3Doff",
    ),
  );
  expect([url.password, url.host, url.searchParams.get("sslmode")]).toEqual([
    "a+b%40",
    "db:5433",
    "require",
  ]);
  expect(url.searchParams.get("options")).toBe("-c jit=off -c role=luohu_app");
});
