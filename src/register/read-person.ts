import type { z } from "zod";
import type { Transaction } from "../platform/postgres/index.ts";
import type { person } from "./contract.ts";
import type { County, Particulars, PersonId } from "./domain/shapes.ts";
import { entryOf } from "./entry.ts";
import { type Looker, noteLookUp } from "./look-up.ts";
import { readEvents } from "./read-events.ts";
import { type Register, scopeOf } from "./register.ts";
import { findPersonEvents } from "./store/events.ts";
import { findPersonRow } from "./store/read-person.ts";

export type Person = z.infer<typeof person>;

/** A person as a county's register has them, with what happened there; noted down. */
export async function viewPerson(
  register: Register,
  county: County,
  key: PersonId,
  looker: Looker,
): Promise<Person | undefined> {
  return register.database.inTransaction(scopeOf([county]), async (tx) => {
    const found = await findPerson(tx, county, [county], key);
    if (found === undefined) return undefined;
    await noteLookUp(tx, register, looker, "person", county, [{ county, person: key }]);
    return found;
  });
}

/** @param counties whose events are shown; the scope has to have them */
export async function findPerson(
  tx: Transaction,
  county: County,
  counties: readonly County[],
  key: PersonId,
): Promise<Person | undefined> {
  const found = await findPersonRow(tx, county, key);
  if (found === undefined) return undefined;
  const events = await readEvents(tx, await findPersonEvents(tx, counties, key));
  return {
    ...found,
    particulars: shownParticulars(found.particulars),
    history: events.map((event) => entryOf(event, key)),
  };
}

/** Someone erased has keys and days, and nothing else. */
function shownParticulars(particulars: Particulars | null): Person["particulars"] {
  return particulars === null
    ? { ...nothing, formerNames: [] }
    : { ...particulars, formerNames: [...particulars.formerNames] };
}

const nothing = {
  name: null,
  nameHan: null,
  sex: 9,
  birthDate: null,
  birthCounty: null,
  idNumber: null,
  marital: null,
  education: null,
  mother: null,
  father: null,
} as const;
