import { readIdNumber } from "../../../../src/policy/browser.ts";
import { chosenHome, type Draft, type Home, relationIn } from "./draft.ts";
import { isMinor, type Kin, nameIn } from "./kin.ts";

export type FaultCode =
  | "no-home"
  | "address"
  | "community"
  | "household-name"
  | "consent-name"
  | "consent-day"
  | "relation"
  | "guardian";

/** What is not filled in: `at` is the field, as its id on the page. */
export type Fault = { readonly code: FaultCode; readonly at: string };

/** Whose relations are asked for: to the applicant who heads a household that begins, or to the host. */
export type Head = "self" | "host" | "nobody";

export function headOf(home: Home | undefined): Head {
  switch (home?.kind) {
    case "own-home":
    case "rented-home":
      return "self";
    case "relatives-home":
      return "host";
    default:
      return "nobody";
  }
}

/** Fields of one home. */
export const homeField = (place: number, name: string): string => `home-${place}-${name}`;
export const personField = (member: number, name: string): string => `person-${member}-${name}`;

export function homeFaults({ form: { homes } }: Draft): readonly Fault[] {
  if (homes.length === 0) return [{ code: "no-home", at: "home-kinds" }];
  return homes.flatMap((home, place) => {
    const field = (name: string) => homeField(place, name);
    const said = "host" in home ? home.host : "landlord" in home ? home.landlord : null;
    return [
      ...("address" in home && home.address.trim().length < 2
        ? [{ code: "address", at: field("address") } as const]
        : []),
      ...("community" in home && home.community.trim() === ""
        ? [{ code: "community", at: field("community") } as const]
        : []),
      ...("name" in home && home.name.trim() === ""
        ? [{ code: "household-name", at: field("name") } as const]
        : []),
      ...(said !== null && said.name.trim() === ""
        ? [{ code: "consent-name", at: field("consent-name") } as const]
        : []),
      ...(said !== null && said.signed === ""
        ? [{ code: "consent-day", at: field("consent-day") } as const]
        : []),
    ];
  });
}

export function peopleFaults(draft: Draft, kin: readonly Kin[], today: string): readonly Fault[] {
  const head = headOf(chosenHome(draft));
  return draft.people.flatMap((participant, member) => {
    const { birthDate } = nameIn(participant, kin);
    const asksRelation = head === "host" || (head === "self" && member > 0);
    const needsGuardian = participant.ward || isMinor(birthDate, today);
    return [
      ...(asksRelation && relationIn(draft, member) === undefined
        ? [{ code: "relation", at: personField(member, "relation") } as const]
        : []),
      ...(needsGuardian && participant.guardians.length === 0
        ? [{ code: "guardian", at: personField(member, "guardians") } as const]
        : []),
    ];
  });
}

export type NumberFault = "malformed" | "no-such-day" | "check-digit" | "in-future";

/** A citizen ID number as typed: blanks and small letters are the keyboard's. */
export const readNumber = (typed: string): string => typed.replaceAll(/\s/g, "").toUpperCase();

export function numberFault(number: string, today: string): NumberFault | undefined {
  const read = readIdNumber(number);
  if (read.kind !== "valid") return read.kind;
  return read.born > today ? "in-future" : undefined;
}
