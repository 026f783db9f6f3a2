// A register folded by hand from events, apart from the register's own fold, to check made-up histories with.
import type { CountyEvent, Particulars, Seat } from "../register/index.ts";

export type Kept = {
  readonly people: Map<number, Particulars>;
  /** Who is registered today, and where they sit. */
  readonly seats: Map<number, { readonly household: number; readonly relation: number }>;
  readonly kinds: Map<number, string>;
};

/** Applies the events to `kept`; gives what breaks a rule. */
export function keep(kept: Map<number, Kept>, events: Iterable<CountyEvent>): readonly string[] {
  const faults: string[] = [];
  const told = (fault: string) => void faults.push(fault);
  const registered = new Map<number, number>();
  for (const { county, event } of events) {
    const part = kept.get(county) ?? { people: new Map(), seats: new Map(), kinds: new Map() };
    kept.set(county, part);
    const at = `${county} ${event.on} ${event.type}`;
    const enter = (person: number, particulars: Particulars | null) => {
      if (registered.has(person)) told(`${at}: ${person} is registered already`);
      if (particulars === null) return told(`${at}: ${person} has no particulars`);
      if (particulars.birthDate > event.on) told(`${at}: ${person} is not born yet`);
      registered.set(person, county);
      part.people.set(person, particulars);
    };
    const leave = (people: readonly number[], household: number) => {
      for (const person of people) {
        if (registered.get(person) !== county) told(`${at}: ${person} is not registered here`);
        if (part.seats.get(person)?.household !== household)
          told(`${at}: ${person} sits elsewhere`);
        registered.delete(person);
        part.seats.delete(person);
      }
    };
    const sit = (household: number, seats: readonly Seat[]) => {
      for (const { person, relation } of seats) {
        if (registered.get(person) !== county) told(`${at}: ${person} is not registered here`);
        part.seats.set(person, { household, relation });
      }
    };
    const check = (household: number, ends = false) => {
      const sitting = [...part.seats.values()].filter((seat) => seat.household === household);
      const heads = sitting.filter(({ relation }) => relation === 2).length;
      const wanted = part.kinds.get(household) === "family" && !ends ? 1 : 0;
      if (heads !== wanted) told(`${at}: household ${household} has ${heads} heads`);
      if (ends && sitting.length > 0) told(`${at}: household ${household} ends with members`);
    };
    switch (event.type) {
      case "settled":
        if (event.founding !== null) part.kinds.set(event.household, event.founding.kind);
        for (const { person, particulars } of event.arrivals) enter(person, particulars);
        sit(event.household, [...event.arrivals, ...event.seats]);
        check(event.household);
        break;
      case "birth-registered":
        enter(event.child.person, event.child.particulars);
        sit(event.household, [event.child]);
        check(event.household);
        break;
      case "moved-out":
        leave(event.leavers, event.household);
        sit(event.household, event.remaining.seats);
        check(event.household, event.remaining.ends);
        break;
      case "death-registered":
        leave([event.person], event.household);
        sit(event.household, event.remaining.seats);
        check(event.household, event.remaining.ends);
        break;
      case "moved-within":
        if (event.founding !== null) part.kinds.set(event.household, event.founding.kind);
        sit(event.household, [...event.arrivals, ...event.seats]);
        sit(event.from, event.remaining.seats);
        check(event.household);
        check(event.from, event.remaining.ends);
        break;
      case "head-changed":
        sit(event.household, event.seats);
        check(event.household);
        break;
      case "particulars-corrected": {
        const known = part.people.get(event.person);
        if (known === undefined) told(`${at}: ${event.person} is unknown`);
        else part.people.set(event.person, { ...known, ...event.after });
        break;
      }
      default:
    }
  }
  return faults;
}
