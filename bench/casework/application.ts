// An application as its page would send it.
import {
  type Application,
  type Participant,
  signersOf,
} from "../../src/casework/domain/application.ts";
import { type Family, isAdult, isSpouse, type Relative } from "./families.ts";
import { familyRecords, type Ground, recordsOf } from "./grounds.ts";

export type Applied = {
  readonly county: number;
  readonly family: Family;
  readonly ground: Ground;
  /** Departments were asked; where not, the applicant brought the papers. */
  readonly isAsked: boolean;
  readonly today: string;
  /** No two cases have the same home. */
  readonly address: string;
};

/** @param kinds record kinds that departments hold for the rules */
export function applicationOf(
  { county, family, ground, isAsked, today, address }: Applied,
  kinds: readonly string[],
): Application {
  const { members } = family;
  const own = isAsked
    ? { family: familyRecords(members, today) }
    : recordsOf(ground, family, today);
  const records = Object.entries(own).map(([kind, list]) => [
    kind,
    list.map((record) => ({ source: "self", ...record })),
  ]);
  const home = { address, community: "新华西街社区" };
  return {
    county,
    dossier: {
      service: "settlement",
      on: today,
      place: { county: String(county), kind: "town" },
      records: Object.fromEntries(records),
      complete: isAsked ? [] : kinds.filter((kind) => !ground.open.includes(kind)),
      facts: {},
    },
    form: {
      homes: [
        ground.home === "own-home"
          ? { kind: "own-home", ...home }
          : { kind: "rented-home", ...home, landlord: { name: "周房东", signed: today } },
      ],
      chosen: 0,
      relations: members.slice(1).map(({ relation }, place) => ({ member: place + 1, relation })),
      declared: [],
    },
    people: members.map((each, member) => participantOf(each, member, members, today)),
  };
}

function participantOf(
  each: Relative,
  member: number,
  members: readonly Relative[],
  today: string,
): Participant {
  const parents = members.filter(({ person }) => person === each.mother || person === each.father);
  // Where no parent moves along, whoever applies is the guardian.
  const guardians = isAdult(each, today)
    ? []
    : (parents.length > 0 ? parents : members.slice(0, 1)).filter((one) => isAdult(one, today));
  return {
    citizen: each.idNumber,
    name: each.name,
    birthDate: each.birthDate,
    tie: member === 0 ? "self" : isSpouse(each) ? "spouse" : "child",
    family: member === 0 ? null : member - 1,
    ward: false,
    guardians: guardians.map((one) => ({ citizen: one.idNumber, name: one.name })),
  };
}

/** Whoever has to consent besides the applicant, for each member: one signer is enough. */
export const otherSigners = (
  { people }: Application,
  on: string,
): readonly { readonly member: number; readonly signer: string }[] =>
  people.flatMap((each, member) => {
    const [signer] = signersOf(each, on);
    return member === 0 || signer === undefined ? [] : [{ member, signer }];
  });
