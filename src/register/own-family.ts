import { findHouseholdOn } from "./store/read-household.ts";
import { findCountiesOf, findNumberOf, findPersonRow } from "./store/read-person.ts";
import type { County, IsoDate, PersonId } from "./domain/shapes.ts";
import { type Register, scopeOf } from "./register.ts";

/** Someone of a family household by what forms name them by. */
export type Relative = {
  readonly person: PersonId;
  readonly name: string;
  readonly idNumber: string | null;
  readonly birthDate: IsoDate;
  readonly mother: PersonId | null;
  readonly father: PersonId | null;
};

/** Whose citizen ID number it is, of someone whose key is known. */
export async function findIdNumber(
  { database }: Register,
  person: PersonId,
): Promise<string | undefined> {
  return database.inTransaction(scopeOf([]), (tx) => findNumberOf(tx, person));
}

/** A person and those of their family household of a day; of a collective household nobody else. */
export async function findOwnFamily(
  { database }: Register,
  own: PersonId,
  on: IsoDate,
): Promise<readonly Relative[]> {
  const [county] = await database.inTransaction(scopeOf([]), (tx) => findCountiesOf(tx, own));
  if (county === undefined) return [];
  return database.inTransaction(scopeOf([county]), async (tx) => {
    const person = await findPersonRow(tx, county, own);
    const seat = person?.seats.find(
      ({ from, until }) => from <= on && (until === null || on < until),
    );
    if (seat === undefined) return [];
    const household = await findHouseholdOn(tx, county, seat.household, on);
    const members = household?.members ?? [];
    return members.flatMap((each): Relative[] =>
      (household?.kind === "family" || each.person === own) &&
      each.name !== null &&
      each.birthDate !== null
        ? [{ ...each, name: each.name, birthDate: each.birthDate }]
        : [],
    );
  });
}

/** Someone of a county by key; undefined where the county does not have them. */
export async function findRelative(
  { database }: Register,
  county: County,
  key: PersonId,
): Promise<Relative | undefined> {
  const found = await database.inTransaction(scopeOf([county]), (tx) =>
    findPersonRow(tx, county, key),
  );
  return found?.particulars ? { ...found.particulars, person: key } : undefined;
}
