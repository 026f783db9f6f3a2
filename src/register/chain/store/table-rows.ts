import {
  copyOut,
  type Statement,
  statement,
  type Transaction,
} from "../../../platform/postgres/index.ts";
import { identityColumns } from "../../rebuild/identity-numbers.ts";
import { type Table, tables } from "../../rebuild/tables.ts";

/** The one county of the transaction's scope. */
const here = "(SELECT (current_setting('luohu.counties')::int[])[1])";

const readTable = new Map<string, Statement<unknown>>(
  tables.map(({ name, columns }) => [
    name,
    statement(
      `chain-read-${name.replaceAll("_", "-")}`,
      `SELECT ${columns.join(", ")} FROM ${name} WHERE county = ${here}`,
    ),
  ]),
);

const readNumbers = statement(
  "chain-read-identity-number",
  `SELECT ${identityColumns.join(", ")} FROM identity_number`,
);

type Texts = readonly (string | null)[];

/** The rows of a table in the county that is the transaction's scope, each value as PostgreSQL writes it. */
export function streamTable(tx: Transaction, { name }: Table): AsyncGenerator<readonly Texts[]> {
  const query = readTable.get(name);
  if (query === undefined) throw new Error(`not a table of the present: ${name}`);
  return copyOut(tx, query);
}

/** Every row of `identity_number`, whatever the county. */
export const streamNumbers = (tx: Transaction): AsyncGenerator<readonly Texts[]> =>
  copyOut(tx, readNumbers);

/** Payloads of no event. EXCEPT is one pass whatever the planner thinks; a join went through all pairs of them. */
export const listOrphans = statement<{ readonly event: string }>(
  "chain-list-orphans",
  `SELECT event_id AS event FROM register_payload WHERE county = ${here}
   EXCEPT SELECT event_id FROM register_event WHERE county = ${here}
   LIMIT 1000`,
);

/** People registered twice on one day, in whatever counties; every county is in the scope. */
export const listRegisteredTwice = statement<{ readonly county: number; readonly person: number }>(
  "chain-list-registered-twice",
  `SELECT county, person_id AS person FROM (
     SELECT county, person_id, during,
       lag(during) OVER (PARTITION BY person_id ORDER BY during) AS before
     FROM registration) AS r
   WHERE before && during LIMIT 1000`,
);

/** Narrows the rest of the transaction to one county. */
export const enterCounty = statement(
  "chain-enter-county",
  "SELECT set_config('luohu.counties', '{' || $1::int || '}', true)",
);

/** For telling how far it is. */
export const countEvents = statement<{ readonly events: number }>(
  "chain-count-events",
  `SELECT count(*) AS events FROM register_event WHERE county = ${here}`,
);
