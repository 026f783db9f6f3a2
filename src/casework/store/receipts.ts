import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { Stage } from "../domain/case.ts";

/** What a step led to. */
export type StepReceipt = {
  readonly county: number;
  readonly case: string;
  /** As its sender sees it. */
  readonly version: number;
  readonly stage: Stage;
};

export type StoredReceipt = StepReceipt & { readonly account: string; readonly digest: Buffer };

const hold = statement(
  "casework-hold-key",
  `SELECT pg_advisory_xact_lock(hashtextextended($1::text, $2::int))`,
);
const find = statement<StoredReceipt>(
  "casework-find-receipt",
  `SELECT county, account, digest, case_id AS case, version, stage FROM case_receipt WHERE county = $1 AND step_key = $2`,
);

/** What was done under a key; whoever sends the same key meanwhile waits. */
export async function findReceipt(
  tx: Transaction,
  county: number,
  key: string,
): Promise<StoredReceipt | undefined> {
  await tx.run(hold, [key, county]);
  const [found] = await tx.run(find, [county, key]);
  return found;
}

const insert = statement(
  "casework-insert-receipt",
  `INSERT INTO case_receipt (county, step_key, account, digest, case_id, version, stage, at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

export async function insertReceipt(
  tx: Transaction,
  key: string,
  { county, account, digest, case: of, version, stage }: StoredReceipt,
  at: string,
): Promise<void> {
  await tx.run(insert, [county, key, account, digest, of, version, stage, at]);
}
