import type { Database } from "../../platform/postgres/index.ts";
import type { Section } from "../backup/sections.ts";

/** Whole tables as sections of an archive, those referred to before those that refer. */
export async function keptTables(
  owner: Database,
  names: readonly string[],
): Promise<readonly Section[]> {
  const { rows } = await owner.pool.query<{ table: string; columns: string[]; refers: string[] }>(
    `SELECT t.relname AS table,
       ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0
         AND a.attgenerated = '' AND NOT a.attisdropped ORDER BY a.attnum) AS columns,
       ARRAY(SELECT DISTINCT c.confrelid::regclass::text FROM pg_constraint c
         WHERE c.conrelid = t.oid AND c.contype = 'f') AS refers
     FROM pg_class t WHERE t.relnamespace = 'public'::regnamespace AND t.relname = ANY ($1)
       AND t.relname <> 'schema_migration'`,
    [names],
  );
  const sorted: Section[] = [];
  const rank = new Map(names.map((name, index) => [name, index]));
  let waiting = rows.toSorted((a, b) => (rank.get(a.table) ?? 0) - (rank.get(b.table) ?? 0));
  while (waiting.length > 0) {
    const ready = waiting.filter(({ refers }) =>
      refers.every((name) => sorted.some(({ table }) => table === name)),
    );
    if (ready.length === 0) throw new Error("tables refer to one another in a circle");
    sorted.push(...ready.map(({ table, columns }) => ({ table, columns })));
    waiting = waiting.filter((row) => !ready.includes(row));
  }
  return sorted;
}
