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
 * One step in one county. A closed range ends on the day before `on`; one that would be empty,
 * because it began on the same day, is removed: nothing was so for a whole day.
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
  | { readonly do: "close-household"; readonly household: HouseholdId; readonly on: IsoDate }
  | {
      readonly do: "set-residence";
      readonly household: HouseholdId;
      readonly dwelling: DwellingId;
      readonly on: IsoDate;
    }
  | { readonly do: "put-person"; readonly person: PersonId; readonly particulars: Particulars }
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
  | {
      readonly do: "set-seat";
      readonly household: HouseholdId;
      readonly person: PersonId;
      readonly relation: number;
      readonly on: IsoDate;
    }
  | { readonly do: "close-seat"; readonly person: PersonId; readonly on: IsoDate }
  | {
      readonly do: "put-withholding";
      readonly household: HouseholdId;
      readonly person: PersonId;
      readonly step: "reported" | "mediated" | "notified" | "settled";
      readonly on: IsoDate;
    }
  | {
      readonly do: "put-booklet";
      readonly household: HouseholdId;
      readonly person: PersonId | null;
      readonly on: IsoDate;
    }
  | { readonly do: "erase-person"; readonly person: PersonId };

/** A change with the county it happens in. */
export type CountyChange = Change & { readonly county: County };
