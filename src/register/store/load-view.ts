import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { Needs } from "../domain/needs.ts";
import type { County, IsoDate } from "../domain/shapes.ts";
import type { View } from "../domain/view.ts";
import type { HouseholdKey } from "./lock-act.ts";
import { particularsJson } from "./particulars.ts";

type Loaded = Pick<View, "households" | "people" | "dwellings">;

const loadView = statement<Loaded>(
  "register-load-view",
  `WITH home AS (
     SELECT h.*, r.dwelling_id
     FROM unnest($1::int[], $2::bigint[]) AS wanted (county, household_id)
     JOIN household h USING (county, household_id)
     LEFT JOIN residence r ON r.county = h.county AND r.household_id = h.household_id AND upper_inf(r.during)
   ), seat AS (
     SELECT m.county, m.household_id, m.person_id, m.relation, lower(m.during) AS since
     FROM home h JOIN membership m ON m.county = h.county AND m.household_id = h.household_id
     WHERE upper_inf(m.during)
   ), who AS (
     SELECT person_id FROM seat
     UNION SELECT unnest($3::bigint[])
     UNION SELECT person_id FROM identity_number WHERE number = ANY ($4::text[])
   ), place AS (
     SELECT w.person_id, r.county, lower(r.during) AS since, upper_inf(r.during) AS here
     FROM who w CROSS JOIN LATERAL (
       SELECT county, during FROM registration WHERE person_id = w.person_id
       ORDER BY lower(during) DESC LIMIT 1) r
   )
   SELECT
     (SELECT coalesce(json_agg(json_build_object(
        'county', h.county, 'household', h.household_id, 'version', h.version, 'kind', h.kind, 'name', h.name,
        'founded', h.founded, 'ended', h.ended, 'dwelling', h.dwelling_id, 'changed', h.changed,
        'members', (SELECT coalesce(json_agg(json_build_object(
            'person', s.person_id, 'relation', s.relation, 'since', s.since) ORDER BY s.person_id), '[]')
          FROM seat s WHERE s.county = h.county AND s.household_id = h.household_id),
        'withheld', (SELECT coalesce(json_agg(json_build_object(
            'person', w.person_id, 'step', w.step, 'on', w.since) ORDER BY w.person_id), '[]')
          FROM withholding w WHERE w.county = h.county AND w.household_id = h.household_id))
        ORDER BY h.county, h.household_id), '[]')
      FROM home h) AS households,
     (SELECT coalesce(json_agg(json_build_object(
        'person', p.person_id, 'version', p.version, 'county', p.county, 'died', p.died, 'changed', p.changed,
        'particulars', ${particularsJson("p")},
        'registered', CASE WHEN place.here THEN json_build_object('county', place.county, 'from', place.since) END,
        'household', (SELECT m.household_id FROM membership m
          WHERE m.county = p.county AND m.person_id = p.person_id AND upper_inf(m.during)))
        ORDER BY p.person_id), '[]')
      FROM place JOIN person p ON p.county = place.county AND p.person_id = place.person_id) AS people,
     (SELECT coalesce(json_agg(json_build_object(
        'dwelling', d.dwelling_id, 'address', d.address, 'community', d.community)), '[]')
      FROM (SELECT county, dwelling_id FROM home UNION SELECT $5::int, unnest($6::bigint[])) AS wanted
      JOIN dwelling d USING (county, dwelling_id)) AS dwellings`,
);

/** What an act needs to see, as it is now. Call it after the locks are held. */
export async function findView(
  tx: Transaction,
  county: County,
  needs: Needs,
  households: readonly HouseholdKey[],
  today: IsoDate,
): Promise<Omit<View, "history" | "papers">> {
  const [loaded] = await tx.run(loadView, [
    households.map((key) => key.county),
    households.map((key) => key.household),
    needs.people,
    needs.idNumbers,
    county,
    needs.dwellings,
  ]);
  if (loaded === undefined) throw new Error("a statement without FROM gives one row");
  return { today, ...loaded };
}
