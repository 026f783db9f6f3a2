// What an act will change, before it is done.
import type { CountyEvent } from "./draft.ts";
import { findHouseholdOn, type HouseholdOn } from "./household-on.ts";
import type { County, Particulars, PersonId } from "./shapes.ts";
import { apply, countyIn, emptyState, type RegisterState } from "./state.ts";
import { touched } from "./touched.ts";
import { findHousehold, findPerson, type View } from "./view.ts";

export type Preview = {
  /** Each household that an event touches. */
  readonly households: readonly {
    readonly before: HouseholdOn | null;
    readonly after: HouseholdOn | null;
  }[];
  /** Each person whose own particulars change; null for someone whom the register does not know yet. */
  readonly people: readonly {
    readonly person: PersonId | null;
    readonly before: Partial<Particulars>;
    readonly after: Partial<Particulars>;
  }[];
};

/** Households that a refused act would have touched are shown as they are: the clerk sees who else lives there. */
export function previewOf(view: View, events: readonly CountyEvent[]): Preview {
  const keys =
    events.length === 0
      ? view.households
      : events.flatMap(({ county, event }) =>
          touched(event).households.map((household) => ({ county, household })),
        );
  const counties = new Set(events.map(({ county }) => county));
  const before = stateOf(view, counties);
  const after = stateOf(view, counties);
  for (const { county, event } of events) {
    // An erasure reaches into counties of which the view shows nothing, and changes no household.
    if (event.type !== "person-erased") apply(after, county, event);
  }
  const households = keys.map(({ county, household }) => ({
    before: findHousehold(view, county, household)
      ? (findHouseholdOn(before, county, household, view.today) ?? null)
      : null,
    after: findHouseholdOn(after, county, household, view.today) ?? null,
  }));
  return { households, people: events.flatMap(({ event }) => peopleIn(event, view)) };
}

function peopleIn(event: CountyEvent["event"], view: View): Preview["people"] {
  switch (event.type) {
    case "birth-registered":
      return [{ person: null, before: {}, after: event.child.particulars ?? {} }];
    case "settled":
      return event.arrivals
        .filter(({ person }) => findPerson(view, person) === undefined)
        .map(({ particulars }) => ({ person: null, before: {}, after: particulars ?? {} }));
    case "particulars-corrected":
      return [{ person: event.person, before: event.before, after: event.after }];
    case "person-erased": {
      const before = findPerson(view, event.person)?.particulars ?? {};
      return [{ person: event.person, before, after: {} }];
    }
    default:
      return [];
  }
}

/** As much of the register as a view shows. */
function stateOf(
  { households, people, dwellings }: View,
  counties: ReadonlySet<County>,
): RegisterState {
  const state = emptyState();
  for (const county of counties) countyIn(state, county);
  for (const { county, household, members, withheld, dwelling, ...row } of households) {
    const part = countyIn(state, county);
    part.households.set(household, row);
    if (dwelling !== null)
      part.residences.set(household, [{ from: row.founded, until: null, dwelling }]);
    for (const { person, relation, since } of members)
      part.seats.set(person, [{ from: since, until: null, household, relation }]);
    part.sitters.set(household, new Set(members.map(({ person }) => person)));
    for (const each of withheld) part.withheld.set(each.person, { ...each, household });
  }
  for (const { person, county, registered, particulars, died, version, changed } of people) {
    const part = countyIn(state, county);
    part.people.set(person, { particulars, died, version, changed });
    if (registered) part.registrations.set(person, [{ from: registered.from, until: null }]);
  }
  // Keys of dwellings are the same in no two counties.
  for (const part of state.values())
    for (const each of dwellings) part.dwellings.set(each.dwelling, each);
  return state;
}
