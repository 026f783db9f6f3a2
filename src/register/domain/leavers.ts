// Whether those who leave a household sit in it.
import { type Remark, remark } from "./remark.ts";
import type { PersonId } from "./shapes.ts";
import type { HouseholdView, PersonView, View } from "./view.ts";

export function leaverRemarks(
  leavers: readonly PersonId[],
  path: string,
  { members }: HouseholdView,
  view: View,
): readonly Remark[] {
  return leavers.flatMap((person, index) => {
    if (leavers.indexOf(person) !== index)
      return [remark("named-twice", `${path}.${index}`, { person })];
    if (!members.some((seat) => seat.person === person))
      return [remark("not-a-member", `${path}.${index}`, { person })];
    if (!view.people.some((each) => each.person === person))
      throw new Error("a member of a loaded household was not loaded");
    return [];
  });
}

export const isAmong =
  (people: readonly PersonId[]) =>
  ({ person }: PersonView): boolean =>
    people.includes(person);
