// Whom an event is about: for the index of events, for versions (If-Match) and for the day of last change.
import type { RegisterEvent } from "./event.ts";
import type { HouseholdId, PersonId } from "./shapes.ts";

export type Touched = {
  readonly households: readonly HouseholdId[];
  readonly people: readonly PersonId[];
};

/** Households and people of the event's county whose record or place it changes, each once. */
export function touched(event: RegisterEvent): Touched {
  const people = new Set(peopleOf(event));
  const households = new Set<HouseholdId>();
  if ("household" in event) households.add(event.household);
  if (event.type === "moved-within") households.add(event.from);
  return { households: [...households], people: [...people] };
}

/** Everyone whose history has the event: also those of whom an erasure's event keeps something. */
export function mentioned(event: RegisterEvent): readonly PersonId[] {
  const kept =
    event.type === "person-erased" ? event.redacted.flatMap(({ left }) => mentioned(left)) : [];
  return [...new Set([...peopleOf(event), ...kept])];
}

function peopleOf(event: RegisterEvent): readonly PersonId[] {
  const keys = (seats: readonly { readonly person: PersonId }[]) =>
    seats.map(({ person }) => person);
  switch (event.type) {
    case "birth-registered":
      return [event.child.person];
    case "settled":
      return [...keys(event.arrivals), ...keys(event.seats)];
    case "moved-out":
      return [...event.leavers, ...keys(event.remaining.seats)];
    case "moved-within":
      return [...keys(event.arrivals), ...keys(event.seats), ...keys(event.remaining.seats)];
    case "address-changed":
      return event.members;
    case "head-changed":
      return [...keys(event.seats), ...event.stated];
    case "death-registered":
      return [event.person, ...keys(event.remaining.seats)];
    case "registration-restored":
      return [event.seat.person, ...keys(event.seats)];
    case "booklet-issued":
      return event.person === null ? [] : [event.person];
    case "particulars-corrected":
    case "booklet-withheld":
    case "person-erased":
      return [event.person];
  }
}
