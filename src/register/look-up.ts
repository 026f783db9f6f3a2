import type { Transaction } from "../platform/postgres/index.ts";
import type { County, PersonId } from "./domain/shapes.ts";
import type { Register } from "./register.ts";
import { insertLookUp, type LookUpKind } from "./store/look-ups.ts";
import { uuidAt } from "./uuid.ts";

/** Who looks, and why. */
export type Looker = {
  readonly account: string;
  readonly name: string;
  readonly role: string;
  readonly department: string;
  /** Code of the purpose. */
  readonly purpose: string;
  readonly reference: string | null;
};

/** Fields that each kind of look shows, as the person reads them. */
const fields: Readonly<Record<LookUpKind, readonly string[]>> = {
  search: ["name", "sex", "birthDate", "idNumberEnd", "address"],
  person: ["particulars", "registrations", "seats", "history"],
  household: ["address", "members", "history"],
  booklet: ["address", "members", "particulars", "history"],
  act: ["particulars", "address", "members"],
  case: ["application", "records", "papers"],
};

/**
 * Writes down a look in the transaction that looks: without it nothing is shown. Each county whose people were seen
 * keeps a line of its own, so that each person finds it; the scope has to have them all.
 */
export async function noteLookUp(
  tx: Transaction,
  { clock, random }: Register,
  looker: Looker,
  kind: LookUpKind,
  county: County,
  seen: readonly { readonly county: County; readonly person: PersonId }[],
): Promise<void> {
  const now = clock();
  const { account, name, role, department, purpose, reference } = looker;
  for (const at of new Set([county, ...seen.map((each) => each.county)])) {
    const people = seen.flatMap((each) => (each.county === at ? [each.person] : []));
    if (people.length === 0 && seen.length > 0) continue;
    await insertLookUp(tx, {
      id: uuidAt(now, random),
      county: at,
      at: now.toISOString(),
      account,
      by: name,
      role,
      department,
      purpose,
      reference,
      kind,
      fields: [...fields[kind]],
      people: [...new Set(people)],
    });
  }
}
