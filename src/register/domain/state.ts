// The register in memory, folded by the same changes as the tables. Maps are changed in place: a county has millions.
import type { Change } from "./change.ts";
import { changesOf } from "./changes.ts";
import type { RegisterEvent } from "./event.ts";
import type {
  County,
  Dwelling,
  DwellingId,
  HouseholdId,
  HouseholdKind,
  IsoDate,
  Particulars,
  PersonId,
} from "./shapes.ts";
import { touched } from "./touched.ts";
import type { Withholding } from "./view.ts";

/** From a day on, until the day before another; null while it lasts. */
export type Range = { readonly from: IsoDate; readonly until: IsoDate | null };

type Row = { readonly version: number; readonly changed: IsoDate };

export type HouseholdRow = Row & {
  readonly kind: HouseholdKind;
  readonly name: string | null;
  readonly founded: IsoDate;
  readonly ended: IsoDate | null;
};

export type PersonRow = Row & {
  /** Null once erased. */
  readonly particulars: Particulars | null;
  readonly died: IsoDate | null;
};

export type SeatRange = Range & { readonly household: HouseholdId; readonly relation: number };
export type ResidenceRange = Range & { readonly dwelling: DwellingId };

/** Ranges of one person or household are in the order of their days, and never empty. */
export type CountyState = {
  readonly dwellings: Map<DwellingId, Dwelling>;
  readonly households: Map<HouseholdId, HouseholdRow>;
  readonly residences: Map<HouseholdId, readonly ResidenceRange[]>;
  readonly people: Map<PersonId, PersonRow>;
  readonly registrations: Map<PersonId, readonly Range[]>;
  readonly seats: Map<PersonId, readonly SeatRange[]>;
  /** Everyone who ever sat in a household. */
  readonly sitters: Map<HouseholdId, Set<PersonId>>;
  readonly withheld: Map<PersonId, Withholding & { readonly household: HouseholdId }>;
  /** Day of issue by household and person, or null for the household's own. */
  readonly booklets: Map<HouseholdId, ReadonlyMap<PersonId | null, IsoDate>>;
};

export type RegisterState = Map<County, CountyState>;

export const emptyState = (): RegisterState => new Map();

/** The county's part of the register; an empty one where there is none yet. */
export function countyIn(state: RegisterState, county: County): CountyState {
  const found = state.get(county);
  if (found !== undefined) return found;
  const begun: CountyState = {
    dwellings: new Map(),
    households: new Map(),
    residences: new Map(),
    people: new Map(),
    registrations: new Map(),
    seats: new Map(),
    sitters: new Map(),
    withheld: new Map(),
    booklets: new Map(),
  };
  state.set(county, begun);
  return begun;
}

/** Changes `state`: what the event does, and the versions and days of last change of those it touches. */
export function apply(state: RegisterState, county: County, event: RegisterEvent): void {
  const part = countyIn(state, county);
  for (const change of changesOf(event)) applyChange(part, change);
  const { households, people } = touched(event);
  for (const key of households) touch(part.households, key, event.on);
  for (const key of people) touch(part.people, key, event.on);
}

function touch<Key, Value extends Row>(rows: Map<Key, Value>, key: Key, on: IsoDate): void {
  const row = getRow(rows, key);
  const changed = row.changed > on ? row.changed : on;
  rows.set(key, { ...row, version: row.version + 1, changed });
}

function getRow<Key, Value>(rows: ReadonlyMap<Key, Value>, key: Key): Value {
  const row = rows.get(key);
  if (row === undefined) throw new Error(`an event speaks of ${String(key)}, which is not there`);
  return row;
}

function applyChange(part: CountyState, change: Change): void {
  const { households, people, residences, registrations, seats } = part;
  switch (change.do) {
    case "put-dwelling":
      part.dwellings.set(change.dwelling.dwelling, change.dwelling);
      return;
    case "open-household": {
      const { household, kind, name, on } = change;
      const row = { version: 0, changed: on, kind, name, founded: on, ended: null };
      households.set(household, row);
      return;
    }
    case "close-household": {
      const { household, on } = change;
      households.set(household, { ...getRow(households, household), ended: on });
      endRange(residences, household, on);
      return;
    }
    case "set-residence": {
      const { household, dwelling, on } = change;
      beginRange(residences, household, { from: on, until: null, dwelling });
      return;
    }
    case "put-person": {
      const { person, particulars } = change;
      const row = people.get(person) ?? { version: 0, changed: "", died: null };
      people.set(person, { ...row, particulars });
      return;
    }
    case "patch-person": {
      const row = getRow(people, change.person);
      if (row.particulars === null) return;
      people.set(change.person, { ...row, particulars: { ...row.particulars, ...change.after } });
      return;
    }
    case "set-death":
      people.set(change.person, { ...getRow(people, change.person), died: change.died });
      return;
    case "open-registration":
      beginRange(registrations, change.person, { from: change.on, until: null });
      return;
    case "close-registration":
      endRange(registrations, change.person, change.on);
      return;
    case "set-seat": {
      const { household, person, relation, on } = change;
      beginRange(seats, person, { from: on, until: null, household, relation });
      part.sitters.set(household, (part.sitters.get(household) ?? new Set()).add(person));
      return;
    }
    case "close-seat":
      endRange(seats, change.person, change.on);
      part.withheld.delete(change.person);
      return;
    case "put-withholding": {
      const { household, person, step, on } = change;
      part.withheld.set(person, { household, person, step, on });
      return;
    }
    case "put-booklet": {
      const { household, person, on } = change;
      part.booklets.set(household, new Map(part.booklets.get(household)).set(person, on));
      return;
    }
    case "erase-person":
      people.set(change.person, { ...getRow(people, change.person), particulars: null });
  }
}

function beginRange<Key, Value extends Range>(
  ranges: Map<Key, readonly Value[]>,
  key: Key,
  range: Value,
): void {
  endRange(ranges, key, range.from);
  ranges.set(key, [...(ranges.get(key) ?? []), range]);
}

function endRange<Key, Value extends Range>(
  ranges: Map<Key, readonly Value[]>,
  key: Key,
  on: IsoDate,
): void {
  const ended = (ranges.get(key) ?? []).flatMap((range) => {
    if (range.until !== null) return [range];
    return range.from < on ? [{ ...range, until: on }] : [];
  });
  if (ended.length > 0) ranges.set(key, ended);
  else ranges.delete(key);
}
