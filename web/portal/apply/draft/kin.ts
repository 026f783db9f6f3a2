// Those of one's own household as an application takes them: what they are to the applicant follows from the register.
import { groupOf, suggestRelations } from "../../../../src/standards/contract.ts";
import type { Member } from "../../my/shapes.ts";
import type { Added, Draft, FamilyRecord, Guardian, Participant, Tie } from "./draft.ts";

/** Someone of one's household who can be named. */
export type Kin = Member & { readonly name: string; readonly birthDate: string };

export const isKin = (member: Member): member is Kin =>
  member.name !== null && member.birthDate !== null;

export const otherTies = [
  "spouse",
  "child",
  "parent",
  "other-relative",
] as const satisfies readonly Tie[];

const adultAge = 18;

/** Full years on a day; both are ISO days. */
function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export const isMinor = (birthDate: string, on: string): boolean => ageOn(birthDate, on) < adultAge;

const ties: Readonly<Record<string, Exclude<Tie, "self">>> = {
  spouse: "spouse",
  child: "child",
  parent: "parent",
};

/** What each of a household would be where one of them heads it (GB/T 4761), as far as it is certain. */
const relationsTo = (self: number, kin: readonly Kin[]): ReadonlyMap<number, number | undefined> =>
  suggestRelations(kin, self);

/** What someone not of the household would be to the applicant as head, by tie and sex. */
export function relationFor(tie: Tie, sex: number): number | undefined {
  const male = sex === 1;
  if (tie === "spouse") return male ? 11 : 12;
  if (tie === "child") return male ? 20 : 30;
  if (tie === "parent") return male ? 51 : 52;
  return undefined;
}

type Household = { readonly self: number; readonly kin: readonly Kin[]; readonly today: string };

/** Parents who are of age sign for a child; where the register names none, the applicant does for their own. */
function guardiansOf(child: Kin, tie: Tie, { self, kin, today }: Household): readonly Guardian[] {
  if (!isMinor(child.birthDate, today)) return [];
  const parents = kin.filter(
    ({ person, birthDate }) => parentsOf(child).includes(person) && !isMinor(birthDate, today),
  );
  if (parents.length > 0) return parents.map(({ person }) => ({ person }));
  return tie === "child" ? [{ person: self }] : [];
}

const parentsOf = ({ mother, father }: Kin): readonly number[] =>
  [mother, father].filter((parent) => parent !== null);

/** Two who have a child together are taken for a couple until they say otherwise. */
const haveChild = (one: number, other: number, kin: readonly Kin[]): boolean =>
  kin.some((child) => {
    const parents = parentsOf(child);
    return parents.includes(one) && parents.includes(other);
  });

/** What someone of the household is to the applicant; `sure` where the register says so with certainty. */
export function tieIn(
  each: Kin,
  { self, kin }: Pick<Household, "self" | "kin">,
): {
  readonly tie: Exclude<Tie, "self">;
  readonly sure: boolean;
  readonly relation: number | undefined;
} {
  const relation = relationsTo(self, kin).get(each.person);
  if (relation !== undefined)
    return { tie: ties[groupOf(relation)] ?? "other-relative", sure: true, relation };
  const tie = haveChild(self, each.person, kin) ? "spouse" : "other-relative";
  return { tie, sure: false, relation: relationFor(tie, each.sex) };
}

/** Someone of the household who comes along; `said` is what was answered about a relative of that kind. */
export function kinAdded(each: Kin, household: Household, said: FamilyRecord = {}): Added {
  const { tie, relation } = tieIn(each, household);
  return {
    participant: {
      who: { person: each.person },
      tie,
      ward: false,
      guardians: [...guardiansOf(each, tie, household)],
    },
    record: recordOf(tie, each.name, each.birthDate, household.today, said),
    relation,
    declared: undefined,
  };
}

/**
 * What the rules read of a relative; the day of birth is known, so nobody is asked whether they are of age. Nobody
 * under age can be married (Civil Code art. 1047).
 */
export const recordOf = (
  tie: Tie,
  name: string,
  birthDate: string,
  today: string,
  said: FamilyRecord = {},
): FamilyRecord => ({
  ...said,
  relation: tie,
  name,
  source: "self",
  minor: isMinor(birthDate, today),
  ...(isMinor(birthDate, today) ? { unmarried: true } : {}),
});

/** Where in an application someone of the household stands; -1 for nobody of it. */
export const placeOf = ({ people }: Draft, person: number): number =>
  people.findIndex(({ who }) => "person" in who && who.person === person);

/** Name and day of birth of someone in an application. */
export function nameIn(
  { who }: Pick<Participant, "who">,
  kin: readonly Kin[],
): { readonly name: string; readonly birthDate: string } {
  if (!("person" in who)) return who;
  const found = kin.find(({ person }) => person === who.person);
  return { name: found?.name ?? "", birthDate: found?.birthDate ?? "" };
}

export const guardianName = (guardian: Guardian, kin: readonly Kin[]): string =>
  "person" in guardian
    ? (kin.find(({ person }) => person === guardian.person)?.name ?? "")
    : guardian.name;
