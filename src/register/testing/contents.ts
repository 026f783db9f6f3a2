import type { Database } from "../../platform/postgres/index.ts";

/** Every row of these tables as text, in an order that is always the same. */
export async function contentsOf(
  owner: Database,
  tables: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  const client = await owner.pool.connect();
  try {
    await client.query("SET luohu.department = 'public-security'");
    for (const table of tables) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT t::text AS row FROM ${table} t ORDER BY 1`,
      );
      found[table] = rows.map(({ row }) => row);
    }
  } finally {
    client.release();
  }
  return found;
}
