// Whose ID number it is, over all counties: each person's is the one that was written last, wherever that was.
import type { County, PersonId } from "../domain/shapes.ts";
import type { CountyFold } from "./county-fold.ts";
import type { Row } from "./tables.ts";

export type IdentityNumbers = {
  add(fold: CountyFold): void;
  /** Rows of `identity_number`: number, person, county. */
  rows(): Iterable<Row>;
};

export const identityColumns = ["number", "person_id", "county"] as const;

export function openIdentityNumbers(): IdentityNumbers {
  const latest = new Map<PersonId, { written: string; county: County; number: string | null }>();
  return {
    add({ county, part, written }) {
      for (const [person, { particulars }] of part.people) {
        const at = written.get(person) ?? "";
        const known = latest.get(person);
        if (known !== undefined && known.written > at) continue;
        latest.set(person, { written: at, county, number: particulars?.idNumber ?? null });
      }
    },
    *rows() {
      for (const [person, { number, county }] of latest) {
        if (number !== null) yield [number, person, county];
      }
    },
  };
}
