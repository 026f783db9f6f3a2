import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { Stage } from "../domain/case.ts";
import { caseColumns, type CaseRow } from "./cases.ts";

/** Which cases of a queue are meant; null leaves a side open. */
export type QueueFilter = {
  readonly stage: string | null;
  /** Account, or "none". */
  readonly handler: string | null;
  readonly service: string | null;
  /** Only those of which a review is asked for. */
  readonly inReview: boolean;
  /** Due before this day. */
  readonly before: string | null;
  /** The last one of the page before. */
  readonly after: { readonly due: string; readonly case: string } | null;
};

/** `seen`: the version that staff see, which counts no consent and no rating (`staffView`). */
export type QueuedCase = CaseRow & { readonly seen: number };

const columns = `${caseColumns}, f.version - (
     SELECT count(*)::int FROM case_action a
     WHERE a.county = f.county AND a.case_id = f.case_id AND a.type IN ('consent', 'rate')
   ) AS seen`;

const page = `AND ($2::text IS NULL OR f.service = $2) AND ($3::date IS NULL OR f.due < $3)
     AND (f.due, f.case_id) > ($4::date, $5::uuid)
   ORDER BY f.due, f.case_id LIMIT $6`;

const all = statement<QueuedCase>(
  "casework-queue",
  `SELECT ${columns} FROM case_file f WHERE f.county = $1 AND f.due IS NOT NULL ${page}`,
);
const byStage = statement<QueuedCase>(
  "casework-queue-by-stage",
  `SELECT ${columns} FROM case_file f WHERE f.county = $1 AND f.due IS NOT NULL AND f.stage = $7 ${page}`,
);
const byHandler = statement<QueuedCase>(
  "casework-queue-by-handler",
  `SELECT ${columns} FROM case_file f
   WHERE f.county = $1 AND f.due IS NOT NULL AND f.handler = $8 AND ($7::text IS NULL OR f.stage = $7) ${page}`,
);
const unassigned = statement<QueuedCase>(
  "casework-queue-unassigned",
  `SELECT ${columns} FROM case_file f
   WHERE f.county = $1 AND f.due IS NOT NULL AND f.handler IS NULL AND ($7::text IS NULL OR f.stage = $7) ${page}`,
);
const inReview = statement<QueuedCase>(
  "casework-queue-in-review",
  `SELECT ${columns} FROM case_file f
   WHERE f.county = $1 AND f.due IS NOT NULL AND f.in_review AND ($7::text IS NULL OR f.stage = $7)
     AND ($8::text IS NULL OR coalesce(f.handler::text, 'none') = $8) ${page}`,
);

/** Cases in which something is due, the most urgent first; a statement for each index. */
export async function listQueue(
  tx: Transaction,
  county: number,
  filter: QueueFilter,
  atMost: number,
): Promise<readonly QueuedCase[]> {
  const { stage, handler, service, before, after } = filter;
  const { due, case: key } = after ?? {
    due: "0001-01-01",
    case: "00000000-0000-0000-0000-000000000000",
  };
  const shared = [county, service, before, due, key, atMost];
  if (filter.inReview) return tx.run(inReview, [...shared, stage, handler]);
  if (handler === "none") return tx.run(unassigned, [...shared, stage]);
  if (handler !== null) return tx.run(byHandler, [...shared, stage, handler]);
  return stage === null ? tx.run(all, shared) : tx.run(byStage, [...shared, stage]);
}

const byReference = statement<QueuedCase>(
  "casework-find-case-by-reference",
  `SELECT ${columns} FROM case_file f WHERE f.county = $1 AND f.reference = $2 AND f.stage <> 'draft'`,
);

export const findByReference = (
  tx: Transaction,
  county: number,
  reference: string,
): Promise<readonly QueuedCase[]> => tx.run(byReference, [county, reference]);

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

const reviews = statement<Omit<StageCount, "stage">>(
  "casework-count-reviews",
  `SELECT count(*) AS count, count(*) FILTER (WHERE f.due < $2) AS overdue
   FROM case_file f WHERE f.county = $1 AND f.due IS NOT NULL AND f.in_review`,
);

/** How many reviews are asked for and not decided, at whatever stage. */
export async function countReviews(
  tx: Transaction,
  county: number,
  today: string,
): Promise<Omit<StageCount, "stage">> {
  const [counted] = await tx.run(reviews, [county, today]);
  return counted ?? { count: 0, overdue: 0 };
}
