// A household as it was on a day.
import {
  headRelation,
  type County,
  type Dwelling,
  type HouseholdId,
  type IsoDate,
  type PersonId,
  type Seat,
} from "./shapes.ts";
import type { HouseholdRow, PersonRow, Range, RegisterState } from "./state.ts";

export type MemberOn = Seat & { readonly since: IsoDate } & Pick<PersonRow, "particulars">;

export type HouseholdOn = Omit<HouseholdRow, "changed"> & {
  readonly county: County;
  readonly household: HouseholdId;
  /** Null on the day it ended and after. */
  readonly dwelling: Dwelling | null;
  /** The head first, then by key. */
  readonly members: readonly MemberOn[];
};

export const covers = ({ from, until }: Range, day: IsoDate): boolean =>
  from <= day && (until === null || day < until);

/** Undefined where it is not known, or began later. */
export function findHouseholdOn(
  state: RegisterState,
  county: County,
  household: HouseholdId,
  day: IsoDate,
): HouseholdOn | undefined {
  const part = state.get(county);
  const row = part?.households.get(household);
  if (part === undefined || row === undefined || day < row.founded) return undefined;
  const residence = part.residences.get(household)?.find((range) => covers(range, day));
  const members = [...(part.sitters.get(household) ?? [])].flatMap((person) =>
    (part.seats.get(person) ?? [])
      .filter((seat) => seat.household === household && covers(seat, day))
      .map(({ relation, from }) => ({
        person,
        relation,
        since: from,
        particulars: part.people.get(person)?.particulars ?? null,
      })),
  );
  const { version, kind, name, founded, ended } = row;
  return {
    county,
    household,
    version,
    kind,
    name,
    founded,
    ended: ended !== null && ended <= day ? ended : null,
    dwelling: residence ? (part.dwellings.get(residence.dwelling) ?? null) : null,
    members: members.toSorted(byPlace),
  };
}

const place = ({ person, relation }: { person: PersonId; relation: number }) =>
  relation === headRelation ? -1 : person;

const byPlace = (a: Seat, b: Seat): number => place(a) - place(b);
