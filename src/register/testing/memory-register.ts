// A register in memory: what the store does with PostgreSQL, done with maps, for histories and for comparison.
import type { Act } from "../domain/act.ts";
import { decide, type Verdict } from "../domain/decide.ts";
import type { RegisterEvent } from "../domain/event.ts";
import { needs, newIds } from "../domain/needs.ts";
import type { PastEvent } from "../domain/redaction.ts";
import type { County, HouseholdId, IsoDate, PersonId } from "../domain/shapes.ts";
import {
  apply,
  countyIn,
  type CountyState,
  emptyState,
  type RegisterState,
} from "../domain/state.ts";
import { mentioned } from "../domain/touched.ts";
import type { HouseholdView, Ids, PersonView, View } from "../domain/view.ts";
import { tables } from "./tables.ts";

export type MemoryRegister = {
  readonly state: RegisterState;
  /** Everything that happened, payloads as an erasure left them. */
  log: readonly PastEvent[];
  /** Keys are counted from 1, people, households and dwellings alike. */
  lastId: number;
};

export const emptyRegister = (): MemoryRegister => ({ state: emptyState(), log: [], lastId: 0 });

export type Done = { readonly ids: Ids; readonly view: View; readonly verdict: Verdict };

/** Decides an act and, if it is not refused, records what follows. */
export function perform(register: MemoryRegister, county: County, act: Act, today: IsoDate): Done {
  const ids = takeIds(register, act);
  const view = viewOf(register, county, act, today);
  const verdict = decide(act, { view, county, ids, tables });
  if (verdict.ok) for (const { county, event } of verdict.events) record(register, county, event);
  return { ids, view, verdict };
}

function takeIds(register: MemoryRegister, act: Act): Ids {
  const count = newIds(act);
  const take = (many: number) =>
    Array.from({ length: many }, () => {
      register.lastId += 1;
      return register.lastId;
    });
  return {
    people: take(count.people),
    households: take(count.households),
    dwellings: take(count.dwellings),
  };
}

function record(register: MemoryRegister, county: County, payload: RegisterEvent): void {
  apply(register.state, county, payload);
  const left = new Map(
    payload.type === "person-erased"
      ? payload.redacted.map(({ event, left }) => [event, left])
      : [],
  );
  register.log = [
    ...register.log.map((past) => ({ ...past, payload: left.get(past.event) ?? past.payload })),
    { county, event: `event-${register.log.length + 1}`, payload },
  ];
}

/** The county's part, to read; empty where nothing was recorded there. */
export const partOf = ({ state }: MemoryRegister, county: County): CountyState =>
  state.get(county) ?? countyIn(emptyState(), county);

/** Where someone is registered, or was last: the latest range of all counties. */
export function lastPlaceOf(state: RegisterState, person: PersonId): County | undefined {
  const places = [...state].flatMap(([county, { registrations }]) =>
    (registrations.get(person) ?? []).map(({ from }) => ({ county, from })),
  );
  return places.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]?.county;
}

/** What the store loads for an act. */
export function viewOf(
  { state, log }: MemoryRegister,
  county: County,
  act: Act,
  today: IsoDate,
): View {
  const need = needs(act);
  const homes = need.movers.flatMap((person) => {
    const found = personView(state, person);
    return found?.household ? [{ county: found.county, household: found.household }] : [];
  });
  const wanted = [...need.households.map((household) => ({ county, household })), ...homes];
  const households = distinct(wanted, ({ county, household }) => `${county} ${household}`).flatMap(
    ({ county, household }) => householdView(state, county, household) ?? [],
  );
  const people = distinct(
    [
      ...need.people,
      ...holdersOf(state, need.idNumbers),
      ...households.flatMap(({ members }) => members.map(({ person }) => person)),
    ],
    String,
  ).flatMap((person) => personView(state, person) ?? []);
  const dwellings = [
    ...need.dwellings.map((dwelling) => ({ county, dwelling })),
    ...households.flatMap(({ county, dwelling }) =>
      dwelling === null ? [] : [{ county, dwelling }],
    ),
  ].flatMap(({ county, dwelling }) => state.get(county)?.dwellings.get(dwelling) ?? []);
  const history = log.filter(
    ({ payload }) => need.history !== null && mentioned(payload).includes(need.history),
  );
  return { today, households, people, dwellings, history, papers: [] };
}

function holdersOf(state: RegisterState, numbers: readonly string[]): readonly PersonId[] {
  const people = [...state.values()].flatMap((part) => [...part.people.keys()]);
  return people.filter((person) => {
    const number = personView(state, person)?.particulars?.idNumber;
    return number !== null && number !== undefined && numbers.includes(number);
  });
}

function personView(state: RegisterState, person: PersonId): PersonView | undefined {
  const county = lastPlaceOf(state, person);
  const part = county === undefined ? undefined : state.get(county);
  const row = part?.people.get(person);
  if (county === undefined || part === undefined || row === undefined) return undefined;
  const open = part.registrations.get(person)?.find(({ until }) => until === null);
  const seat = part.seats.get(person)?.find(({ until }) => until === null);
  return {
    person,
    ...row,
    county,
    registered: open ? { county, from: open.from } : null,
    household: seat?.household ?? null,
  };
}

function householdView(
  state: RegisterState,
  county: County,
  household: HouseholdId,
): HouseholdView | undefined {
  const part = state.get(county);
  const row = part?.households.get(household);
  if (part === undefined || row === undefined) return undefined;
  const members = [...(part.sitters.get(household) ?? [])].flatMap((person) =>
    (part.seats.get(person) ?? [])
      .filter((seat) => seat.household === household && seat.until === null)
      .map(({ relation, from }) => ({ person, relation, since: from })),
  );
  return {
    county,
    household,
    ...row,
    dwelling: part.residences.get(household)?.find(({ until }) => until === null)?.dwelling ?? null,
    members: members.toSorted((a, b) => a.person - b.person),
    withheld: [...part.withheld.values()]
      .filter((each) => each.household === household)
      .map(({ person, step, on }) => ({ person, step, on })),
  };
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
