// A made-up county's register as it goes on: who lives with whom, and what may happen to them next.
import { parseDay } from "../policy/index.ts";
import type { CountyEvent, Particulars, RegisterEvent, Seat } from "../register/index.ts";
import { suggestRelations } from "../standards/index.ts";
import type { Chance } from "./chance.ts";
import type { Naming } from "./names/naming.ts";
import { dayText, type Keys, type Living, type Numbers } from "./people.ts";

/** A family household as it is on the day; it changes in place. */
export type Home = {
  readonly household: number;
  readonly naming: Naming;
  members: readonly Living[];
  /** Day number of its last change: one change a day. */
  changed: number;
};

export type Town = {
  readonly county: number;
  readonly numbers: Numbers;
  readonly keys: Keys;
  readonly chance: Chance;
  homes: readonly Home[];
};

type Ground = RegisterEvent["ground"];

const adult = 18;
const ageToBeHeard = 8;

export function ageOf({ birthDate }: Particulars, day: number): number {
  return Math.floor((day - (parseDay(birthDate) ?? day)) / 365.2425);
}

export const isAdult = ({ particulars }: Living, day: number): boolean =>
  ageOf(particulars, day) >= adult;

/** Everyone's own signed will (K1): adults sign, a guardian signs for children, who are heard. */
export function signedGround(
  clause: string,
  papers: readonly string[],
  people: readonly Particulars[],
  day: number,
  guardian = people.find((one) => ageOf(one, day) >= adult),
): Ground {
  const signed = dayText(day);
  return {
    clause,
    papers: papers.map((kind) => ({ kind })),
    signatures: people.map((one, place) => {
      const age = ageOf(one, day);
      if (age >= adult) return { signer: one.name, as: "self", for: [place], signed };
      const signer = guardian?.name ?? one.name;
      return age < ageToBeHeard
        ? { signer, as: "guardian", for: [place], signed }
        : { signer, as: "guardian", for: [place], signed, heard: true };
    }),
  };
}

/** Relations to a new head, as far as they are certain; otherwise "other relative". */
export function seatsUnder(members: readonly Living[], head: number): readonly Seat[] {
  const suggested = suggestRelations(
    members.map(({ person, relation, particulars }) => ({
      person,
      relation,
      sex: particulars.sex,
      birthDate: particulars.birthDate,
      mother: particulars.mother,
      father: particulars.father,
    })),
    head,
  );
  return members.map(({ person }) => ({ person, relation: suggested.get(person) ?? 97 }));
}

/** Takes people out of a home; where the head goes, an adult who stays becomes head, the spouse first. */
export function takeOut(
  home: Home,
  leaving: readonly number[],
  day: number,
): { readonly seats: readonly Seat[]; readonly ends: boolean } {
  const before = home.members;
  const staying = before.filter(({ person }) => !leaving.includes(person));
  home.changed = day;
  if (staying.length === 0 || staying.some(({ relation }) => relation === 2)) {
    home.members = staying;
    return { seats: [], ends: staying.length === 0 };
  }
  const next =
    staying.find(({ relation }) => relation === 11 || relation === 12) ??
    staying.find((one) => isAdult(one, day)) ??
    staying[0];
  const seats = seatsUnder(before, next?.person ?? 0).filter(({ person }) =>
    staying.some((one) => one.person === person),
  );
  reseat(home, seats, staying);
  return { seats: changedSeats(before, seats), ends: false };
}

/** Of new seats those that are not what they were. */
export const changedSeats = (before: readonly Living[], seats: readonly Seat[]): readonly Seat[] =>
  seats.filter(({ person, relation }) =>
    before.some((one) => one.person === person && one.relation !== relation),
  );

export function reseat(home: Home, seats: readonly Seat[], members = home.members): void {
  home.members = members.map((one) => ({
    ...one,
    relation: seats.find(({ person }) => person === one.person)?.relation ?? one.relation,
  }));
}

/** May those who would stay live there without the others? */
export function canStay(home: Home, leaving: readonly number[], day: number): boolean {
  const staying = home.members.filter(({ person }) => !leaving.includes(person));
  return staying.length === 0 || staying.some((one) => isAdult(one, day));
}

/** A home that fits, or none after some tries; never one that changed on the day. */
export function findHome(
  { chance, homes }: Town,
  day: number,
  fits: (home: Home) => boolean,
): Home | undefined {
  for (let tries = 0; tries < 60; tries += 1) {
    const home = chance.pick(homes);
    if (home.members.length > 0 && home.changed < day && fits(home)) return home;
  }
  return undefined;
}

export const within = (town: Town, event: RegisterEvent): CountyEvent => ({
  county: town.county,
  event,
});
