import type { Database } from "../../src/platform/postgres/index.ts";
import { type Cell, table } from "../shared/report.ts";

type Size = {
  readonly name: string;
  readonly rows: number;
  readonly heap: number;
  readonly indexes: number;
};

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0);

/** How large each table is, and how many bytes that is a person. */
export async function describeSizes(owner: Database, people: number): Promise<string> {
  const { rows } = await owner.pool.query<Size>(
    `SELECT relname AS name, reltuples::bigint AS rows, pg_table_size(oid) AS heap, pg_indexes_size(oid) AS indexes
     FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND reltuples > 100
     ORDER BY pg_total_relation_size(oid) DESC`,
  );
  const total: Size = {
    name: "all",
    rows: 0,
    heap: sum(rows.map(({ heap }) => heap)),
    indexes: sum(rows.map(({ indexes }) => indexes)),
  };
  const lines = [...rows, total].map(({ name, rows: count, heap, indexes }): readonly Cell[] => [
    name,
    count === 0 ? "" : String(count),
    megabytes(heap),
    megabytes(indexes),
    ((heap + indexes) / people).toFixed(0),
  ]);
  return table(["table", "rows", "MB", "indexes MB", "bytes a person"], lines);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
