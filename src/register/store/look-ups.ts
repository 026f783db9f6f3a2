import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { County, IsoDate, PersonId } from "../domain/shapes.ts";

export type LookUpKind = "search" | "person" | "household" | "booklet" | "act" | "case";

/** One look at people's data as it is kept. */
export type StoredLookUp = {
  readonly id: string;
  readonly county: County;
  readonly at: string;
  readonly account: string;
  readonly by: string;
  readonly role: string;
  readonly department: string;
  readonly purpose: string;
  readonly reference: string | null;
  readonly kind: LookUpKind;
  readonly fields: string[];
  readonly people: PersonId[];
};

const insert = statement(
  "register-insert-look-up",
  `INSERT INTO look_up (county, look_up_id, at, account, actor_name, role, department, purpose, reference, kind,
     fields, people)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

export async function insertLookUp(tx: Transaction, lookUp: StoredLookUp): Promise<void> {
  const { county, id, at, account, by, role, department, purpose, reference, kind } = lookUp;
  await tx.run(insert, [
    county,
    id,
    at,
    account,
    by,
    role,
    department,
    purpose,
    reference,
    kind,
    lookUp.fields,
    lookUp.people,
  ]);
}

const columns = `look_up_id AS id, county, at, account, actor_name AS by, role, department, purpose, reference, kind,
  fields, people`;

const listOfPerson = statement<StoredLookUp>(
  "register-list-look-ups-of-person",
  `SELECT ${columns} FROM find_look_ups($1, $2)`,
);

/** Looks at a person's data in the counties of the scope, newest first. */
export async function findLookUpsOf(
  tx: Transaction,
  person: PersonId,
  atMost: number,
): Promise<readonly StoredLookUp[]> {
  return tx.run(listOfPerson, [person, atMost]);
}

/** Days are those of Beijing, where the register's days begin and end. */
const matches = `county = ANY ($1::int[])
    AND ($2::text IS NULL OR purpose = $2)
    AND ($3::text IS NULL OR role = $3)
    AND ($4::date IS NULL OR at >= $4::date::timestamp AT TIME ZONE 'Asia/Shanghai')
    AND ($5::date IS NULL OR at < ($5::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`;

/** Which looks are meant; null leaves a side open. */
export type LookUpMatch = {
  readonly counties: readonly County[];
  readonly purpose: string | null;
  readonly role: string | null;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
};

const listOfCounties = statement<StoredLookUp>(
  "register-list-look-ups",
  `SELECT ${columns} FROM look_up
   WHERE ${matches} AND look_up_id < coalesce($6, 'ffffffff-ffff-ffff-ffff-ffffffffffff')::uuid
   ORDER BY look_up_id DESC LIMIT $7`,
);

/** Looks in counties, newest first, from before one of them on. */
export async function findLookUps(
  tx: Transaction,
  { counties, purpose, role, from, until }: LookUpMatch,
  before: string | null,
  atMost: number,
): Promise<readonly StoredLookUp[]> {
  return tx.run(listOfCounties, [counties, purpose, role, from, until, before, atMost]);
}

export const listByKey = statement<StoredLookUp>(
  "register-list-look-ups-by-key",
  `SELECT ${columns} FROM look_up WHERE county = ANY ($1::int[]) AND look_up_id = ANY ($2::uuid[])`,
);

const countByPurpose = statement<{ readonly purpose: string; readonly count: number }>(
  "register-count-look-ups",
  `SELECT purpose, count(*) AS count FROM look_up WHERE ${matches} GROUP BY purpose ORDER BY count DESC, purpose`,
);

/** How many looks there were for each purpose, the most frequent first. */
export async function countLookUps(
  tx: Transaction,
  { counties, purpose, role, from, until }: LookUpMatch,
): Promise<readonly { readonly purpose: string; readonly count: number }[]> {
  return tx.run(countByPurpose, [counties, purpose, role, from, until]);
}
