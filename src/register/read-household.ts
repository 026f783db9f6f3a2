import type { z } from "zod";
import type { Transaction } from "../platform/postgres/index.ts";
import type { household } from "./contract.ts";
import { ownBookletFrom } from "./domain/days.ts";
import type { County, HouseholdId, IsoDate } from "./domain/shapes.ts";
import { type Entry, entryOf } from "./entry.ts";
import { type Looker, noteLookUp } from "./look-up.ts";
import { readEvents } from "./read-events.ts";
import { type Register, scopeOf } from "./register.ts";
import { findHouseholdEvents } from "./store/events.ts";
import { findHouseholdOn, findHouseholdPeople } from "./store/read-household.ts";

export type Household = z.infer<typeof household>;

/** A household as it was on a day; noted down as a look at its members of that day. */
export async function viewHousehold(
  register: Register,
  county: County,
  key: HouseholdId,
  on: IsoDate,
  looker: Looker,
): Promise<Household | undefined> {
  return register.database.inTransaction(scopeOf([county]), async (tx) => {
    const found = await findHousehold(tx, register, county, key, on);
    if (found === undefined) return undefined;
    const seen = found.members.map(({ person }) => ({ county, person }));
    await noteLookUp(tx, register, looker, "household", county, seen);
    return found;
  });
}

export async function findHousehold(
  tx: Transaction,
  { tables }: Register,
  county: County,
  key: HouseholdId,
  on: IsoDate,
): Promise<Household | undefined> {
  const found = await findHouseholdOn(tx, county, key, on);
  return (
    found && {
      ...found,
      members: parentsWithin(found.members),
      withheld: withheldIn(found.withheld, tables.calendar),
    }
  );
}

/** Who the parents are, as far as they sit in the same household: no key leads outside it. */
export function parentsWithin(members: Household["members"]): Household["members"] {
  const keys = new Set(members.map(({ person }) => person));
  const within = (parent: number | null) => (parent !== null && keys.has(parent) ? parent : null);
  return members.map((member) => ({
    ...member,
    mother: within(member.mother),
    father: within(member.father),
  }));
}

type Step = { readonly person: number; readonly step: string; readonly since: IsoDate };

/** After the written notice, the day from which the member gets a booklet of their own. */
export function withheldIn(
  steps: readonly Step[],
  calendar: Register["tables"]["calendar"],
): Household["withheld"] {
  return steps.map(({ person, step, since }) => ({
    person,
    step,
    since,
    ownBookletFrom: step === "notified" ? ownBookletFrom(since, calendar) : null,
  }));
}

/** All that happened to a household; noted down as a look at everyone who ever belonged to it. */
export async function viewHistory(
  register: Register,
  county: County,
  key: HouseholdId,
  looker: Looker,
): Promise<Entry[]> {
  return register.database.inTransaction(scopeOf([county]), async (tx) => {
    const people = await findHouseholdPeople(tx, county, key);
    const seen = people.map((person) => ({ county, person }));
    await noteLookUp(tx, register, looker, "household", county, seen);
    const events = await readEvents(tx, await findHouseholdEvents(tx, county, key));
    return events.map((event) => entryOf(event));
  });
}
