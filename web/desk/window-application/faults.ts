// What is not filled in, before anything is sent: by the path of its field on the page.
import { type IdNumber, readIdNumber } from "../../../src/policy/browser.ts";
import { particulars as particularsShape } from "../../../src/register/contract.ts";
import { headOf } from "../../portal/apply/draft/faults.ts";
import { particularsOf } from "../act/person-draft.ts";
import { readDay } from "../shared/day.ts";
import { asksRelation, askedWords, type WindowDraft } from "./draft.ts";
import { isOfAge, isTyped } from "./entry.ts";

export type FaultCode =
  | "no-applicant"
  | "id-number"
  | "place"
  | "particular"
  | "guardian"
  | "relation"
  | "kind"
  | "no-home"
  | "address"
  | "community"
  | "household-name"
  | "consent-name"
  | "day"
  | "heard";

export type Fault = { readonly path: string; readonly code: FaultCode };

export function findFaults(draft: WindowDraft, today: string): readonly Fault[] {
  return [
    ...peopleFaults(draft, today),
    ...placeFaults(draft),
    ...homeFaults(draft),
    ...signatureFaults(draft, today),
  ];
}

const isValid = ({ kind }: IdNumber): boolean => kind === "valid";

function peopleFaults(draft: WindowDraft, today: string): readonly Fault[] {
  const { people } = draft;
  if (people.length === 0) return [{ path: "people", code: "no-applicant" }];
  const head = headOf(draft.homes[draft.chosen]);
  return people.flatMap((each, member): readonly Fault[] => {
    const path = `people.${member}`;
    const { who, guardians, outside, place, relation } = each;
    const typed = isTyped(each)
      ? particularsShape.safeParse(particularsOf(each.particulars))
      : undefined;
    const number = each.particulars.idNumber;
    const wrong = new Set(typed?.error?.issues.map((issue) => String(issue.path[0])));
    if (who.kind === "elsewhere" && !isValid(readIdNumber(number))) wrong.add("idNumber");
    const outsideGiven = `${outside.citizen}${outside.name}`.trim() !== "";
    const outsideWrong =
      outsideGiven && !isValid(readIdNumber(outside.citizen.trim().toUpperCase()));
    return [
      ...[...wrong].map((field): Fault => ({
        path: `${path}.particulars.${field}`,
        code: field === "idNumber" ? "id-number" : "particular",
      })),
      ...(who.kind === "elsewhere" && place.trim() === ""
        ? [{ path: `${path}.place`, code: "place" } as const]
        : []),
      ...(!isOfAge(each, today) && guardians.length === 0 && !outsideGiven
        ? [{ path: `${path}.guardians`, code: "guardian" } as const]
        : []),
      ...(outsideWrong ? [{ path: `${path}.outside.citizen`, code: "id-number" } as const] : []),
      ...(outsideGiven && outside.name.trim() === ""
        ? [{ path: `${path}.outside.name`, code: "consent-name" } as const]
        : []),
      ...(asksRelation(head, member) && relation === null
        ? [{ path: `${path}.relation`, code: "relation" } as const]
        : []),
    ];
  });
}

const placeFaults = ({ kind }: WindowDraft): readonly Fault[] =>
  kind === "" ? [{ path: "kind", code: "kind" }] : [];

function homeFaults({ homes }: WindowDraft): readonly Fault[] {
  if (homes.length === 0) return [{ path: "homes", code: "no-home" }];
  return homes.flatMap((home, place): readonly Fault[] => {
    const path = `homes.${place}`;
    const said = "host" in home ? home.host : "landlord" in home ? home.landlord : null;
    return [
      ...("address" in home && home.address.trim().length < 2
        ? [{ path: `${path}.address`, code: "address" } as const]
        : []),
      ...("community" in home && home.community.trim() === ""
        ? [{ path: `${path}.community`, code: "community" } as const]
        : []),
      ...("name" in home && home.name.trim() === ""
        ? [{ path: `${path}.name`, code: "household-name" } as const]
        : []),
      ...(said !== null && said.name.trim() === ""
        ? [{ path: `${path}.consent.name`, code: "consent-name" } as const]
        : []),
      ...(said !== null && readDay(said.signed) === undefined
        ? [{ path: `${path}.consent.signed`, code: "day" } as const]
        : []),
    ];
  });
}

function signatureFaults(draft: WindowDraft, today: string): readonly Fault[] {
  const isWrong = (typed: string) => {
    const day = readDay(typed);
    return day === undefined || day > today;
  };
  return [
    ...(isWrong(draft.signed) ? [{ path: "signed", code: "day" } as const] : []),
    ...askedWords(draft.people, today).flatMap(({ id, heard }): readonly Fault[] => {
      const given = draft.signatures[id];
      if (given === undefined) return [];
      return [
        ...(isWrong(given.signed)
          ? [{ path: `signatures.${id}.signed`, code: "day" } as const]
          : []),
        ...(heard && given.heard === ""
          ? [{ path: `signatures.${id}.heard`, code: "heard" } as const]
          : []),
      ];
    }),
  ];
}
