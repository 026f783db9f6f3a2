// What residents see of themselves, in whatever counties they are or were registered.
import type { z } from "zod";
import type { Transaction } from "../platform/postgres/index.ts";
import type { lookUp } from "./contract.ts";
import type { County, IsoDate, PersonId } from "./domain/shapes.ts";
import { findHousehold, type Household } from "./read-household.ts";
import { findPerson, type Person } from "./read-person.ts";
import { type Register, scopeOf } from "./register.ts";
import { maskNumber } from "./search-people.ts";
import { findHolder } from "./store/find-people.ts";
import { findLookUpsOf } from "./store/look-ups.ts";
import { findCountiesOf } from "./store/read-person.ts";

/** Whom a citizen ID number belongs to, in whatever county: to know who has signed in. */
export async function findPersonByIdNumber(
  { database }: Register,
  idNumber: string,
): Promise<PersonId | undefined> {
  const holder = await database.inTransaction(scopeOf([]), (tx) => findHolder(tx, idNumber));
  return holder?.person;
}

/** A person's own record; undefined for someone whom the register does not know. */
export async function viewOwnRecord(
  register: Register,
  own: PersonId,
): Promise<Person | undefined> {
  return asOneself(register, own, (tx, counties) => findPerson(tx, counties[0], counties, own));
}

/** The household that a person belonged to on a day; others' ID numbers are masked, strangers left out. */
export async function viewOwnHousehold(
  register: Register,
  own: PersonId,
  on: IsoDate,
): Promise<Household | undefined> {
  return asOneself(register, own, async (tx, counties) => {
    for (const county of counties) {
      const person = await findPerson(tx, county, [], own);
      const seat = person?.seats.find(
        ({ from, until }) => from <= on && (until === null || on < until),
      );
      if (seat === undefined) continue;
      const household = await findHousehold(tx, register, county, seat.household, on);
      return household && asSeenBy(own, seat, household);
    }
    return undefined;
  });
}

/**
 * A family is shown whole, for the time of one's own stay; people of a collective household are strangers, so
 * each sees themselves only.
 */
function asSeenBy(own: PersonId, seat: Person["seats"][number], household: Household): Household {
  const { kind, members, days, withheld } = household;
  const isMine = ({ person }: { readonly person: PersonId }) => person === own;
  if (kind !== "family") {
    const mine = { members: members.filter(isMine), withheld: withheld.filter(isMine) };
    return { ...household, ...mine, days: [seat.from] };
  }
  return {
    ...household,
    members: members.map(maskOthers(own)),
    days: days.filter((day) => day >= seat.from && (seat.until === null || day < seat.until)),
  };
}

const maskOthers =
  (own: PersonId) =>
  (member: Household["members"][number]): Household["members"][number] =>
    member.person === own ? member : { ...member, idNumber: maskNumber(member.idNumber) };

const mostShown = 500;

/** Who looked at a person's data, newest first. */
export async function viewOwnLookUps(
  register: Register,
  own: PersonId,
): Promise<z.infer<typeof lookUp>[]> {
  const found = await asOneself(register, own, (tx) => findLookUpsOf(tx, own, mostShown));
  return (found ?? []).map(({ id, at, county, by, role, purpose, reference, kind, fields }) => ({
    id,
    at,
    county,
    by,
    role,
    purpose,
    reference,
    kind,
    fields,
  }));
}

/** Does work over the counties where someone is or was registered, the newest first. */
async function asOneself<T>(
  { database }: Register,
  own: PersonId,
  work: (tx: Transaction, counties: readonly [County, ...County[]]) => Promise<T>,
): Promise<T | undefined> {
  const [newest, ...older] = await database.inTransaction(scopeOf([]), (tx) =>
    findCountiesOf(tx, own),
  );
  if (newest === undefined) return undefined;
  return database.inTransaction(scopeOf([newest, ...older]), (tx) => work(tx, [newest, ...older]));
}
