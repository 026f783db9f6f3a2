// What an event does to the tables of the present. Stores write changes; nothing else writes those tables.
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

/**
 * One step in one county. A closed range (residence, registration, seat) ends on the day before `on`; one that would
 * be empty, because it began on the same day, is removed: nothing was so for a whole day. Households and people
 * themselves stay, a household perhaps with its end on the day of its founding.
 */
export type Change =
  | { readonly do: "put-dwelling"; readonly dwelling: Dwelling }
  | {
      readonly do: "open-household";
      readonly household: HouseholdId;
      readonly kind: HouseholdKind;
      readonly name: string | null;
      readonly on: IsoDate;
    }
  /** The household and its open residence end; nobody sits in it any more. */
  | { readonly do: "close-household"; readonly household: HouseholdId; readonly on: IsoDate }
  /** The open residence, if any, ends and this one begins. */
  | {
      readonly do: "set-residence";
      readonly household: HouseholdId;
      readonly dwelling: DwellingId;
      readonly on: IsoDate;
    }
  /** Inserts or overwrites, death aside. Null particulars are those of someone erased since. */
  | {
      readonly do: "put-person";
      readonly person: PersonId;
      readonly particulars: Particulars | null;
    }
  | {
      readonly do: "patch-person";
      readonly person: PersonId;
      readonly after: Partial<Particulars>;
    }
  | { readonly do: "set-death"; readonly person: PersonId; readonly died: IsoDate | null }
  | { readonly do: "open-registration"; readonly person: PersonId; readonly on: IsoDate }
  | {
      readonly do: "close-registration";
      readonly person: PersonId;
      readonly on: IsoDate;
      readonly because: "moved" | "died";
    }
  /** The person's open seat in this county, if any, ends and this one begins. Heads come last of an event. */
  | {
      readonly do: "set-seat";
      readonly household: HouseholdId;
      readonly person: PersonId;
      readonly relation: number;
      readonly on: IsoDate;
    }
  /** The person leaves their household: the open seat ends, and a case of a withheld booklet is dropped. */
  | { readonly do: "close-seat"; readonly person: PersonId; readonly on: IsoDate }
  /** One case a household and person; the step replaces the one before. */
  | {
      readonly do: "put-withholding";
      readonly household: HouseholdId;
      readonly person: PersonId;
      readonly step: "reported" | "mediated" | "notified" | "settled";
      readonly on: IsoDate;
    }
  /** One a household and person (or null); the day replaces the one before. */
  | {
      readonly do: "put-booklet";
      readonly household: HouseholdId;
      readonly person: PersonId | null;
      readonly on: IsoDate;
    }
  /** Particulars become null: in SQL every one of them null, `former_names` empty. Keys, ranges and death stay. */
  | { readonly do: "erase-person"; readonly person: PersonId };

/** A change with the county it happens in. */
export type CountyChange = Change & { readonly county: County };
