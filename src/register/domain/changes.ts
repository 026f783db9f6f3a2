// The fold: what each event does, from the event alone. Live writes, rebuild and tests all go through here.
import type { Change } from "./change.ts";
import type { Founding, Newcomer, RegisterEvent } from "./event.ts";
import {
  headRelation,
  type HouseholdId,
  type IsoDate,
  type PersonId,
  type Seat,
} from "./shapes.ts";

/**
 * Changes to be applied in their order. Seats end before others begin, and a head comes last, so that at no step are
 * there two heads.
 */
export function changesOf(event: RegisterEvent): readonly Change[] {
  const { on } = event;
  switch (event.type) {
    case "birth-registered":
      return [...enter(event.child, on), ...sit(event.household, [event.child], on)];
    case "settled":
      return [
        ...found(event, on),
        ...event.arrivals.flatMap((arrival) => enter(arrival, on)),
        ...sit(event.household, [...event.seats, ...event.arrivals], on),
      ];
    case "moved-out":
      return [
        ...leave(event.leavers, on),
        ...event.leavers.map((person): Change => ({
          do: "close-registration",
          person,
          on,
          because: "moved",
        })),
        ...remain(event.household, event.remaining, on),
      ];
    case "moved-within":
      return [
        ...leave(
          event.arrivals.map(({ person }) => person),
          on,
        ),
        ...remain(event.from, event.remaining, on),
        ...found(event, on),
        ...sit(event.household, [...event.seats, ...event.arrivals], on),
      ];
    case "address-changed":
      return reside(event.household, event.dwelling, on);
    case "head-changed":
      return sit(event.household, event.seats, on);
    case "particulars-corrected":
      return Object.keys(event.after).length === 0
        ? []
        : [{ do: "patch-person", person: event.person, after: event.after }];
    case "death-registered":
      return [
        ...leave([event.person], on),
        { do: "close-registration", person: event.person, on, because: "died" },
        { do: "set-death", person: event.person, died: event.died },
        ...remain(event.household, event.remaining, on),
      ];
    case "registration-restored":
      return [
        ...found(event, on),
        { do: "set-death", person: event.seat.person, died: null },
        { do: "open-registration", person: event.seat.person, on },
        ...sit(event.household, [...event.seats, event.seat], on),
      ];
    case "booklet-withheld":
      return [
        {
          do: "put-withholding",
          household: event.household,
          person: event.person,
          step: event.step,
          on,
        },
      ];
    case "booklet-issued":
      return [{ do: "put-booklet", household: event.household, person: event.person, on }];
    case "person-erased":
      return [{ do: "erase-person", person: event.person }];
  }
}

function enter({ person, particulars }: Newcomer, on: IsoDate): readonly Change[] {
  return [
    { do: "put-person", person, particulars },
    { do: "open-registration", person, on },
  ];
}

function leave(people: readonly PersonId[], on: IsoDate): readonly Change[] {
  return people.map((person) => ({ do: "close-seat", person, on }));
}

function sit(household: HouseholdId, seats: readonly Seat[], on: IsoDate): readonly Change[] {
  return seats
    .toSorted((a, b) => Number(a.relation === headRelation) - Number(b.relation === headRelation))
    .map(({ person, relation }) => ({ do: "set-seat", household, person, relation, on }));
}

function remain(
  household: HouseholdId,
  { seats, ends }: { readonly seats: readonly Seat[]; readonly ends: boolean },
  on: IsoDate,
): readonly Change[] {
  return [
    ...sit(household, seats, on),
    ...(ends ? [{ do: "close-household", household, on } as const] : []),
  ];
}

function found(
  { household, founding }: { readonly household: HouseholdId; readonly founding: Founding | null },
  on: IsoDate,
): readonly Change[] {
  if (founding === null) return [];
  const { kind, name, dwelling } = founding;
  return [{ do: "open-household", household, kind, name, on }, ...reside(household, dwelling, on)];
}

function reside(
  household: HouseholdId,
  dwelling: Founding["dwelling"],
  on: IsoDate,
): readonly Change[] {
  const known = typeof dwelling === "number";
  return [
    ...(known ? [] : [{ do: "put-dwelling", dwelling } as const]),
    { do: "set-residence", household, dwelling: known ? dwelling : dwelling.dwelling, on },
  ];
}
