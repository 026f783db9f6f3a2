import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { Stage } from "../domain/case.ts";
import { caseColumns, type CaseRow } from "./cases.ts";

/** Which cases of a queue are meant; null leaves a side open. */
export type QueueFilter = {
  readonly stage: string | null;
  /** Account, or "none". */
  readonly handler: string | null;
  readonly service: string | null;
  /** Due before this day. */
  readonly before: string | null;
  /** The last one of the page before. */
  readonly after: { readonly due: string; readonly case: string } | null;
};

const page = `AND ($2::text IS NULL OR f.service = $2) AND ($3::date IS NULL OR f.due < $3)
     AND (f.due, f.case_id) > ($4::date, $5::uuid)
   ORDER BY f.due, f.case_id LIMIT $6`;

const all = statement<CaseRow>(
  "casework-queue",
  `SELECT ${caseColumns} FROM case_file f WHERE f.county = $1 AND f.due IS NOT NULL ${page}`,
);
const byStage = statement<CaseRow>(
  "casework-queue-by-stage",
  `SELECT ${caseColumns} FROM case_file f WHERE f.county = $1 AND f.due IS NOT NULL AND f.stage = $7 ${page}`,
);
const byHandler = statement<CaseRow>(
  "casework-queue-by-handler",
  `SELECT ${caseColumns} FROM case_file f
   WHERE f.county = $1 AND f.due IS NOT NULL AND f.handler = $8 AND ($7::text IS NULL OR f.stage = $7) ${page}`,
);
const unassigned = statement<CaseRow>(
  "casework-queue-unassigned",
  `SELECT ${caseColumns} FROM case_file f
   WHERE f.county = $1 AND f.due IS NOT NULL AND f.handler IS NULL AND ($7::text IS NULL OR f.stage = $7) ${page}`,
);

/** Cases in which something is due, the most urgent first; a statement for each index. */
export async function listQueue(
  tx: Transaction,
  county: number,
  { stage, handler, service, before, after }: QueueFilter,
  atMost: number,
): Promise<readonly CaseRow[]> {
  const { due, case: key } = after ?? {
    due: "0001-01-01",
    case: "00000000-0000-0000-0000-000000000000",
  };
  const shared = [county, service, before, due, key, atMost];
  if (handler === "none") return tx.run(unassigned, [...shared, stage]);
  if (handler !== null) return tx.run(byHandler, [...shared, stage, handler]);
  return stage === null ? tx.run(all, shared) : tx.run(byStage, [...shared, stage]);
}

const byReference = statement<CaseRow>(
  "casework-find-case-by-reference",
  `SELECT ${caseColumns} FROM case_file f WHERE f.county = $1 AND f.reference = $2 AND f.stage <> 'draft'`,
);

export const findByReference = (
  tx: Transaction,
  county: number,
  reference: string,
): Promise<readonly CaseRow[]> => tx.run(byReference, [county, reference]);

export type StageCount = {
  readonly stage: Stage;
  readonly count: number;
  readonly overdue: number;
};

const counts = statement<StageCount>(
  "casework-count-queue",
  `SELECT f.stage, count(*) AS count, count(*) FILTER (WHERE f.due < $2) AS overdue
   FROM case_file f WHERE f.county = $1 AND f.due IS NOT NULL GROUP BY f.stage ORDER BY f.stage`,
);

/** How many wait at each stage, and how many of them are overdue on a day. */
export const countQueue = (
  tx: Transaction,
  county: number,
  today: string,
): Promise<readonly StageCount[]> => tx.run(counts, [county, today]);
