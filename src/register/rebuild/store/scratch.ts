// The schema `rebuild`, where the tables of the present are made anew before they take the place of the old.
import { type Database, statement, type Transaction } from "../../../platform/postgres/index.ts";
import type { Plan } from "./plan.ts";

/** Two at once would build in the same place. */
export const claimScratch = statement<{ readonly claimed: boolean }>(
  "rebuild-claim-scratch",
  "SELECT pg_try_advisory_xact_lock(7091005, 0) AS claimed",
);

/** Rows of this transaction's COPY go into the tables made anew. */
export const useScratch = statement(
  "rebuild-use-scratch",
  "SELECT set_config('search_path', 'rebuild, public', true)",
);

/** Makes the empty tables, in place of any that an interrupted run left. */
export async function createScratch(owner: Database, plans: readonly Plan[]): Promise<void> {
  const names = plans.map(({ table }) => table);
  await runAll(owner, [
    `DROP TABLE IF EXISTS ${names.map((name) => `rebuild."${name}"`).join(", ")}`,
    ...plans.flatMap(({ create }) => create),
  ]);
}

/** Indexes and constraints, several tables at once; the largest first. */
export async function finishScratch(
  owner: Database,
  plans: readonly Plan[],
  atOnce: number,
): Promise<void> {
  const waiting = [...plans];
  const worker = async (): Promise<void> => {
    for (let plan = waiting.shift(); plan !== undefined; plan = waiting.shift()) {
      await runAll(owner, plan.finish);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  await runAll(
    owner,
    plans.flatMap(({ link }) => link),
  );
}

/**
 * Everyone who reads or writes these tables waits until the transaction ends, and goes on with the new ones. An act
 * under way may be in the way: PostgreSQL then ends one of the two, and it is tried again.
 */
export async function holdTables(tx: Transaction, names: readonly string[]): Promise<void> {
  const list = names.map((name) => `public."${name}"`).join(", ");
  await tx.run({ name: "", text: `LOCK TABLE ${list} IN ACCESS EXCLUSIVE MODE` });
}

/** In the transaction that holds the tables: from its end on, the new tables are the register's. */
export async function swapScratch(tx: Transaction, plans: readonly Plan[]): Promise<void> {
  const names = plans.map(({ table }) => `public."${table}"`).join(", ");
  await tx.run({ name: "", text: `DROP TABLE ${names}` });
  for (const { table } of plans) {
    await tx.run({ name: "", text: `ALTER TABLE rebuild."${table}" SET SCHEMA public` });
  }
}

/** One after the other on a connection of its own; each is its own transaction. */
async function runAll(owner: Database, texts: readonly string[]): Promise<void> {
  const client = await owner.pool.connect();
  try {
    await client.query("SET search_path = rebuild, public");
    await client.query("SET maintenance_work_mem = '512MB'");
    await client.query("SET synchronous_commit = off");
    for (const text of texts) await client.query(text);
  } finally {
    await client.query("RESET ALL").catch(() => undefined);
    client.release();
  }
}
