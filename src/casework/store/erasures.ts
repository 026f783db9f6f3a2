import { statement } from "../../platform/postgres/index.ts";

export const countiesOfCases = statement<{ readonly county: number }>(
  "casework-counties-of-person",
  "SELECT county FROM counties_of_cases($1) AS county",
);

/** Cases of the scope that name somebody, each once. */
export const listCasesNaming = statement<{
  readonly county: number;
  readonly case: string;
  readonly role: string;
}>(
  "casework-list-cases-naming",
  `SELECT county, case_id AS case, role FROM case_person WHERE person_id = $1 ORDER BY county, case_id`,
);

/** What was said and handed in in a case, as the event of an erasure names somebody of it. */
export const eraseCase = statement("casework-erase-case", "SELECT erase_case($1, $2, $3, $4)");

/** What is left of the actions of a case, by their place. */
export const restorePayloads = statement(
  "casework-restore-payloads",
  `INSERT INTO case_payload (county, case_id, seq, payload)
   SELECT $1, $2, seq, payload FROM unnest($3::jsonb[]) WITH ORDINALITY AS t (payload, seq)`,
);
