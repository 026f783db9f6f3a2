import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { Rows } from "./rows.ts";

const writeHomes = statement(
  "register-write-homes",
  `WITH put_dwelling AS (
     INSERT INTO dwelling (county, dwelling_id, address, community)
     SELECT * FROM json_to_recordset($1) AS t (county int, dwelling bigint, address text, community text)
   ), opened AS (
     INSERT INTO household (county, household_id, kind, name, founded, changed, version, event_id)
     SELECT county, household, kind, name, on_day, on_day, 1, event
     FROM json_to_recordset($2) AS t
       (county int, household bigint, kind text, name text, on_day date, event uuid)
   )
   INSERT INTO residence (county, household_id, dwelling_id, during)
   SELECT county, household, dwelling, daterange(on_day, NULL)
   FROM json_to_recordset($3) AS t (county int, household bigint, dwelling bigint, on_day date)`,
);

/** New dwellings, households that begin, and where households live from now on. */
export async function openHomes(tx: Transaction, rows: Rows): Promise<void> {
  if (rows["set-residence"].length === 0) return;
  await tx.run(writeHomes, [
    JSON.stringify(rows["put-dwelling"].map(({ county, dwelling }) => ({ county, ...dwelling }))),
    JSON.stringify(rows["open-household"].map(({ on, ...row }) => ({ ...row, on_day: on }))),
    JSON.stringify(rows["set-residence"].map(({ on, ...row }) => ({ ...row, on_day: on }))),
  ]);
}
