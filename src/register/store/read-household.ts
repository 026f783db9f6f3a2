import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { z } from "zod";
import type { household } from "../contract.ts";
import type { County, HouseholdId, IsoDate, PersonId } from "../domain/shapes.ts";

/** As it was on a day; the day of an own booklet is worked out from the calendar. */
export type StoredHousehold = Omit<z.infer<typeof household>, "withheld"> & {
  readonly withheld: {
    readonly person: PersonId;
    readonly step: string;
    readonly since: IsoDate;
  }[];
};

const read = statement<StoredHousehold>(
  "register-read-household",
  `SELECT h.county, h.household_id AS household, h.kind, h.name, $3::date AS on, h.founded, h.ended, h.version,
     (SELECT json_build_object('dwelling', d.dwelling_id, 'address', d.address, 'community', d.community)
      FROM residence r JOIN dwelling d USING (county, dwelling_id)
      WHERE r.county = h.county AND r.household_id = h.household_id AND r.during @> $3::date) AS dwelling,
     (SELECT coalesce(json_agg(json_build_object('person', p.person_id, 'relation', m.relation,
          'since', lower(m.during), 'name', p.name, 'nameHan', p.name_han, 'sex', coalesce(p.sex, 9),
          'birthDate', p.birth_date, 'idNumber', p.id_number,
          'mother', p.mother_id, 'father', p.father_id)
        ORDER BY m.relation <> 2, p.birth_date, p.person_id), '[]')
      FROM membership m JOIN person p USING (county, person_id)
      WHERE m.county = h.county AND m.household_id = h.household_id AND m.during @> $3::date) AS members,
     ARRAY(SELECT h.founded
       UNION SELECT h.ended WHERE h.ended IS NOT NULL
       UNION SELECT unnest(ARRAY[lower(m.during), upper(m.during)]) FROM membership m
         WHERE m.county = h.county AND m.household_id = h.household_id
       UNION SELECT unnest(ARRAY[lower(r.during), upper(r.during)]) FROM residence r
         WHERE r.county = h.county AND r.household_id = h.household_id
       EXCEPT SELECT NULL ORDER BY 1) AS days,
     (SELECT coalesce(json_agg(json_build_object('person', w.person_id, 'step', w.step, 'since', w.since)
        ORDER BY w.person_id), '[]')
      FROM withholding w WHERE w.county = h.county AND w.household_id = h.household_id) AS withheld
   FROM household h WHERE h.county = $1 AND h.household_id = $2`,
);

export async function findHouseholdOn(
  tx: Transaction,
  county: County,
  household: HouseholdId,
  on: IsoDate,
): Promise<StoredHousehold | undefined> {
  const [found] = await tx.run(read, [county, household, on]);
  return found;
}

const everyone = statement<{ readonly person: PersonId }>(
  "register-list-household-people",
  `SELECT DISTINCT person_id AS person FROM membership WHERE county = $1 AND household_id = $2`,
);

/** Everyone who ever belonged to it. */
export async function findHouseholdPeople(
  tx: Transaction,
  county: County,
  household: HouseholdId,
): Promise<readonly PersonId[]> {
  const rows = await tx.run(everyone, [county, household]);
  return rows.map(({ person }) => person);
}

const issued = statement<{ readonly issued: IsoDate }>(
  "register-find-booklet",
  `SELECT issued FROM booklet WHERE county = $1 AND household_id = $2 AND person_id IS NOT DISTINCT FROM $3::bigint`,
);

/** Day of the newest booklet of a household, or of one of its members. */
export async function findBookletDay(
  tx: Transaction,
  county: County,
  household: HouseholdId,
  person: PersonId | null,
): Promise<IsoDate | undefined> {
  const [found] = await tx.run(issued, [county, household, person]);
  return found?.issued;
}
