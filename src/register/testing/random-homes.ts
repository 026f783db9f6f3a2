// What a made-up act finds in the register: homes, people, and what the law wants said of them.
import type { ActName } from "../domain/act.ts";
import {
  type County,
  type Dwelling,
  headRelation,
  type HouseholdId,
  type Particulars,
  type PersonId,
  type Seat,
} from "../domain/shapes.ts";
import { madeUpPerson, signedBy } from "./made-up.ts";
import { lastPlaceOf, type MemoryRegister, partOf } from "./memory-register.ts";

export const counties: readonly County[] = [990_101, 990_102, 990_103];

/** What chance decides of an act. */
export type Dice = {
  readonly what: ActName;
  readonly county: number;
  readonly picks: readonly [number, number, number, number];
  readonly few: boolean;
};

export type Here = {
  readonly register: MemoryRegister;
  readonly county: County;
  readonly on: string;
  readonly dice: Dice;
};

export type Home = {
  readonly household: HouseholdId;
  readonly kind: string;
  readonly members: readonly Seat[];
};

export const pick = <T>(items: readonly T[], place: number): T | undefined =>
  items[place % items.length];

const paper = { kind: "证明", number: "甲-1" };

export function groundOf({ on }: Here, people: readonly Particulars[], papers = 1) {
  return {
    clause: "R4.1",
    papers: papers > 0 ? [paper] : [],
    signatures: [...signedBy(people, on)],
  };
}

export function homesOf({ register, county }: Here): readonly Home[] {
  const part = partOf(register, county);
  return [...part.households].flatMap(([household, { kind, ended }]) => {
    if (ended !== null) return [];
    const members = [...(part.sitters.get(household) ?? [])].flatMap((person) =>
      (part.seats.get(person) ?? []).flatMap((seat) =>
        seat.household === household && seat.until === null
          ? [{ person, relation: seat.relation }]
          : [],
      ),
    );
    return [{ household, kind, members }];
  });
}

export const familyOf = (here: Here, place: number): Home | undefined =>
  pick(
    homesOf(here).filter(({ kind, members }) => kind === "family" && members.length > 0),
    place,
  );

export function whoIs({ register }: Here, person: PersonId): Particulars {
  const county = lastPlaceOf(register.state, person) ?? 0;
  const found = register.state.get(county)?.people.get(person)?.particulars;
  return found ?? madeUpPerson(0, "1980-01-01", { female: false, numbered: false });
}

/** A relation that fits the person in such a household. */
export function relationIn(kind: string, { sex }: Particulars): number {
  if (kind !== "family") return 99;
  return sex === 1 ? 20 : sex === 2 ? 30 : 97;
}

/** Relations of those who stay, where the head is among those who leave. */
export function restated(
  here: Here,
  { kind, members }: Home,
  leaving: readonly PersonId[],
): Seat[] {
  const head = members.find(({ relation }) => relation === headRelation);
  const staying = members.filter(({ person }) => !leaving.includes(person));
  if (kind !== "family" || head === undefined || !leaving.includes(head.person)) return [];
  return staying.map(({ person }, index) => ({
    person,
    relation: index === 0 ? headRelation : relationIn(kind, whoIs(here, person)),
  }));
}

export function someOf({ members }: Home, { picks, few }: Dice): readonly PersonId[] {
  const people = members.map(({ person }) => person);
  const start = picks[1] % Math.max(1, people.length);
  return few ? people.slice(start, start + 1 + (picks[2] % 2)) : people;
}

export function newPlace({ register, county, dice }: Here) {
  const dwellings: readonly Dwelling[] = [...partOf(register, county).dwellings.values()];
  const known = dice.picks[0] % 3 === 0 ? pick(dwellings, dice.picks[1]) : undefined;
  return known === undefined
    ? { kind: "new" as const, address: `和平路 ${dice.picks[0]} 号`, community: "和平社区" }
    : { kind: "known" as const, dwelling: known.dwelling };
}

/** People known in the county who are registered nowhere now. */
export function goneFrom({ register, county }: Here, dead: boolean): readonly PersonId[] {
  const part = partOf(register, county);
  return [...part.people].flatMap(([person, { died, particulars }]) => {
    const last = lastPlaceOf(register.state, person);
    const open = part.registrations.get(person)?.some(({ until }) => until === null);
    const isGone = last === county && open === false && particulars !== null;
    return isGone && (died !== null) === dead ? [person] : [];
  });
}

/** A home that is there, or one that begins with the arrivals; the first of them may be its head. */
export function joinedBy(here: Here, people: readonly Particulars[]) {
  const { picks } = here.dice;
  const known = picks[1] % 2 === 0 ? pick(homesOf(here), picks[2]) : undefined;
  if (known !== undefined && (known.kind !== "family" || known.members.length > 0)) {
    return {
      into: { kind: "known" as const, household: known.household },
      relations: people.map((each) => relationIn(known.kind, each)),
      isNewInstitution: false,
    };
  }
  const type = picks[2] % 5 === 0 ? "school" : "family";
  return {
    into: newHome(here, type),
    relations: people.map((each, index) =>
      index === 0 && type === "family" ? headRelation : relationIn(type, each),
    ),
    isNewInstitution: type === "school",
  };
}

function newHome(here: Here, type: "family" | "school" | "employer") {
  const name = type === "family" ? null : "第一中学";
  return { kind: "new" as const, type, name, home: newPlace(here) };
}

export const institution = ({ on }: Here) => ({
  signer: "校长",
  as: "institution" as const,
  for: [0],
  signed: on,
});
