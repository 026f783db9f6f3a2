import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { Needs } from "../domain/needs.ts";
import type { County, HouseholdId } from "../domain/shapes.ts";

export type HouseholdKey = { readonly county: County; readonly household: HouseholdId };

/** What is held until the transaction ends, and which counties the people of the act are in. */
export type Locked = {
  readonly households: readonly HouseholdKey[];
  /** Counties to be in the scope of the transaction. */
  readonly counties: readonly County[];
};

/**
 * Households by key, then people by key: whoever locks in the same order waits and never deadlocks. Foreign keys
 * only share these rows, so NO KEY does. What the rows hold is read afterwards: a wait may have changed it.
 */
const lockAct = statement<Locked>(
  "register-lock-act",
  `WITH wanted AS (
     SELECT $1::int AS county, unnest($2::bigint[]) AS household_id
     UNION
     SELECT m.county, m.household_id FROM membership m
     WHERE m.county = ANY ($3::int[]) AND m.person_id = ANY ($4::bigint[]) AND upper_inf(m.during)
   ), held_households AS (
     SELECT h.county, h.household_id FROM household h JOIN wanted USING (county, household_id)
     ORDER BY h.county, h.household_id FOR NO KEY UPDATE OF h
   ), households AS (
     SELECT coalesce(json_agg(json_build_object('county', county, 'household', household_id)), '[]') AS list
     FROM held_households
   ), people AS (
     SELECT p.person_id FROM person p
     WHERE p.county = ANY ($3::int[]) AND p.person_id = ANY ($5::bigint[])
       AND (SELECT list FROM households) IS NOT NULL
     ORDER BY p.county, p.person_id FOR NO KEY UPDATE OF p
   ), places AS (
     (SELECT DISTINCT ON (r.person_id) r.county FROM registration r
      WHERE r.person_id = ANY ($5::bigint[]) ORDER BY r.person_id, lower(r.during) DESC)
     UNION
     SELECT county FROM identity_number WHERE number = ANY ($6::text[])
     UNION
     SELECT county FROM registration WHERE person_id = $7::bigint
   )
   SELECT (SELECT list FROM households) AS households,
     ARRAY(SELECT county FROM places) AS counties,
     (SELECT count(*) FROM people) AS people`,
);

export async function lockForAct(
  tx: Transaction,
  county: County,
  counties: readonly County[],
  needs: Needs,
): Promise<Locked> {
  const [locked] = await tx.run(lockAct, [
    county,
    needs.households,
    counties,
    needs.movers,
    needs.people,
    needs.idNumbers,
    needs.history,
  ]);
  if (locked === undefined) throw new Error("a statement without FROM gives one row");
  return locked;
}
