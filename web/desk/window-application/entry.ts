// One of the people of an application, as a clerk finds or types them.
import { groupOf, type Relative, suggestRelations } from "../../../src/standards/contract.ts";
import type { ApplicationDraft } from "../../../src/casework/contract.ts";
import type { FoundPerson } from "../act/arriving.ts";
import { relationFor } from "../../portal/apply/draft/kin.ts";
import { ageOn } from "../act/draft.ts";
import { emptyPerson, type PersonDraft } from "../act/person-draft.ts";

export type Tie = ApplicationDraft["people"][number]["tie"];
type Who =
  /** In the register of this county. */
  | { readonly kind: "here"; readonly person: number }
  /** In the register of another county that is kept here. */
  | { readonly kind: "county"; readonly county: number; readonly citizen: string }
  /** Registered where no register is kept here, or never registered: known by their papers. */
  | { readonly kind: "elsewhere" }
  | { readonly kind: "unregistered" };

export type Entry = {
  readonly key: string;
  readonly who: Who;
  readonly name: string;
  readonly birthDate: string;
  /** GB/T 2261.1. */
  readonly sex: number;
  readonly tie: Tie;
  /** GB/T 4761, to the head of the household that they found or join. */
  readonly relation: number | null;
  readonly together: boolean;
  /** Asked of children. */
  readonly unmarried: boolean;
  readonly ward: boolean;
  /** Keys of those of the application who sign for them. */
  readonly guardians: readonly string[];
  /** One more who signs for them and does not come along. */
  readonly outside: { readonly citizen: string; readonly name: string };
  /** Where they are registered, and their papers: for those whom no register here knows. */
  readonly place: string;
  readonly particulars: PersonDraft;
};

const plain = {
  tie: "self",
  relation: null,
  together: true,
  unmarried: true,
  ward: false,
  guardians: [],
  outside: { citizen: "", name: "" },
  place: "",
  particulars: emptyPerson,
} as const satisfies Partial<Entry>;

/** Someone of the register; found in another county only by the number that was typed. */
export function entryOf(found: FoundPerson, here: number, typed: string): Entry {
  const name = found.nameHan ?? found.name;
  const who: Who =
    found.county === here
      ? { kind: "here", person: found.person }
      : { kind: "county", county: found.county, citizen: typed.trim().toUpperCase() };
  const { birthDate, sex } = found;
  return { ...plain, key: `person-${found.person}`, who, name, birthDate, sex };
}

/** Someone whom no register here knows. */
export const unknownEntry = (kind: "elsewhere" | "unregistered", citizen = ""): Entry => ({
  ...plain,
  key: crypto.randomUUID(),
  who: { kind },
  name: "",
  birthDate: "",
  sex: 0,
  particulars: { ...emptyPerson, idNumber: citizen },
});

/** Someone of the applicant's household. */
export type Kin = Relative & { readonly name: string };

export const entryOfKin = (kin: Kin): Entry => ({
  ...plain,
  key: `person-${kin.person}`,
  who: { kind: "here", person: kin.person },
  name: kin.name,
  birthDate: kin.birthDate,
  sex: kin.sex,
});

export const isTyped = ({ who }: Entry): boolean =>
  who.kind === "elsewhere" || who.kind === "unregistered";

/** As they are called and when they were born; of those whom no register here knows, as it is typed. */
export const nameOfEntry = (entry: Entry): string =>
  isTyped(entry) ? entry.particulars.name.trim() : entry.name;
export const birthOfEntry = (entry: Entry): string =>
  isTyped(entry) ? entry.particulars.birthDate : entry.birthDate;

/** Signs for themselves. */
export const isOfAge = (entry: Entry, on: string): boolean =>
  !entry.ward && ageOn(birthOfEntry(entry), on) >= 18;

/** Is listened to before a guardian signs: from eight years on (Civil Code art. 19, 35). */
export const isHeard = (entry: Entry, on: string): boolean =>
  !isOfAge(entry, on) && ageOn(birthOfEntry(entry), on) >= 8;

const ties: Readonly<Record<string, Tie>> = { spouse: "spouse", child: "child", parent: "parent" };

/** As what somebody comes along: with the relation to the applicant as head that follows from it, and who signs. */
export function withTie(entry: Entry, tie: Tie, others: readonly Entry[], on: string): Entry {
  const sex = isTyped(entry) ? Number(entry.particulars.sex) : entry.sex;
  return withGuardians({ ...entry, tie, relation: relationFor(tie, sex) ?? null }, others, [], on);
}

/** The most likely tie of somebody found outside the household; the clerk sees it, and changes it. */
export function likelyTie(entry: Entry, others: readonly Entry[], on: string): Tie {
  if (!isOfAge(entry, on)) return "child";
  return others.some(({ tie }) => tie === "spouse") ? "parent" : "spouse";
}

/** What the register's relations make of somebody of the household where the applicant is its head. */
export function withKinship(entry: Entry, applicant: Entry, kin: readonly Kin[]): Entry {
  if (entry.who.kind !== "here" || applicant.who.kind !== "here") return entry;
  const { person } = entry.who;
  const relation = suggestRelations(kin, applicant.who.person).get(person);
  const tie = (relation === undefined ? undefined : ties[groupOf(relation)]) ?? "other-relative";
  return { ...entry, tie, relation: relation ?? null };
}

/** Parents sign for a child; of those who come along, whoever the register names, else the applicant. */
export function withGuardians(
  entry: Entry,
  others: readonly Entry[],
  kin: readonly Kin[],
  on: string,
): Entry {
  if (isOfAge(entry, on)) return entry;
  const own = kin.find(({ person }) => entry.key === `person-${person}`);
  const parents = others.filter(
    (each) =>
      isOfAge(each, on) &&
      (each.key === `person-${own?.mother}` || each.key === `person-${own?.father}`),
  );
  const [applicant] = others;
  const signing =
    parents.length > 0 || entry.tie !== "child" || applicant === undefined ? parents : [applicant];
  return { ...entry, guardians: signing.map(({ key }) => key) };
}
