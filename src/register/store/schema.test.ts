// The key design (docs/adr/0013-register-schema.md), held against the schema as PostgreSQL has it.
import { expect, it } from "vitest";
import { onEachServer, useDatabase } from "../../platform/postgres/testing/index.ts";

/** Tables of other contexts; their own tests hold them. */
const notOurs = new Set(["schema_migration"]);
/** Of all counties at once: why is in the record of the decision. */
const global = new Set(["registration", "identity_number", "signing_key"]);

onEachServer(async (server) => {
  const { owner, database } = await useDatabase(server);
  const rows = async <Row extends object>(text: string): Promise<Row[]> =>
    (await owner.pool.query<Row>(text)).rows;

  type Table = { name: string; secured: boolean; forced: boolean; county: boolean };
  const tables = async (): Promise<Table[]> => {
    const all = await rows<Table>(
      `SELECT relname AS name, relrowsecurity AS secured, relforcerowsecurity AS forced,
         EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'county' AND NOT attisdropped) AS county
       FROM pg_class c WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    return all.filter(({ name, county }) => !notOurs.has(name) && (county || global.has(name)));
  };

  const constraints = (type: string) =>
    rows<{ table: string; name: string; columns: string[]; there: string[] | null; to: string }>(
      `SELECT conrelid::regclass::text AS table, conname AS name, confrelid::regclass::text AS to,
         ARRAY(SELECT attname::text FROM unnest(conkey) WITH ORDINALITY k (num, place)
           JOIN pg_attribute ON attrelid = conrelid AND attnum = num ORDER BY place) AS columns,
         ARRAY(SELECT attname::text FROM unnest(confkey) WITH ORDINALITY k (num, place)
           JOIN pg_attribute ON attrelid = confrelid AND attnum = num ORDER BY place) AS there
       FROM pg_constraint WHERE contype = '${type}' AND connamespace = 'public'::regnamespace
         AND conrelid <> 0`,
    );
  const ours = async () => new Set((await tables()).map(({ name }) => name));

  it("begins every key with the county, but for the global tables", async () => {
    const mine = await ours();
    expect(mine.size).toBeGreaterThan(18);
    for (const type of ["p", "u"]) {
      for (const { table, name, columns } of await constraints(type)) {
        if (mine.has(table) && !global.has(table)) expect(columns[0], name).toBe("county");
      }
    }
    const keyed = new Set(
      [...(await constraints("p")), ...(await constraints("u"))].map(({ table }) => table),
    );
    expect([...mine].filter((name) => !keyed.has(name))).toEqual([]);
  });

  it("keeps foreign keys inside the county", async () => {
    const mine = await ours();
    const keys = (await constraints("f")).filter(({ table }) => mine.has(table));
    expect(keys.length).toBeGreaterThan(4);
    for (const { name, columns, there } of keys) {
      expect([columns[0], there?.[0]], name).toEqual(["county", "county"]);
    }
  });

  it("has the county in every exclusion constraint, but for the one over all counties", async () => {
    const mine = await ours();
    const exclusions = (await constraints("x")).filter(({ table }) => mine.has(table));
    expect(exclusions.map(({ name }) => name).toSorted()).toEqual([
      "membership_one_head",
      "membership_one_household",
      "registration_one_county",
      "residence_one_home",
    ]);
    for (const { name, columns } of exclusions) {
      expect(columns[0]).toBe(name === "registration_one_county" ? "person_id" : "county");
    }
  });

  it("has row security on every table, for the owner too", async () => {
    const open = (await tables()).filter(({ secured, forced }) => !secured || !forced);
    expect(open).toEqual([]);
  });

  it("says what every table, column and function is", async () => {
    const bare = await rows<{ what: string }>(
      `SELECT c.relname || coalesce('.' || a.attname, '') AS what
       FROM pg_class c LEFT JOIN LATERAL (
         SELECT attname, attnum FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
         UNION ALL SELECT NULL, 0) a ON true
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
         AND col_description(c.oid, a.attnum) IS NULL AND (a.attnum > 0 OR obj_description(c.oid, 'pg_class') IS NULL)
       UNION ALL
       SELECT proname::text FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
         AND pg_get_userbyid(proowner) = 'luohu_owner' AND obj_description(p.oid, 'pg_proc') IS NULL`,
    );
    expect(bare).toEqual([]);
  });

  it("lets the program neither change nor remove an event, a payload or a look", async () => {
    for (const table of [
      "register_event",
      "register_payload",
      "look_up",
      "event_person",
      "checkpoint",
    ]) {
      for (const text of [
        `DELETE FROM ${table}`,
        `UPDATE ${table} SET county = county`,
        `TRUNCATE ${table}`,
      ]) {
        await expect(database.pool.query(text), text).rejects.toMatchObject({ code: "42501" });
      }
    }
    for (const text of [
      "DELETE FROM register_event",
      "UPDATE look_up SET county = 1",
      "TRUNCATE register_event",
    ]) {
      await expect(owner.pool.query(text), text).rejects.toMatchObject({ code: "42501" });
    }
  });

  it("owns nothing as the program, and shows it nothing without a scope", async () => {
    const owned = await rows(
      "SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = 'luohu_app'",
    );
    expect(owned).toEqual([]);
    const role = await rows(
      "SELECT rolsuper OR rolbypassrls OR rolcreaterole AS mighty FROM pg_roles WHERE rolname = 'luohu_app'",
    );
    expect(role).toEqual([{ mighty: false }]);
    const unscoped = database.pool.query("SELECT count(*) FROM person");
    await expect(unscoped).rejects.toMatchObject({ code: "42704" });
  });

  it("keeps a county's rows from those of another, and from other departments", async () => {
    const insert = {
      name: "test-insert-dwelling",
      text: "INSERT INTO dwelling VALUES ($1, $2, '和平路 1 号', '和平')",
    };
    const count = {
      name: "test-count-dwellings",
      text: "SELECT count(*) AS n, count(*) FILTER (WHERE county = 990102) AS other FROM dwelling",
    };
    const find = {
      name: "test-find-dwellings",
      text: "SELECT find_dwellings(990101, '和平', 9) AS n",
    };
    const police = (...counties: number[]) =>
      ({ counties, department: "public-security" }) as const;
    const both = police(990_101, 990_102);
    await database.inTransaction(both, async (tx) => {
      await tx.run(insert, [990_101, 1]);
      await tx.run(insert, [990_102, 2]);
    });
    const seen = (scope: Parameters<typeof database.inTransaction>[0]) =>
      database.inTransaction(scope, (tx) => tx.run<object>(count));
    expect(await seen(both)).toEqual([{ n: 2, other: 1 }]);
    expect(await seen(police(990_101))).toEqual([{ n: 1, other: 0 }]);
    expect(await seen(police())).toEqual([{ n: 0, other: 0 }]);
    expect(await seen({ counties: [990_101], department: "tax" })).toEqual([{ n: 0, other: 0 }]);
    const across = database.inTransaction(police(990_101), (tx) => tx.run(insert, [990_102, 3]));
    await expect(across).rejects.toMatchObject({ code: "42501" });
    const found = (scope: Parameters<typeof database.inTransaction>[0]) =>
      database.inTransaction(scope, (tx) => tx.run<object>(find));
    expect(await found(police(990_101))).toEqual([{ n: 1 }]);
    expect(await found(police(990_102))).toEqual([]);
    expect(await found({ counties: [990_101], department: "tax" })).toEqual([]);
  });
});
