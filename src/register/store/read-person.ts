import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { County, HouseholdId, IsoDate, Particulars, PersonId } from "../domain/shapes.ts";
import { particularsJson } from "./particulars.ts";

type Stretch = { readonly from: IsoDate; readonly until: IsoDate | null };

export type StoredPerson = {
  readonly county: County;
  readonly person: PersonId;
  readonly version: number;
  /** Null once erased. */
  readonly particulars: Particulars | null;
  readonly died: IsoDate | null;
  readonly registrations: (Stretch & { readonly county: County })[];
  readonly seats: (Stretch & { readonly household: HouseholdId; readonly relation: number })[];
};

const read = statement<StoredPerson>(
  "register-read-person",
  `SELECT p.county, p.person_id AS person, p.version, p.died, ${particularsJson("p")} AS particulars,
     (SELECT coalesce(json_agg(json_build_object(
          'county', r.county, 'from', lower(r.during), 'until', upper(r.during)) ORDER BY lower(r.during)), '[]')
      FROM registration r WHERE r.person_id = p.person_id) AS registrations,
     (SELECT coalesce(json_agg(json_build_object('household', m.household_id, 'relation', m.relation,
          'from', lower(m.during), 'until', upper(m.during)) ORDER BY lower(m.during)), '[]')
      FROM membership m WHERE m.county = p.county AND m.person_id = p.person_id) AS seats
   FROM person p WHERE p.county = $1 AND p.person_id = $2`,
);

export async function findPersonRow(
  tx: Transaction,
  county: County,
  person: PersonId,
): Promise<StoredPerson | undefined> {
  const [found] = await tx.run(read, [county, person]);
  return found;
}

const counties = statement<{ readonly county: County }>(
  "register-list-counties-of-person",
  `SELECT county FROM registration WHERE person_id = $1 GROUP BY county ORDER BY max(lower(during)) DESC`,
);

/** Counties where someone is or was registered, the newest first. */
export async function findCountiesOf(
  tx: Transaction,
  person: PersonId,
): Promise<readonly County[]> {
  const rows = await tx.run(counties, [person]);
  return rows.map(({ county }) => county);
}

const numberOf = statement<{ readonly number: string }>(
  "register-find-number-of-person",
  `SELECT number FROM identity_number WHERE person_id = $1`,
);

/** Whose key is known, their citizen ID number, in whatever county. */
export async function findNumberOf(tx: Transaction, person: PersonId): Promise<string | undefined> {
  const [found] = await tx.run(numberOf, [person]);
  return found?.number;
}
