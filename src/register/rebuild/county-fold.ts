// The present of one county, folded from its events: the domain's state, and what only the tables keep beside it.
import type { RegisterEvent } from "../domain/event.ts";
import type { County, HouseholdId, PersonId } from "../domain/shapes.ts";
import {
  apply,
  countyIn,
  type CountyState,
  emptyState,
  type RegisterState,
} from "../domain/state.ts";
import { mentioned, touched } from "../domain/touched.ts";

export type CountyFold = {
  readonly county: County;
  readonly state: RegisterState;
  readonly part: CountyState;
  /** The event that touched a person or household last. */
  readonly personEvent: ReadonlyMap<PersonId, string>;
  readonly householdEvent: ReadonlyMap<HouseholdId, string>;
  /** Sorts by when someone's particulars were last written here: day, instant and key of the event. */
  readonly written: ReadonlyMap<PersonId, string>;
  /** Whose history has which event. */
  readonly personEvents: readonly (readonly [PersonId, string])[];
  readonly householdEvents: readonly (readonly [HouseholdId, string])[];
  /**
   * Takes the next event of the chain; `id` and `recorded` are its key and instant.
   * @throws when it speaks of what is not there: something else was written in its place
   */
  add(event: RegisterEvent, id: string, recorded: string): void;
};

export function openCountyFold(county: County): CountyFold {
  const state = emptyState();
  const personEvent = new Map<PersonId, string>();
  const householdEvent = new Map<HouseholdId, string>();
  const written = new Map<PersonId, string>();
  const personEvents: [PersonId, string][] = [];
  const householdEvents: [HouseholdId, string][] = [];
  return {
    county,
    state,
    part: countyIn(state, county),
    personEvent,
    householdEvent,
    written,
    personEvents,
    householdEvents,
    add(event, id, recorded) {
      const { people, households } = touched(event);
      // Only an erasure is in the history of more people than it touches.
      const about = event.type === "person-erased" ? mentioned(event) : people;
      for (const key of about) personEvents.push([key, id]);
      for (const key of people) personEvent.set(key, id);
      for (const key of households) {
        householdEvents.push([key, id]);
        householdEvent.set(key, id);
      }
      const order = `${event.on} ${recorded} ${id}`;
      for (const key of writtenBy(event)) written.set(key, order);
      apply(state, county, event);
    },
  };
}

/** Whose particulars the event writes. */
function writtenBy(event: RegisterEvent): readonly PersonId[] {
  switch (event.type) {
    case "birth-registered":
      return [event.child.person];
    case "settled":
      return event.arrivals.map(({ person }) => person);
    case "particulars-corrected":
      return [event.person];
    default:
      return [];
  }
}
