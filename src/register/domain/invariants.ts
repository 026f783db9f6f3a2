// What holds in the register on every day, whatever was done to it.
import { covers } from "./household-on.ts";
import { headRelation, type County, type HouseholdId, type PersonId } from "./shapes.ts";
import type { CountyState, HouseholdRow, Range, RegisterState, SeatRange } from "./state.ts";

export type Violation = {
  readonly code:
    | "empty-range"
    | "registered-twice"
    | "two-seats"
    | "seat-without-registration"
    | "registration-without-seat"
    | "dead-and-registered"
    | "seat-outside-household"
    | "heads"
    | "collective-head"
    | "no-members"
    | "residence"
    | "one-number-twice";
  readonly county: County;
  /** Of the person or household, or the number. */
  readonly key: number | string;
};

export function invariants(state: RegisterState): readonly Violation[] {
  return [
    ...registeredOnce(state),
    ...rangesNotEmpty(state),
    ...numbersOnce(state),
    ...[...state].flatMap(([county, part]) => [
      ...[...part.people.keys()].flatMap((person) => personViolations(county, part, person)),
      ...[...part.households].flatMap(([household, row]) =>
        householdViolations(county, part, household, row),
      ),
    ]),
  ];
}

/** Nobody is registered twice on one day, in whatever counties (Regulations of 1958 art. 6). */
function registeredOnce(state: RegisterState): readonly Violation[] {
  const ranges = Map.groupBy(
    [...state].flatMap(([county, { registrations }]) =>
      [...registrations].flatMap(([person, of]) => of.map((range) => ({ county, person, range }))),
    ),
    ({ person }) => person,
  );
  return [...ranges].flatMap(([person, of]) =>
    overlap(of.map(({ range }) => range))
      ? [{ code: "registered-twice", county: of[0]?.county ?? 0, key: person } as const]
      : [],
  );
}

/** What was so for no whole day is no range. */
function rangesNotEmpty(state: RegisterState): readonly Violation[] {
  const isEmpty = ({ from, until }: Range) => until !== null && until <= from;
  return [...state].flatMap(([county, { registrations, seats, residences }]) =>
    [...registrations, ...seats, ...residences].flatMap(([key, ranges]) =>
      ranges.some(isEmpty) ? [{ code: "empty-range", county, key } as const] : [],
    ),
  );
}

/** A number belongs to one person, as each is written where they are registered or were last (B4). */
function numbersOnce(state: RegisterState): readonly Violation[] {
  const latest = new Map<PersonId, { county: County; from: string; idNumber: string | null }>();
  for (const [county, { people, registrations }] of state)
    for (const [person, { particulars }] of people) {
      const from = registrations.get(person)?.at(-1)?.from ?? "";
      const known = latest.get(person);
      if (known === undefined || known.from < from)
        latest.set(person, { county, from, idNumber: particulars?.idNumber ?? null });
    }
  const seen = new Set<string>();
  return [...latest.values()].flatMap(({ county, idNumber }) => {
    if (idNumber === null || !seen.has(idNumber)) {
      if (idNumber !== null) seen.add(idNumber);
      return [];
    }
    return [{ code: "one-number-twice", county, key: idNumber } as const];
  });
}

/** One seat a day, exactly on the days of registration, which death ends. */
function personViolations(
  county: County,
  part: CountyState,
  person: PersonId,
): readonly Violation[] {
  const seats = part.seats.get(person) ?? [];
  const registrations = part.registrations.get(person) ?? [];
  const died = part.people.get(person)?.died ?? null;
  const days = [...edges(seats), ...edges(registrations)];
  const seated = (day: string) => seats.some((range) => covers(range, day));
  const registered = (day: string) => registrations.some((range) => covers(range, day));
  const codes: readonly Violation["code"][] = [
    ...(overlap(seats) ? (["two-seats"] as const) : []),
    ...(days.some((day) => seated(day) && !registered(day))
      ? (["seat-without-registration"] as const)
      : []),
    ...(days.some((day) => registered(day) && !seated(day))
      ? (["registration-without-seat"] as const)
      : []),
    ...(died !== null && registrations.some(({ until }) => until === null)
      ? (["dead-and-registered"] as const)
      : []),
    ...(seats.some((seat) => !within(seat, part.households.get(seat.household)))
      ? (["seat-outside-household"] as const)
      : []),
  ];
  return codes.map((code) => ({ code, county, key: person }));
}

/** A family has members and one head each day, a collective household no head; every household one home. */
function householdViolations(
  county: County,
  part: CountyState,
  household: HouseholdId,
  row: HouseholdRow,
): readonly Violation[] {
  const seats = [...(part.sitters.get(household) ?? [])].flatMap((person) =>
    (part.seats.get(person) ?? []).filter((seat) => seat.household === household),
  );
  const residences = part.residences.get(household) ?? [];
  const codes: readonly Violation["code"][] = [
    ...(row.kind === "family"
      ? familyCodes(row, seats)
      : seats.some(({ relation }) => relation === headRelation)
        ? (["collective-head"] as const)
        : []),
    ...(residences.some((range) => !within(range, row)) ||
    daysOf(row, residences).some((day) => countOn(residences, day) !== 1)
      ? (["residence"] as const)
      : []),
  ];
  return codes.map((code) => ({ code, county, key: household }));
}

function familyCodes(row: HouseholdRow, seats: readonly SeatRange[]): readonly Violation["code"][] {
  const heads = seats.filter(({ relation }) => relation === headRelation);
  const days = daysOf(row, seats);
  return [
    ...(days.some((day) => countOn(seats, day) === 0) ? (["no-members"] as const) : []),
    ...(days.some((day) => countOn(heads, day) !== 1) ? (["heads"] as const) : []),
  ];
}

const countOn = (ranges: readonly Range[], day: string): number =>
  ranges.filter((range) => covers(range, day)).length;

/** Days of a household's life on which one of the ranges begins or ends, and the first. */
const daysOf = ({ founded, ended }: HouseholdRow, ranges: readonly Range[]): readonly string[] =>
  [founded, ...edges(ranges)].filter((day) => covers({ from: founded, until: ended }, day));

/** Days on which something may change: between them all days are alike. */
const edges = (ranges: readonly Range[]): readonly string[] =>
  ranges.flatMap(({ from, until }) => (until === null ? [from] : [from, until]));

function overlap(ranges: readonly Range[]): boolean {
  const sorted = ranges.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.some((range, index) => {
    const before = sorted[index - 1];
    return before !== undefined && (before.until === null || before.until > range.from);
  });
}

function within({ from, until }: Range, household: HouseholdRow | undefined): boolean {
  if (household === undefined || from < household.founded) return false;
  return household.ended === null || (until !== null && until <= household.ended);
}
