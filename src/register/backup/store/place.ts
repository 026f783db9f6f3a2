// The database as a place to back up or to restore into, for its owner.
import type { PoolClient } from "pg";
import type { Database } from "../../../platform/postgres/index.ts";
import { leftOut, type Section, sections } from "../sections.ts";

/** Reads one state of the database, whatever happens meanwhile. */
export async function inSnapshot<T>(
  owner: Database,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  return inTransaction(owner, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work);
}

/** Writes past row security and triggers, which an empty place has nothing for. */
export async function inEmptyPlace<T>(
  owner: Database,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  return inTransaction(owner, "BEGIN", async (client) => {
    const secured = await securedTables(client);
    for (const table of secured)
      await client.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    const result = await work(client);
    for (const table of secured)
      await client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    return result;
  });
}

async function inTransaction<T>(
  owner: Database,
  begin: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await owner.pool.connect();
  let failure: Error | undefined;
  try {
    await client.query(begin);
    // Whatever the server is set to, values are spelt alike.
    await client.query("SET LOCAL DateStyle = 'ISO'; SET LOCAL TimeZone = 'UTC'");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    // A COPY that was broken off may still be under way on this connection.
    failure = error as Error;
    throw error;
  } finally {
    client.release(failure);
  }
}

async function securedTables(client: PoolClient): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relforcerowsecurity AND relname = ANY ($1)`,
    [sections.map(({ table }) => table)],
  );
  return rows.map(({ name }) => name);
}

/** The first table that has a row already; what every migrated database has is none. */
export async function findFullTable(client: PoolClient): Promise<string | undefined> {
  const tables = [...sections.map(({ table }) => table), ...leftOut];
  for (const table of tables.filter((name) => name !== "schema_migration")) {
    const { rowCount } = await client.query(`SELECT FROM public."${table}" LIMIT 1`);
    if (rowCount !== 0) return table;
  }
  return undefined;
}

export async function newestMigration(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT name FROM public.schema_migration ORDER BY number DESC LIMIT 1",
  );
  return rows[0]?.name ?? "";
}

/** As if nothing had been restored. */
export async function emptyPlace(owner: Database): Promise<void> {
  await inTransaction(owner, "BEGIN", async (client) => {
    const tables = sections.map(({ table }: Section) => `public."${table}"`);
    for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await client.query(`TRUNCATE ${tables.join(", ")}, public.session`);
    for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  });
}
