import { suggestRelations } from "../../../src/standards/contract.ts";
import type { Household } from "../household/household-page.tsx";

export type Member = Household["members"][number];

/** Who becomes head, and everyone's relation to them; null where it was not chosen yet. */
export type SeatsDraft = {
  readonly head: number | null;
  readonly relations: Readonly<Record<string, number | null>>;
};

export const emptySeats: SeatsDraft = { head: null, relations: {} };

/** Relations to a new head as far as they follow from the old ones; the clerk states the rest. */
export function suggestSeats(members: readonly Member[], head: number): SeatsDraft {
  const suggested = suggestRelations(
    members.map((member) => ({ ...member, birthDate: member.birthDate ?? "" })),
    head,
  );
  return {
    head,
    relations: Object.fromEntries(
      members.map(({ person }) => [person, suggested.get(person) ?? null]),
    ),
  };
}

/** The seats of some of the members as an act has them; those without a relation yet are left out. */
export const seatsOf = (
  { head, relations }: SeatsDraft,
  people: readonly { readonly person: number }[],
): readonly { readonly person: number; readonly relation: number }[] =>
  head === null
    ? []
    : people.flatMap(({ person }) => {
        const relation = person === head ? 2 : relations[person];
        return typeof relation === "number" ? [{ person, relation }] : [];
      });

/** Whether those who stay need a new head. */
export const losesHead = (
  members: readonly Member[],
  isLeaving: (person: number) => boolean,
): boolean =>
  members.some(({ person, relation }) => relation === 2 && isLeaving(person)) &&
  members.some(({ person }) => !isLeaving(person));
