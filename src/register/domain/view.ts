// What a decision looks at: the part of the register that an act touches, as it is now. Stores load it, with locks.
import type {
  County,
  Dwelling,
  DwellingId,
  HouseholdId,
  HouseholdKind,
  IsoDate,
  Particulars,
  PersonId,
  Seat,
} from "./shapes.ts";
import type { PapersKept } from "./papers.ts";
import type { PastEvent } from "./redaction.ts";

/** A step in the matter of a booklet that one member keeps from another. */
export type Withholding = {
  readonly person: PersonId;
  readonly step: "reported" | "mediated" | "notified" | "settled";
  readonly on: IsoDate;
};

export type HouseholdView = {
  readonly county: County;
  readonly household: HouseholdId;
  readonly version: number;
  readonly kind: HouseholdKind;
  readonly name: string | null;
  readonly founded: IsoDate;
  readonly ended: IsoDate | null;
  /** Null once it ended. */
  readonly dwelling: DwellingId | null;
  readonly members: readonly (Seat & { readonly since: IsoDate })[];
  readonly withheld: readonly Withholding[];
  /** Latest effective day of any event that touched it (`touched`). */
  readonly changed: IsoDate;
};

export type PersonView = {
  readonly person: PersonId;
  readonly version: number;
  /** Where they are registered, or were last. */
  readonly county: County;
  /** Null once erased. */
  readonly particulars: Particulars | null;
  readonly died: IsoDate | null;
  /** In whatever county kept here. */
  readonly registered: { readonly county: County; readonly from: IsoDate } | null;
  readonly household: HouseholdId | null;
  /** Latest effective day of any event that touched them, in whatever county. */
  readonly changed: IsoDate;
};

export type View = {
  readonly today: IsoDate;
  /** Households that `needs` asks for, as far as they exist. */
  readonly households: readonly HouseholdView[];
  /** People that `needs` asks for, holders of the numbers it asks for, and every member of those households. */
  readonly people: readonly PersonView[];
  /** Dwellings of the county that `needs` asks for, and those of the households. */
  readonly dwellings: readonly Dwelling[];
  /** Events that touch the person whom an act erases, of every county, oldest first; else empty. */
  readonly history: readonly PastEvent[];
  /** Why papers beside the register about that person have to stay for now. */
  readonly papers: readonly PapersKept[];
};

export function findHousehold(
  view: View,
  county: County,
  household: HouseholdId,
): HouseholdView | undefined {
  return view.households.find((found) => found.county === county && found.household === household);
}

export function findPerson(view: View, person: PersonId): PersonView | undefined {
  return view.people.find((found) => found.person === person);
}

/** Keys for what begins with the act, taken from outside in the numbers that `newIds` says. */
export type Ids = {
  readonly people: readonly PersonId[];
  readonly households: readonly HouseholdId[];
  readonly dwellings: readonly DwellingId[];
};

/** Standards and the calendar, as data. */
export type Tables = {
  /** GB/T 4761 code → the only sex (GB/T 2261.1) that it fits, or null where it fits both. */
  readonly relations: ReadonlyMap<number, 1 | 2 | null>;
  /** GB/T 2261.2. */
  readonly marital: ReadonlySet<number>;
  /** GB/T 4658. */
  readonly education: ReadonlySet<number>;
  /** Where the official calendar differs from Monday to Friday. */
  readonly calendar: {
    /** Days off that are not Saturday or Sunday. */
    readonly holidays: ReadonlySet<IsoDate>;
    /** Saturdays and Sundays that are worked. */
    readonly workdays: ReadonlySet<IsoDate>;
  };
};
