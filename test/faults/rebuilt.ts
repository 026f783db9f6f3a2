// The tables of the present, made anew from the events: they have to be what they were.
import { tables } from "../../src/register/rebuild/tables.ts";
import { query } from "./query.ts";
import type { Program } from "./program.ts";

/** Runs `luohu rebuild`; names the tables that differ afterwards. */
export async function checkRebuild(program: Program, ownerUrl: string): Promise<readonly string[]> {
  const before = await readTables(ownerUrl);
  const { code, stdout, stderr } = await program.run("rebuild");
  if (code !== 0) return [`luohu rebuild ends with ${code}: ${(stdout + stderr).trim()}`];
  const after = await readTables(ownerUrl);
  return [...before].flatMap(([name, digest]) =>
    after.get(name) === digest ? [] : [`luohu rebuild makes another ${name}`],
  );
}

/** A digest of all rows of each. */
async function readTables(ownerUrl: string): Promise<ReadonlyMap<string, string>> {
  const read = new Map<string, string>();
  for (const { name, columns } of tables) {
    const [row] = await query<{ digest: string }>(
      ownerUrl,
      `SELECT md5(coalesce(string_agg(row, E'\\n' ORDER BY row), '')) AS digest
       FROM (SELECT ROW(${columns.join(", ")})::text AS row FROM ${name}) each`,
    );
    read.set(name, row?.digest ?? "");
  }
  return read;
}
