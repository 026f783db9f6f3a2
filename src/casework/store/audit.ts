import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { Action } from "../domain/action.ts";
import { caseColumns, type CaseRow } from "./cases.ts";

/** Days between which a case was decided first; null leaves a side open. */
export type Between = {
  readonly counties: readonly number[];
  readonly from: string | null;
  readonly until: string | null;
};

const within = `f.county = ANY ($1::int[]) AND f.decided IS NOT NULL
     AND ($2::date IS NULL OR f.decided >= $2) AND ($3::date IS NULL OR f.decided <= $3)`;

const overridden = statement<CaseRow & { readonly actions: Action[] }>(
  "casework-list-overridden",
  `SELECT ${caseColumns},
     (SELECT coalesce(json_agg(s.payload ORDER BY s.seq), '[]')
      FROM case_action a JOIN case_payload s USING (county, case_id, seq)
      WHERE a.county = f.county AND a.case_id = f.case_id AND a.type IN ('decide', 'decide-review')) AS actions
   FROM case_file f WHERE ${within} AND (f.against OR f.reversed)
     AND ($4::date IS NULL OR (f.decided, f.case_id) < ($4, $5::uuid))
   ORDER BY f.decided DESC, f.case_id DESC LIMIT $6`,
);

/** Cases decided against the advice, or reversed, newest first from after one of them on, with their decisions alone. */
export const listOverridden = (
  tx: Transaction,
  { counties, from, until }: Between,
  after: { readonly decided: string | null; readonly case: string | null },
  atMost: number,
): Promise<readonly (CaseRow & { readonly actions: Action[] })[]> =>
  tx.run(overridden, [counties, from, until, after.decided, after.case, atMost]);

type Departed = { readonly against: number; readonly reversed: number };

const departed = statement<Departed>(
  "casework-count-departed",
  `SELECT count(*) FILTER (WHERE f.against) AS against, count(*) FILTER (WHERE f.reversed) AS reversed
   FROM case_file f WHERE ${within} AND (f.against OR f.reversed)`,
);

/** How many cases were decided against the advice, and how many a review changed. */
export async function countDeparted(
  tx: Transaction,
  { counties, from, until }: Between,
): Promise<Departed> {
  const [counted] = await tx.run(departed, [counties, from, until]);
  return { against: counted?.against ?? 0, reversed: counted?.reversed ?? 0 };
}

const overdue = statement<CaseRow & { readonly due: string }>(
  "casework-list-overdue",
  `SELECT ${caseColumns} FROM case_file f WHERE f.county = ANY ($1::int[]) AND f.due < $2
   ORDER BY f.due, f.case_id LIMIT $3`,
);

/** Cases of counties in which something was due before a day, the longest overdue first. */
export const listOverdue = (
  tx: Transaction,
  counties: readonly number[],
  today: string,
  atMost: number,
): Promise<readonly (CaseRow & { readonly due: string })[]> =>
  tx.run(overdue, [counties, today, atMost]);

const overdueCount = statement<{ readonly count: number }>(
  "casework-count-overdue",
  "SELECT count(*) AS count FROM case_file f WHERE f.county = ANY ($1::int[]) AND f.due < $2",
);

export async function countOverdue(
  tx: Transaction,
  counties: readonly number[],
  today: string,
): Promise<number> {
  const [counted] = await tx.run(overdueCount, [counties, today]);
  return counted?.count ?? 0;
}

const times = statement<{
  readonly submitted: string;
  readonly decided: string;
  readonly count: number;
}>(
  "casework-list-decision-times",
  `SELECT f.submitted, f.decided, count(*) AS count FROM case_file f
   WHERE ${within} AND f.submitted IS NOT NULL GROUP BY f.submitted, f.decided`,
);

/** How many cases were handed in on one day and decided on another. */
export const listTimes = (
  tx: Transaction,
  { counties, from, until }: Between,
): Promise<
  readonly { readonly submitted: string; readonly decided: string; readonly count: number }[]
> => tx.run(times, [counties, from, until]);

const grades = statement<{ readonly grade: number; readonly count: number }>(
  "casework-count-grades",
  `SELECT (s.payload -> 'step' ->> 'grade')::int AS grade, count(*) AS count
   FROM case_file f
     JOIN case_action a ON a.county = f.county AND a.case_id = f.case_id AND a.type = 'rate'
     JOIN case_payload s ON s.county = a.county AND s.case_id = a.case_id AND s.seq = a.seq
   WHERE ${within} GROUP BY grade ORDER BY grade`,
);

/** How the service was rated; who said what is not in it. */
export const countGrades = (
  tx: Transaction,
  { counties, from, until }: Between,
): Promise<readonly { readonly grade: number; readonly count: number }[]> =>
  tx.run(grades, [counties, from, until]);
