import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { Rows } from "./rows.ts";

const writeWithholdings = statement(
  "register-write-withholdings",
  `INSERT INTO withholding (county, household_id, person_id, step, since)
   SELECT * FROM json_to_recordset($1) AS t (county int, household bigint, person bigint, step text, "on" date)
   ON CONFLICT (county, household_id, person_id) DO UPDATE SET step = excluded.step, since = excluded.since`,
);

const writeBooklets = statement(
  "register-write-booklets",
  `INSERT INTO booklet (county, household_id, person_id, issued)
   SELECT * FROM json_to_recordset($1) AS t (county int, household bigint, person bigint, "on" date)
   ON CONFLICT (county, household_id, person_id) DO UPDATE SET issued = excluded.issued`,
);

/** Booklets handed out, and steps because one is kept from a member. */
export async function writeBookletRows(tx: Transaction, rows: Rows): Promise<void> {
  const steps = rows["put-withholding"];
  if (steps.length > 0) await tx.run(writeWithholdings, [JSON.stringify(steps)]);
  const booklets = rows["put-booklet"];
  if (booklets.length > 0) await tx.run(writeBooklets, [JSON.stringify(booklets)]);
}
