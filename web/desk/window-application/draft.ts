// An application as a clerk types it from a signed paper, and what it becomes when it is sent.
import type { Dossier, PlainValue } from "../../../src/policy/browser.ts";
import type { ApplicationDraft } from "../../../src/casework/contract.ts";
import type { HomeOption } from "../../../src/services/settlement/contract.ts";
import { type Head, headOf } from "../../portal/apply/draft/faults.ts";
import { ageOn, dayOf } from "../act/draft.ts";
import { particularsOf } from "../act/person-draft.ts";
import {
  birthOfEntry,
  type Entry,
  isHeard,
  isOfAge,
  isTyped,
  type Kin,
  nameOfEntry,
} from "./entry.ts";

/** `null`: the applicant does not know. */
export type Answers = Readonly<Record<string, PlainValue | null>>;

/** Somebody's word for one of the people, on paper. */
export type Signature = { readonly signed: string; readonly heard: "" | "agrees" | "disagrees" };

export type WindowDraft = {
  readonly people: readonly Entry[];
  /** The applicant's household, where it is of this county. */
  readonly kin: readonly Kin[];
  readonly kind: string;
  readonly answers: Answers;
  readonly homes: readonly HomeOption[];
  readonly chosen: number;
  /** Day of the applicant's signature on the form. */
  readonly signed: string;
  /** By the signer's and the member's keys. */
  readonly signatures: Readonly<Record<string, Signature>>;
  readonly sent: Sent;
};

/** What is there already of an application that was sent in part: whoever sends again goes on from there. */
export type Sent = {
  readonly case: string | null;
  readonly version: number;
  readonly stage: "none" | "draft" | "submitted";
  /** What the draft on the server says. */
  readonly content: string;
  /** Signatures taken down. */
  readonly taken: readonly string[];
  /** Idempotency keys by step. */
  readonly keys: Readonly<Record<string, string>>;
};

const nothingSent: Sent = {
  case: null,
  version: 0,
  stage: "none",
  content: "",
  taken: [],
  keys: {},
};

export const emptyDraft = (today: string): WindowDraft => ({
  people: [],
  kin: [],
  kind: "",
  answers: {},
  homes: [],
  chosen: 0,
  signed: today,
  signatures: {},
  sent: nothingSent,
});

export const without = <T>(
  all: Readonly<Record<string, T>>,
  name: string,
): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([each]) => each !== name));

/** Whether departments can be asked about the applicant: somebody in the register. */
export const isAskable = ({ people: [applicant] }: WindowDraft): boolean =>
  applicant !== undefined && !isTyped(applicant);

/** What the rules read. */
export function dossierOf(draft: WindowDraft, county: number, today: string): Dossier {
  const { kind, answers, people } = draft;
  const given = Object.entries(answers);
  return {
    service: "settlement",
    on: today,
    place: { county: String(county), ...(kind === "" ? {} : { kind }) },
    complete: [],
    unsure: given.flatMap(([fact, value]) => (value === null ? [fact] : [])),
    records: { family: people.slice(1).map((each) => familyRecord(each, today)) },
    facts: Object.fromEntries(
      given.flatMap(([fact, value]) =>
        value === null ? [] : [[fact, { value, source: "self", stated: today }]],
      ),
    ),
  };
}

const familyRecord = (entry: Entry, today: string) => ({
  relation: entry.tie,
  name: nameOfEntry(entry),
  source: "self",
  "co-residing": entry.together,
  minor: ageOn(birthOfEntry(entry), today) < 18,
  ...(entry.tie === "child" ? { unmarried: entry.unmarried } : {}),
});

/** Whether a relation is asked of a member: not of the applicant who is the head. */
export const asksRelation = (head: Head, member: number): boolean =>
  head === "host" || (head === "self" && member > 0);

/** As the server takes it. What cannot be read is refused at its field before. */
export function applicationOf(draft: WindowDraft, county: number, today: string): ApplicationDraft {
  const { people, homes, chosen } = draft;
  const head = headOf(draft.homes[draft.chosen]);
  return {
    county,
    dossier: { ...dossierOf(draft, county, today) },
    form: {
      homes: homes.map(withDays),
      chosen,
      relations: people.flatMap(({ relation }, member) =>
        relation !== null && asksRelation(head, member) ? [{ member, relation }] : [],
      ),
      declared: people.flatMap((each, member) =>
        isTyped(each)
          ? [
              {
                member,
                place: each.who.kind === "elsewhere" ? each.place.trim() : null,
                particulars: particularsOf(each.particulars),
              },
            ]
          : [],
      ),
    },
    people: people.map((each, member) => ({
      who: whoOf(each),
      tie: member === 0 ? "self" : each.tie,
      family: member === 0 ? null : member - 1,
      ward: each.ward,
      guardians: isOfAge(each, today) ? [] : guardiansOf(each, people),
    })),
  };
}

/** Days of others' consents as they are kept. */
function withDays(home: HomeOption): HomeOption {
  const read = <T extends { readonly signed: string }>(said: T | null): T | null =>
    said && { ...said, signed: dayOf(said.signed) };
  if (home.kind === "rented-home") return { ...home, landlord: read(home.landlord) };
  return home.kind === "relatives-home" ? { ...home, host: read(home.host) } : home;
}

function whoOf(entry: Entry): ApplicationDraft["people"][number]["who"] {
  const { who, particulars } = entry;
  const named = { name: nameOfEntry(entry), birthDate: dayOf(birthOfEntry(entry)) };
  switch (who.kind) {
    case "here":
      return { person: who.person };
    case "county":
      return { citizen: who.citizen, ...named };
    case "elsewhere":
      return { citizen: particulars.idNumber.trim().toUpperCase(), ...named };
    case "unregistered":
      return { citizen: null, ...named };
  }
}

type Guardian = ApplicationDraft["people"][number]["guardians"][number];

function guardiansOf(entry: Entry, people: readonly Entry[]): Guardian[] {
  const { guardians, outside } = entry;
  const along = people.filter(({ key }) => guardians.includes(key));
  return [
    ...along.flatMap((each): readonly Guardian[] => {
      const who = whoOf(each);
      if ("person" in who) return [who];
      return who.citizen === null ? [] : [{ citizen: who.citizen, name: who.name }];
    }),
    ...(outside.citizen.trim() === ""
      ? []
      : [{ citizen: outside.citizen.trim().toUpperCase(), name: outside.name.trim() }]),
  ];
}

/** A word that is still to be given: whose, and for which member. */
export type Asked = {
  readonly id: string;
  readonly member: number;
  /** Place of the signer among the people, or the guardian who does not come along. */
  readonly signer: number | "outside";
  readonly heard: boolean;
};

/**
 * Everyone signs for themselves, a guardian for a child or ward (K1). The applicant's own word is the application;
 * where a guardian signed it for them, the first of them.
 */
export function askedWords(people: readonly Entry[], today: string): readonly Asked[] {
  return people.flatMap((each, member) => {
    const heard = isHeard(each, today);
    const signers: readonly Asked["signer"][] = isOfAge(each, today)
      ? [member]
      : [
          ...people.flatMap(({ key }, place) => (each.guardians.includes(key) ? [place] : [])),
          ...(each.outside.citizen.trim() === "" ? [] : (["outside"] as const)),
        ];
    return signers.flatMap((signer, place) =>
      member === 0 && place === 0
        ? []
        : [
            {
              id: `${each.key}--${signer === "outside" ? signer : people[signer]?.key}`,
              member,
              signer,
              heard,
            },
          ],
    );
  });
}
