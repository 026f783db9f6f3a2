import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type {
  County,
  DwellingId,
  HouseholdId,
  HouseholdKind,
  IsoDate,
  PersonId,
} from "../domain/shapes.ts";

/** Someone whom the register knows, and the county in which they are registered today; null where in none kept here. */
export type Registered = {
  readonly idNumber: string;
  readonly person: PersonId;
  readonly county: County | null;
};

const registered = statement<Registered>(
  "register-find-registered-by-number",
  `SELECT i.number AS "idNumber", i.person_id AS person,
     (SELECT r.county FROM registration r WHERE r.person_id = i.person_id AND upper_inf(r.during)) AS county
   FROM identity_number i WHERE i.number = ANY ($1)`,
);

export const findRegistered = (
  tx: Transaction,
  idNumbers: readonly string[],
): Promise<readonly Registered[]> => tx.runLast(registered, [idNumbers]);

/** The household in which someone sits, and how many do. */
export type Seated = {
  readonly household: HouseholdId;
  readonly kind: HouseholdKind;
  readonly members: number;
};

const seatsOf = statement<Seated & { readonly county: County; readonly person: PersonId }>(
  "register-find-seats-of-people",
  `SELECT m.county, m.person_id AS person, h.household_id AS household, h.kind,
     (SELECT count(*) FROM membership o
      WHERE o.county = h.county AND o.household_id = h.household_id AND upper_inf(o.during)) AS members
   FROM membership m JOIN household h USING (county, household_id)
   WHERE m.county = ANY ($1) AND m.person_id = ANY ($2) AND upper_inf(m.during)`,
);

export const findSeatsOf = (
  tx: Transaction,
  counties: readonly County[],
  people: readonly PersonId[],
) => tx.runLast(seatsOf, [counties, people]);

const dwellingAt = statement<{ readonly dwelling: DwellingId }>(
  "register-find-dwelling-by-address",
  `SELECT dwelling_id AS dwelling FROM dwelling
   WHERE county = $1 AND address = $2 AND community = $3 ORDER BY dwelling_id LIMIT 1`,
);

export async function findDwellingAt(
  tx: Transaction,
  county: County,
  address: string,
  community: string,
): Promise<DwellingId | undefined> {
  const [found] = await tx.run(dwellingAt, [county, address, community]);
  return found?.dwelling;
}

const collectiveNamed = statement<{ readonly household: HouseholdId }>(
  "register-find-collective-household",
  `SELECT household_id AS household FROM household
   WHERE county = $1 AND kind = $2 AND name = $3 AND ended IS NULL ORDER BY household_id LIMIT 1`,
);

/** The collective household of an institution by its name. */
export async function findCollectiveNamed(
  tx: Transaction,
  county: County,
  kind: HouseholdKind,
  name: string,
): Promise<HouseholdId | undefined> {
  const [found] = await tx.run(collectiveNamed, [county, kind, name]);
  return found?.household;
}

/** The seat that someone had before a county registered them. */
export type FormerSeat = {
  readonly county: County;
  readonly household: HouseholdId;
  readonly relation: number;
  /** Whether the household is no more. */
  readonly ended: boolean;
  /** Where it lived on the last day. */
  readonly dwelling: DwellingId;
};

const formerCounty = statement<{ readonly county: County; readonly until: IsoDate }>(
  "register-find-former-county",
  `SELECT b.county, upper(b.during) AS until
   FROM registration n JOIN registration b ON b.person_id = n.person_id AND upper(b.during) = lower(n.during)
   WHERE n.person_id = $1 AND n.county = $2 AND upper_inf(n.during) AND b.county <> n.county`,
);

/** The county from which someone came to another one, and the day. */
export async function findFormerCounty(
  tx: Transaction,
  person: PersonId,
  county: County,
): Promise<{ readonly county: County; readonly until: IsoDate } | undefined> {
  const [found] = await tx.run(formerCounty, [person, county]);
  return found;
}

const formerSeat = statement<FormerSeat>(
  "register-find-former-seat",
  `SELECT m.county, m.household_id AS household, m.relation, h.ended IS NOT NULL AS ended, r.dwelling_id AS dwelling
   FROM membership m JOIN household h USING (county, household_id)
     JOIN residence r ON r.county = h.county AND r.household_id = h.household_id AND r.during @> ($3::date - 1)
   WHERE m.county = $1 AND m.person_id = $2 AND upper(m.during) = $3`,
);

export async function findSeatUntil(
  tx: Transaction,
  county: County,
  person: PersonId,
  until: IsoDate,
): Promise<FormerSeat | undefined> {
  const [found] = await tx.run(formerSeat, [county, person, until]);
  return found;
}
