import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Database, statement } from "../../platform/postgres/index.ts";
import { onEachServer, useDatabase } from "../../platform/postgres/testing/index.ts";
import { asForger } from "../testing/forger.ts";
import { contentsOf } from "../testing/contents.ts";
import { histories } from "../testing/random-histories.ts";
import { plainSound as soundOf, recordHistory } from "../testing/record-history.ts";
import { rebuildRegister } from "./rebuild.ts";

const countPeople = statement<{ readonly people: number }>(
  "test-rebuild-count-people",
  "SELECT count(*) AS people FROM person",
);

const stateTables = [
  "person",
  "household",
  "dwelling",
  "residence",
  "membership",
  "registration",
  "identity_number",
  "withholding",
  "booklet",
  "event_person",
  "event_household",
  "chain_head",
];

/** Everything about the tables but their rows. */
async function shapesOf(owner: Database): Promise<readonly unknown[]> {
  const { rows } = await owner.pool.query<Record<string, unknown>>(
    `SELECT t.relname, t.reloptions, t.relrowsecurity, t.relforcerowsecurity, t.relacl::text,
       t.relowner::regrole::text AS owner, obj_description(t.oid, 'pg_class') AS comment,
       (SELECT json_agg(json_build_array(a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attgenerated,
            a.attcollation, a.attacl::text, pg_get_expr(d.adbin, d.adrelid), col_description(t.oid, a.attnum))
          ORDER BY a.attname)
        FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
        WHERE a.attrelid = t.oid AND a.attnum > 0) AS columns,
       (SELECT json_agg(pg_get_indexdef(i.indexrelid) ORDER BY i.indexrelid::regclass::text) FROM pg_index i WHERE i.indrelid = t.oid) AS indexes,
       (SELECT json_agg(json_build_array(c.conname, c.convalidated, pg_get_constraintdef(c.oid)) ORDER BY c.conname)
        FROM pg_constraint c WHERE c.conrelid = t.oid) AS constraints,
       (SELECT json_agg(p ORDER BY p.policyname) FROM pg_policies p WHERE p.tablename = t.relname) AS policies,
       (SELECT json_agg(pg_get_triggerdef(g.oid) ORDER BY g.tgname) FROM pg_trigger g
        WHERE g.tgrelid = t.oid AND NOT g.tgisinternal) AS triggers,
       (SELECT count(*) FROM pg_statistic_ext e WHERE e.stxrelid = t.oid) AS statistics
     FROM pg_class t WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace ORDER BY t.relname`,
  );
  return rows;
}

onEachServer(async (server) => {
  const { database, owner, ownerUrl } = await useDatabase(server);
  const rebuild = () => rebuildRegister({ ownerUrl, soundOf, clock: () => performance.now() });

  it("gives the rows that live acts wrote, and leaves the schema as it was", async () => {
    const [steps = []] = fc.sample(histories(600), { numRuns: 1, seed: 11 });
    const events = await recordHistory(steps, { database, keys: "", random: randomBytes });
    const [before, shape] = [await contentsOf(owner, stateTables), await shapesOf(owner)];
    expect(events).toBeGreaterThan(100);
    expect(await rebuild()).toMatchObject({ events, counties: 3 });
    expect(await contentsOf(owner, stateTables)).toEqual(before);
    expect(await shapesOf(owner)).toEqual(shape);

    await owner.pool.query(
      `BEGIN; SET LOCAL luohu.department = 'public-security'; SET LOCAL luohu.counties = '{990101,990102,990103}';
       UPDATE person SET name = 'Somebody' WHERE name IS NOT NULL;
       DELETE FROM membership WHERE relation <> 2;
       UPDATE household SET founded = founded - 1;
       DELETE FROM chain_head;
       INSERT INTO dwelling VALUES (990101, 999999, 'nowhere', 'none');
       SELECT setval('person_key', 1);
       COMMIT`,
    );
    await rebuild();
    expect(await contentsOf(owner, stateTables)).toEqual(before);
    const { rows } = await owner.pool.query<{ free: boolean }>(
      "SELECT nextval('person_key') > (SELECT max(person_id) FROM person) AS free",
    );
    expect(rows).toEqual([{ free: true }]);
  });

  it("changes nothing when it is cut off in the middle, and holds others off until it is done", async () => {
    const before = await contentsOf(owner, stateTables);
    const counts: Promise<number>[] = [];
    const count = () =>
      database.inTransaction(
        { counties: [990_101, 990_102, 990_103], department: "public-security" },
        async (tx) => (await tx.run(countPeople))[0]?.people ?? 0,
      );
    const people = await count();
    // As if the program were killed: its connections end, all of them at once.
    const cut = rebuildRegister({
      ownerUrl,
      soundOf,
      clock: () => performance.now(),
      onProgress: ({ step }) => {
        if (step !== "constraints") return;
        void owner.pool.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE usename = current_user AND pid <> pg_backend_pid() AND datname = current_database()`,
        );
      },
    });
    await expect(cut).rejects.toThrow();
    expect(await contentsOf(owner, stateTables)).toEqual(before);

    await rebuildRegister({
      ownerUrl,
      soundOf,
      clock: () => performance.now(),
      onProgress: ({ step }) => {
        if (step === "constraints") counts.push(count());
      },
    });
    expect(await Promise.all(counts)).toEqual([people]);
    expect(await count()).toBe(people);
    expect(await contentsOf(owner, stateTables)).toEqual(before);
  });

  it("refuses a chain that does not hold, and leaves the present as it is", async () => {
    await asForger(owner, (query) =>
      query("UPDATE register_payload SET payload = payload || ' ' WHERE county = 990103"),
    );
    const before = await contentsOf(owner, stateTables);
    await expect(rebuild()).rejects.toMatchObject({ name: "BrokenChain", county: 990_103 });
    expect(await contentsOf(owner, stateTables)).toEqual(before);
  });
});
