// What a case asks the register about the people and the place of a grant.
import type { County, DwellingId, HouseholdId, HouseholdKind, PersonId } from "./domain/shapes.ts";
import { type Register, scopeOf } from "./register.ts";
import { findHolder } from "./store/find-people.ts";
import {
  findCollectiveNamed,
  findCountyOf,
  findDwellingAt,
  findFormerCounty,
  findSeatOf,
  findSeatUntil,
  type FormerSeat,
  type Seated,
} from "./store/find-standing.ts";

/** Someone whom the register knows. */
export type Standing = {
  readonly person: PersonId;
  /** Where they are registered today; null where in no county kept here. */
  readonly county: County | null;
  readonly seat: Seated | null;
};

/** How someone stands in the register, by their citizen ID number; undefined for somebody it does not know. */
export async function findStanding(
  { database }: Register,
  idNumber: string,
): Promise<Standing | undefined> {
  const known = await database.inTransaction(scopeOf([]), async (tx) => {
    const holder = await findHolder(tx, idNumber);
    return holder && { person: holder.person, county: await findCountyOf(tx, holder.person) };
  });
  if (known === undefined) return undefined;
  const { person, county } = known;
  if (county === undefined) return { person, county: null, seat: null };
  const seat = await database.inTransaction(scopeOf([county]), (tx) =>
    findSeatOf(tx, county, person),
  );
  return { person, county, seat: seat ?? null };
}

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
