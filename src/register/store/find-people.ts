import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { County, PersonId } from "../domain/shapes.ts";

/** Someone found; the ID number is whole. */
export type FoundPerson = {
  readonly person: PersonId;
  readonly county: County;
  readonly name: string;
  readonly nameHan: string | null;
  readonly sex: number;
  readonly birthDate: string;
  readonly idNumber: string | null;
  readonly household: number | null;
  readonly address: string | null;
  readonly registered: boolean;
};

/**
 * People of `hit (person_id)`, those who are registered first; $1 is the county, $2 how many. Where they live is looked
 * up for those who are shown only. OFFSET 0 keeps to the order as written, one key after the other: the planner takes
 * a county for a few rows, and would as well go through all of it for each hit.
 */
const shown = `
  , best AS (
    SELECT p.*, r.person_id IS NOT NULL AS registered
    FROM hit CROSS JOIN LATERAL (
        SELECT * FROM person WHERE county = $1 AND person_id = hit.person_id AND NOT erased OFFSET 0) p
      LEFT JOIN registration r ON r.person_id = p.person_id AND r.county = p.county AND upper_inf(r.during)
    ORDER BY registered DESC, p.name, p.person_id LIMIT $2
  )
  SELECT p.person_id AS person, p.county, p.name, p.name_han AS "nameHan", p.sex, p.birth_date AS "birthDate",
    p.id_number AS "idNumber", m.household_id AS household, d.address, p.registered
  FROM best p
    LEFT JOIN membership m ON m.county = $1 AND m.person_id = p.person_id AND upper_inf(m.during)
    LEFT JOIN residence h ON h.county = $1 AND h.household_id = m.household_id AND upper_inf(h.during)
    LEFT JOIN dwelling d ON d.county = $1 AND d.dwelling_id = h.dwelling_id
  ORDER BY p.registered DESC, p.name, p.person_id`;

/** A stretch of an index: text from \`from\` up to \`to\`. Row security lets no LIKE into an index. */
const begins = (column: string, from: string, to: string) =>
  `(SELECT person_id FROM person WHERE county = $1 AND ${column} >= ${from} AND ${column} < ${to}
    ORDER BY ${column}, person_id LIMIT $2)`;

const byCharacters = statement<FoundPerson>(
  "register-find-people-by-characters",
  `WITH hit AS (
     ${begins("name", "$3", "$4")} UNION ${begins("name_han", "$3", "$4")} UNION ${begins("name_part", "$3", "$4")}
   ) ${shown}`,
);

const bySound = statement<FoundPerson>(
  "register-find-people-by-sound",
  `WITH hit AS (
     ${begins("name", "$3", "$4")} UNION ${begins("name_part", "$3", "$4")}
     UNION ${begins("sound", "$5", "$6")} UNION ${begins("initials", "$5", "$6")}
   ) ${shown}`,
);

const byAddress = statement<FoundPerson>(
  "register-find-people-by-address",
  `WITH hit AS (
     SELECT m.person_id FROM find_dwellings($1, $3, $2) AS home (dwelling_id)
       CROSS JOIN LATERAL (
         SELECT household_id FROM residence
         WHERE county = $1 AND dwelling_id = home.dwelling_id AND upper_inf(during) OFFSET 0) h
       CROSS JOIN LATERAL (
         SELECT person_id FROM membership
         WHERE county = $1 AND household_id = h.household_id AND upper_inf(during) OFFSET 0) m
     LIMIT $2
   ) ${shown}`,
);

const byKey = statement<FoundPerson>(
  "register-find-person-by-key",
  `WITH hit AS (SELECT $3::bigint AS person_id) ${shown}`,
);

const holderOf = statement<{ readonly person: PersonId; readonly county: County }>(
  "register-find-number-holder",
  `SELECT person_id AS person, county FROM identity_number WHERE number = $1`,
);

/** Sorts after everything that begins with the text. */
const endOf = (prefix: string): string => `${prefix}\u{10FFFF}`;

/** Whose name, Chinese-character form or part after "·" begins so. */
export async function findByCharacters(
  tx: Transaction,
  county: County,
  prefix: string,
  atMost: number,
): Promise<readonly FoundPerson[]> {
  return tx.run(byCharacters, [county, atMost, prefix, endOf(prefix)]);
}

/** Whose name begins so, or sounds so: whole syllables or their first letters. */
export async function findBySound(
  tx: Transaction,
  county: County,
  prefix: string,
  sound: string,
  atMost: number,
): Promise<readonly FoundPerson[]> {
  return tx.run(bySound, [county, atMost, prefix, endOf(prefix), sound, endOf(sound)]);
}

/** Who lives at an address that has this part of two or more characters. */
export async function findByAddress(
  tx: Transaction,
  county: County,
  part: string,
  atMost: number,
): Promise<readonly FoundPerson[]> {
  return tx.run(byAddress, [county, atMost, part]);
}

/** Who has an ID number, in whatever county. */
export async function findHolder(
  tx: Transaction,
  number: string,
): Promise<{ readonly person: PersonId; readonly county: County } | undefined> {
  const [found] = await tx.run(holderOf, [number]);
  return found;
}

export async function findByKey(
  tx: Transaction,
  county: County,
  person: PersonId,
): Promise<readonly FoundPerson[]> {
  return tx.run(byKey, [county, 1, person]);
}
