import type { z } from "zod";
import { signHead } from "./chain/sign-head.ts";
import type { booklet } from "./contract.ts";
import type { County, HouseholdId, PersonId } from "./domain/shapes.ts";
import { type Looker, noteLookUp } from "./look-up.ts";
import { findHousehold } from "./read-household.ts";
import { findPerson } from "./read-person.ts";
import { type Register, scopeOf, todayOf } from "./register.ts";
import { findBookletDay } from "./store/read-household.ts";

const arrivals = new Set(["birth-registered", "settled", "moved-within", "registration-restored"]);

/** What a booklet says today: the household's, or one member's own. Undefined where there is none such. */
export async function viewBooklet(
  register: Register,
  county: County,
  key: HouseholdId,
  only: PersonId | null,
  looker: Looker,
): Promise<z.infer<typeof booklet> | undefined> {
  const now = register.clock();
  return register.database.inTransaction(scopeOf([county]), async (tx) => {
    const household = await findHousehold(tx, register, county, key, todayOf(now));
    if (household === undefined) return undefined;
    const members = household.members.filter(({ person }) => only === null || person === only);
    if (only !== null && members.length === 0) return undefined;
    const seen = members.map(({ person }) => ({ county, person }));
    await noteLookUp(tx, register, looker, "booklet", county, seen);
    const cards = [];
    for (const member of members) {
      const found = await findPerson(tx, county, [county], member.person);
      if (found === undefined) throw new Error("a member is a person of the county");
      const { particulars, history } = found;
      cards.push({
        member,
        particulars,
        arrivals: history.filter(({ type }) => arrivals.has(type)),
      });
    }
    return {
      household: { ...household, members },
      only,
      issued: (await findBookletDay(tx, county, key, only)) ?? null,
      proof: await signHead(tx, register.keys, county, now.toISOString()),
      cards,
    };
  });
}
