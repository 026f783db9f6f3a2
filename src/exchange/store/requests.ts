import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { AskedRecords } from "../domain/minimal-request.ts";

export type RequestState = "waiting" | "answered" | "refused" | "unreachable" | "called-off";

/** A question to a department as it is kept. */
export type StoredRequest = {
  readonly county: number;
  readonly request: string;
  readonly case: string;
  readonly person: number;
  readonly department: string;
  readonly service: string;
  readonly placeCounty: number;
  readonly placeKind: string | null;
  readonly on: string;
  readonly purpose: string;
  readonly basis: string[];
  readonly records: AskedRecords[];
  readonly account: string;
  readonly by: string;
  readonly asked: string;
  readonly state: RequestState;
  readonly attempts: number;
  readonly settled: string | null;
  readonly refusal: string | null;
};

const columns = `r.county, r.request_id AS request, r.case_reference AS case, r.person_id AS person, r.department,
  r.service, r.place_county AS "placeCounty", r.place_kind AS "placeKind", r.on_day AS on, r.purpose, r.basis, r.records,
  r.actor AS account, r.actor_name AS by, r.asked, r.state, r.attempts, r.settled, r.refusal`;

const insert = statement<{ readonly request: string }>(
  "exchange-insert-request",
  `INSERT INTO exchange_request (county, request_id, case_reference, person_id, department, service, place_county,
     place_kind, on_day, purpose, basis, records, actor, actor_name, asked, next_attempt)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15)
   ON CONFLICT ON CONSTRAINT exchange_request_once DO NOTHING
   RETURNING request_id AS request`,
);

export type NewRequest = Pick<
  StoredRequest,
  | "county"
  | "request"
  | "case"
  | "person"
  | "department"
  | "service"
  | "placeCounty"
  | "placeKind"
  | "on"
  | "purpose"
  | "account"
  | "by"
  | "asked"
> & {
  readonly basis: readonly string[];
  readonly records: readonly AskedRecords[];
};

/** Whether it is new: a case asks a department about someone once a day of rules. */
export async function insertRequest(tx: Transaction, made: NewRequest): Promise<boolean> {
  const rows = await tx.run(insert, [
    made.county,
    made.request,
    made.case,
    made.person,
    made.department,
    made.service,
    made.placeCounty,
    made.placeKind,
    made.on,
    made.purpose,
    made.basis,
    JSON.stringify(made.records),
    made.account,
    made.by,
    made.asked,
  ]);
  return rows.length > 0;
}

/** Counties in which a question is to be sent now. */
export const countiesDue = statement<{ readonly county: number }>(
  "exchange-counties-due",
  "SELECT county FROM counties_with_exchange_due($1) AS county",
);

/** Takes questions that are due, until `$2` for oneself; one that somebody else takes just now is left to them. */
export const claimDue = statement<StoredRequest>(
  "exchange-claim-due",
  `UPDATE exchange_request r SET next_attempt = $2
   FROM (SELECT county, request_id FROM exchange_request
         WHERE state = 'waiting' AND next_attempt <= $1 AND county = ANY ($3::int[])
         ORDER BY next_attempt LIMIT $4 FOR UPDATE SKIP LOCKED) due
   WHERE r.county = due.county AND r.request_id = due.request_id
   RETURNING ${columns}`,
);

/** Whether it still waits; held until the transaction ends, so that it is settled once. */
export const holdWaiting = statement<{ readonly request: string }>(
  "exchange-hold-waiting",
  `SELECT request_id AS request FROM exchange_request
   WHERE county = $1 AND request_id = $2 AND state = 'waiting' FOR NO KEY UPDATE`,
);

/** Nobody answered: it is sent again later. */
export const postpone = statement(
  "exchange-postpone",
  `UPDATE exchange_request SET attempts = attempts + 1, next_attempt = $3
   WHERE county = $1 AND request_id = $2`,
);

