// What happened in a county's register. Events are the truth; every table of the present is folded from them.
import type {
  County,
  Dwelling,
  DwellingId,
  Ground,
  HouseholdId,
  HouseholdKind,
  IsoDate,
  Particulars,
  PersonId,
  Seat,
} from "./shapes.ts";

/** Where someone who arrives was registered before. */
export type Origin =
  | { readonly kind: "county"; readonly county: County }
  | { readonly kind: "elsewhere"; readonly place: string }
  | { readonly kind: "unregistered" };

/** Where someone who leaves goes; `county` is one whose register is kept here too. */
export type Destination =
  | { readonly kind: "county"; readonly county: County }
  | { readonly kind: "elsewhere"; readonly place: string };

/** A household that begins with the event. */
export type Founding = {
  readonly kind: HouseholdKind;
  /** Name of the employer, school, centre or community; null for a family. */
  readonly name: string | null;
  readonly dwelling: Dwelling | DwellingId;
};

/** What a household looks like to those who stay: the seats that change, or its end. */
export type Remaining = { readonly seats: readonly Seat[]; readonly ends: boolean };

/** `particulars` is null only in what an erasure left of an event. */
export type Newcomer = Seat & { readonly particulars: Particulars | null };

export type Arrival = Newcomer & { readonly from: Origin };

type Shared = {
  /** The day from which the change counts. */
  readonly on: IsoDate;
  readonly ground: Ground;
};

export type BirthRegistered = Shared & {
  readonly type: "birth-registered";
  readonly household: HouseholdId;
  readonly child: Newcomer;
};

export type Settled = Shared & {
  readonly type: "settled";
  readonly household: HouseholdId;
  readonly founding: Founding | null;
  readonly arrivals: readonly Arrival[];
  /** Members who were there before and whose relation changes, as when the head does. */
  readonly seats: readonly Seat[];
};

export type MovedOut = Shared & {
  readonly type: "moved-out";
  readonly household: HouseholdId;
  readonly leavers: readonly PersonId[];
  readonly to: Destination;
  readonly remaining: Remaining;
};

/** Members pass from one household of the county to another: a split, a merger, or a plain move. */
export type MovedWithin = Shared & {
  readonly type: "moved-within";
  readonly as: "split" | "merger" | "move";
  readonly from: HouseholdId;
  readonly remaining: Remaining;
  readonly household: HouseholdId;
  readonly founding: Founding | null;
  readonly arrivals: readonly Seat[];
  readonly seats: readonly Seat[];
};

export type AddressChanged = Shared & {
  readonly type: "address-changed";
  readonly household: HouseholdId;
  readonly dwelling: Dwelling | DwellingId;
  /** Those who move with it, by key; signatures name places in this list. */
  readonly members: readonly PersonId[];
};

export type HeadChanged = Shared & {
  readonly type: "head-changed";
  readonly household: HouseholdId;
  readonly seats: readonly Seat[];
  /** Everyone whose relation was stated, changed or not; signatures name places in this list. */
  readonly stated: readonly PersonId[];
};

export type ParticularsCorrected = Shared & {
  readonly type: "particulars-corrected";
  readonly person: PersonId;
  readonly before: Partial<Particulars>;
  readonly after: Partial<Particulars>;
};

export type DeathRegistered = Shared & {
  readonly type: "death-registered";
  readonly person: PersonId;
  readonly died: IsoDate;
  readonly household: HouseholdId;
  readonly remaining: Remaining;
};

/** A registration that was cancelled comes back: a court revoked a declaration, or it was cancelled in error. */
export type RegistrationRestored = Shared & {
  readonly type: "registration-restored";
  readonly cause: "declaration-revoked" | "cancelled-in-error";
  readonly household: HouseholdId;
  readonly founding: Founding | null;
  readonly seat: Seat;
  readonly seats: readonly Seat[];
};

/** A member keeps the booklet from another: reported, mediated, written notice, own booklet (domain.md 3.3). */
export type BookletWithheld = Shared & {
  readonly type: "booklet-withheld";
  readonly household: HouseholdId;
  readonly person: PersonId;
  readonly step: "reported" | "mediated" | "notified" | "settled";
};

export type BookletIssued = Shared & {
  readonly type: "booklet-issued";
  readonly household: HouseholdId;
  /** Null for the household's booklet; a person for a one-person booklet. */
  readonly person: PersonId | null;
};

/** `event` is the id of an earlier event; `left` takes the place of its payload. */
export type Redaction = { readonly event: string; readonly left: RegisterEvent };

/** Payloads of earlier events were lawfully removed; each is replaced by what its fold still needs. */
export type PersonErased = Shared & {
  readonly type: "person-erased";
  readonly person: PersonId;
  readonly redacted: readonly Redaction[];
};

export type RegisterEvent =
  | BirthRegistered
  | Settled
  | MovedOut
  | MovedWithin
  | AddressChanged
  | HeadChanged
  | ParticularsCorrected
  | DeathRegistered
  | RegistrationRestored
  | BookletWithheld
  | BookletIssued
  | PersonErased;

export type EventType = RegisterEvent["type"];

/** Version that is written today; upcasters read older ones. */
export const eventVersion = 1;
