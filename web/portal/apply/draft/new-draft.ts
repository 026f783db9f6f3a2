import type { Dossier } from "../../../../src/policy/browser.ts";
import { type Draft, type FamilyRecord, type Home, withPerson } from "./draft.ts";
import { type Kin, kinAdded } from "./kin.ts";

type Beginning = {
  readonly dossier: Dossier;
  readonly self: number;
  readonly kin: readonly Kin[];
  readonly today: string;
};

/**
 * The application that follows from the answers: whoever was said to come along and is of the household is in it, and
 * the homes that were spoken of, still without their addresses.
 */
export function newDraft({ dossier, self, kin, today }: Beginning): Draft {
  const { family = [], ...records } = dossier.records;
  const alone: Draft = {
    county: Number(dossier.place.county),
    dossier: { ...dossier, records },
    people: [{ who: { person: self }, tie: "self", family: null, ward: false, guardians: [] }],
    form: { homes: homesSaid(dossier), chosen: 0, relations: [], declared: [] },
  };
  const household = { self, kin, today };
  return kin
    .filter(({ person }) => person !== self)
    .reduce((draft, each) => {
      const tie = kinAdded(each, household).participant.tie;
      const said = family.find(({ relation }) => relation === tie);
      return said === undefined
        ? draft
        : withPerson(draft, kinAdded(each, household, said as FamilyRecord));
    }, alone);
}

/** Relatives who were said to come along and whom the application does not name yet. */
export function unnamed(
  said: readonly Readonly<Record<string, unknown>>[],
  { people }: Draft,
): readonly string[] {
  return said.flatMap(({ relation }) =>
    typeof relation === "string" && !people.some(({ tie }) => tie === relation) ? [relation] : [],
  );
}

const address = { address: "", community: "" };

/** Which answer speaks of which kind of home. */
const homes: readonly (readonly [facts: readonly string[], home: Home])[] = [
  [["home.family-owned", "home.own"], { kind: "own-home", ...address }],
  [["home.leased", "home.lease-registered"], { kind: "rented-home", ...address, landlord: null }],
  [["hire.formal"], { kind: "employer-collective", name: "" }],
  [["student.admitted"], { kind: "school-collective", name: "" }],
];

const homesSaid = ({ facts }: Dossier): readonly Home[] =>
  homes.flatMap(([names, home]) =>
    names.some((name) => facts[name]?.value === true) ? [home] : [],
  );
