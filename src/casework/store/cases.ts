import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { Stage } from "../domain/case.ts";
import type { Action } from "../domain/action.ts";

/** The row of a case. */
export type CaseRow = {
  readonly county: number;
  readonly case: string;
  readonly reference: string;
  readonly service: string;
  readonly person: number | null;
  readonly people: number;
  readonly opened: string;
  readonly stage: Stage;
  readonly version: number;
  readonly handler: string | null;
  readonly submitted: string | null;
  readonly decided: string | null;
  readonly due: string | null;
  readonly against: boolean;
  readonly reversed: boolean;
  /** A review is asked for and not decided. */
  readonly inReview: boolean;
};

export const caseColumns = `f.county, f.case_id AS case, f.reference, f.service, f.person_id AS person, f.people, f.opened, f.stage,
  f.version, f.handler, f.submitted, f.decided, f.due, f.against, f.reversed, f.in_review AS "inReview"`;

const find = statement<CaseRow>(
  "casework-find-case",
  `SELECT ${caseColumns} FROM case_file f WHERE f.county = $1 AND f.case_id = $2`,
);
const lock = statement<CaseRow>(
  "casework-lock-case",
  `SELECT ${caseColumns} FROM case_file f WHERE f.county = $1 AND f.case_id = $2 FOR NO KEY UPDATE`,
);

/** A case by its key; `locked` until the transaction ends, so that steps follow one another. */
export async function findCase(
  tx: Transaction,
  county: number,
  key: string,
  locked = false,
): Promise<CaseRow | undefined> {
  const [found] = await tx.run(locked ? lock : find, [county, key]);
  return found;
}

/** One action of a case, with its instant. */
export type StoredAction = { readonly seq: number; readonly at: string; readonly payload: Action };

const list = statement<StoredAction>(
  "casework-list-actions",
  `SELECT a.seq, a.at, s.payload
   FROM case_action a JOIN case_payload s USING (county, case_id, seq)
   WHERE a.county = $1 AND a.case_id = $2 ORDER BY a.seq`,
);

/** The actions of a case in their order; fewer than its version where they were erased. */
export const listActions = (
  tx: Transaction,
  county: number,
  key: string,
): Promise<readonly StoredAction[]> => tx.run(list, [county, key]);

const insert = statement(
  "casework-insert-case",
  `INSERT INTO case_file (county, case_id, reference, service, person_id, people, opened, stage, version)
   VALUES ($1, $2, $3, $4, $5, $6, $7, 'draft', $8)`,
);

export type NewCase = Pick<
  CaseRow,
  "county" | "case" | "reference" | "service" | "person" | "people" | "opened" | "version"
>;

export async function insertCase(tx: Transaction, made: NewCase): Promise<void> {
  const { county, reference, service, person, people, opened, version } = made;
  await tx.run(insert, [county, made.case, reference, service, person, people, opened, version]);
}

const update = statement<{ readonly version: number }>(
  "casework-update-case",
  `UPDATE case_file SET version = $3, stage = $4, people = $5, handler = $6, submitted = $7, decided = $8, due = $9,
     against = $10, reversed = $11, in_review = $12
   WHERE county = $1 AND case_id = $2
   RETURNING version`,
);

export type CaseIndex = Pick<
  CaseRow,
  | "version"
  | "stage"
  | "people"
  | "handler"
  | "submitted"
  | "decided"
  | "due"
  | "against"
  | "reversed"
  | "inReview"
>;

/** What queues sort by, as the actions have it now. */
export async function updateCase(
  tx: Transaction,
  county: number,
  key: string,
  index: CaseIndex,
): Promise<void> {
  await tx.run(update, [
    county,
    key,
    index.version,
    index.stage,
    index.people,
    index.handler,
    index.submitted,
    index.decided,
    index.due,
    index.against,
    index.reversed,
    index.inReview,
  ]);
}

const addActions = statement(
  "casework-insert-actions",
  `WITH given AS (
     SELECT * FROM unnest($3::int[], $4::date[], $5::text[], $6::text[], $7::uuid[], $8::bigint[], $9::jsonb[])
       AS t (seq, on_day, type, actor, account, only_for, payload)
   ), added AS (
     INSERT INTO case_action (county, case_id, seq, at, on_day, type, actor, account, only_for)
     SELECT $1, $2, seq, $10, on_day, type, actor, account, only_for FROM given
   )
   INSERT INTO case_payload (county, case_id, seq, payload) SELECT $1, $2, seq, payload FROM given`,
);

/** An action to be kept; `onlyFor` is the one person of the case who may see it, -1 for one without a record. */
export type NewAction = {
  readonly action: Action;
  readonly account: string | null;
  readonly onlyFor: number | null;
};

/** Adds actions after those there are. */
export async function insertActions(
  tx: Transaction,
  { county, case: key, version }: Pick<CaseRow, "county" | "case" | "version">,
  actions: readonly NewAction[],
  at: string,
): Promise<void> {
  await tx.run(addActions, [
    county,
    key,
    actions.map((_, place) => version + place + 1),
    actions.map(({ action }) => action.on),
    actions.map(({ action }) => action.step.do),
    actions.map(({ action }) => action.by.kind),
    actions.map(({ account }) => account),
    actions.map(({ onlyFor }) => onlyFor),
    actions.map(({ action }) => JSON.stringify(action)),
    at,
  ]);
}

const clearPeople = statement(
  "casework-clear-people",
  `DELETE FROM case_person WHERE county = $1 AND case_id = $2`,
);
const addPeople = statement(
  "casework-insert-people",
  `INSERT INTO case_person (county, case_id, person_id, role)
   SELECT DISTINCT ON (person_id) $1::int, $2::uuid, person_id, role
   FROM unnest($3::bigint[], $4::text[]) WITH ORDINALITY AS t (person_id, role, place) ORDER BY person_id, place`,
);

/** Someone of a case whom the register knows. */
export type CasePerson = {
  readonly person: number;
  readonly role: "applicant" | "member" | "guardian";
};

/** Names the people of a case anew. */
export async function replacePeople(
  tx: Transaction,
  county: number,
  key: string,
  people: readonly CasePerson[],
): Promise<void> {
  await tx.run(clearPeople, [county, key]);
  await tx.run(addPeople, [
    county,
    key,
    people.map(({ person }) => person),
    people.map(({ role }) => role),
  ]);
}

const peopleOf = statement<CasePerson & { readonly county: number | null }>(
  "casework-list-people",
  `SELECT p.person_id AS person, p.role,
     (SELECT r.county FROM registration r WHERE r.person_id = p.person_id ORDER BY lower(r.during) DESC LIMIT 1) AS county
   FROM case_person p WHERE p.county = $1 AND p.case_id = $2`,
);

/** The people of a case, each with the county that has or last had them. */
export const listPeople = (
  tx: Transaction,
  county: number,
  key: string,
): Promise<readonly (CasePerson & { readonly county: number | null })[]> =>
  tx.run(peopleOf, [county, key]);