export const settle = statement(
  "exchange-settle",
  "UPDATE exchange_request SET state = $3, settled = $4, refusal = $5 WHERE county = $1 AND request_id = $2",
);

/** Of a case, what nobody has answered yet. */
export const callOffWaiting = statement<{ readonly request: string; readonly department: string }>(
  "exchange-call-off",
  `UPDATE exchange_request SET state = 'called-off', settled = $3
   WHERE county = $1 AND case_reference = $2 AND state = 'waiting'
   RETURNING request_id AS request, department`,
);

/** What a case asked about someone, the newest first. */
export const listOfCase = statement<StoredRequest>(
  "exchange-list-of-case",
  `SELECT ${columns} FROM exchange_request r
   WHERE r.county = $1 AND r.case_reference = $2 AND r.person_id = $3
   ORDER BY r.on_day DESC, r.asked DESC`,
);

/** What departments were asked about a person, for cases of any county, the newest first. */
export const listOfPerson = statement<StoredRequest>(
  "exchange-list-of-person",
  `SELECT ${columns} FROM find_exchanges($1, $2) r`,
);

export const findRequests = statement<StoredRequest>(
  "exchange-find-requests",
  `SELECT ${columns} FROM exchange_request r WHERE r.county = ANY ($1::int[]) AND r.request_id = ANY ($2::uuid[])`,
);

export type RequestWithLog = StoredRequest & {
  readonly log: {
    readonly seq: number;
    readonly kind: string;
    readonly at: string;
    readonly hash: string;
  }[];
};

/** Days are those of Beijing, where the offices' days begin and end. */
const matches = `r.county = ANY ($1::int[]) AND r.department = $2
     AND ($3::date IS NULL OR r.asked >= $3::date::timestamp AT TIME ZONE 'Asia/Shanghai')
     AND ($4::date IS NULL OR r.asked < ($4::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`;

/** What a department was asked by counties, the newest first, with our log of it; `$6` is the last one shown before. */
export const listOfDepartment = statement<RequestWithLog>(
  "exchange-list-of-department",
  `SELECT ${columns},
     (SELECT json_agg(json_build_object('seq', l.seq, 'kind', l.kind,
        'at', to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'hash', encode(l.hash, 'hex')) ORDER BY l.seq)
      FROM exchange_log l WHERE l.county = r.county AND l.request_id = r.request_id) AS log
   FROM exchange_request r WHERE ${matches} AND ($5::text IS NULL OR r.state = $5)
     AND r.request_id < coalesce($6, 'ffffffff-ffff-ffff-ffff-ffffffffffff')::uuid
   ORDER BY r.request_id DESC LIMIT $7`,
);

/** How many of them are in each state. */
export const countOfDepartment = statement<{
  readonly state: RequestState;
  readonly count: number;
}>(
  "exchange-count-of-department",
  `SELECT r.state, count(*) AS count FROM exchange_request r WHERE ${matches} GROUP BY r.state ORDER BY r.state`,
);

/** Departments that counties asked anything. */
export const listAsked = statement<{ readonly department: string }>(
  "exchange-list-asked",
  `SELECT DISTINCT r.department FROM exchange_request r WHERE r.county = ANY ($1::int[]) ORDER BY r.department`,
);

/** Questions of counties that no department answered, the oldest first. */
export const listUnanswered = statement<StoredRequest>(
  "exchange-list-unanswered",
  `SELECT ${columns} FROM exchange_request r WHERE r.county = ANY ($1::int[]) AND r.state NOT IN ('answered', 'called-off')
   ORDER BY r.state <> 'waiting', r.request_id LIMIT $2`,
);

export const countUnanswered = statement<{
  readonly department: string;
  readonly state: RequestState;
  readonly count: number;
}>(
  "exchange-count-unanswered",
  `SELECT r.department, r.state, count(*) AS count FROM exchange_request r
   WHERE r.county = ANY ($1::int[]) AND r.state NOT IN ('answered', 'called-off') GROUP BY r.department, r.state ORDER BY r.department, r.state`,
);
