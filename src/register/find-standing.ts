// What a case asks the register about the people and the place of a grant.
import type { County, DwellingId, HouseholdId, HouseholdKind, PersonId } from "./domain/shapes.ts";
import { type Register, scopeOf } from "./register.ts";
import {
  findCollectiveNamed,
  findDwellingAt,
  findFormerCounty,
  findRegistered,
  findSeatsOf,
  findSeatUntil,
  type FormerSeat,
  type Registered,
  type Seated,
} from "./store/find-standing.ts";

/** Someone whom the register knows. */
export type Standing = {
  readonly person: PersonId;
  /** Where they are registered today; null where in no county kept here. */
  readonly county: County | null;
  readonly seat: Seated | null;
};

/** How people stand in the register, by their citizen ID numbers; whom it does not know is not there. */
export async function findStandings(
  { database }: Register,
  idNumbers: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const known = await database.inTransaction(scopeOf([]), (tx) => findRegistered(tx, idNumbers));
  const counties = [...new Set(known.flatMap(({ county }) => county ?? []))];
  const people = known.map(({ person }) => person);
  const seats =
    counties.length === 0
      ? []
      : await database.inTransaction(scopeOf(counties), (tx) => findSeatsOf(tx, counties, people));
  return new Map(
    known.map(({ idNumber, person, county }) => {
      const seat = seats.find((each) => each.person === person && each.county === county);
      return [idNumber, { person, county, seat: seat ?? null }];
    }),
  );
}

/** Whom the register knows of these citizen ID numbers, and where each is registered today. */
export const findRegistrations = (
  { database }: Register,
  idNumbers: readonly string[],
): Promise<readonly Registered[]> =>
  database.inTransaction(scopeOf([]), (tx) => findRegistered(tx, idNumbers));

/** The dwelling at exactly this address. */
export const findDwelling = (
  { database }: Register,
  county: County,
  { address, community }: { readonly address: string; readonly community: string },
): Promise<DwellingId | undefined> =>
  database.inTransaction(scopeOf([county]), (tx) => findDwellingAt(tx, county, address, community));

/** The collective household of an institution. */
export const findCollective = (
  { database }: Register,
  county: County,
  { kind, name }: { readonly kind: HouseholdKind; readonly name: string },
): Promise<HouseholdId | undefined> =>
  database.inTransaction(scopeOf([county]), (tx) => findCollectiveNamed(tx, county, kind, name));

/** The seat, in another county, from which someone came to the county where they are registered now. */
export async function findFormerSeat(
  { database }: Register,
  person: PersonId,
  county: County,
): Promise<FormerSeat | undefined> {
  const former = await database.inTransaction(scopeOf([]), (tx) =>
    findFormerCounty(tx, person, county),
  );
  if (former === undefined) return undefined;
  return database.inTransaction(scopeOf([former.county]), (tx) =>
    findSeatUntil(tx, former.county, person, former.until),
  );
}
