// From people as a page names them - by their place in one's own household, or by number and name - to an application.
import {
  findOwnFamily,
  findPersonByIdNumber,
  findRelative,
  type Relative,
} from "../register/index.ts";
import { type Casework, findService } from "./casework.ts";
import type { ApplicationDraft, Somebody } from "./contract.ts";
import { type Application, application } from "./domain/application.ts";
import { refusalTexts } from "./domain/refusal.ts";
import type { Ground } from "./save-steps.ts";
import type { CasePerson } from "./store/cases.ts";
import type { Signed } from "./stored-case.ts";

export type Resolved =
  | {
      readonly ok: true;
      readonly application: Application;
      /** Those whom the register knows. */
      readonly people: readonly CasePerson[];
    }
  | { readonly ok: false; readonly reasons: readonly Ground[] };

const refuse = (code: string, zhCN: string, en: string): Resolved => ({
  ok: false,
  reasons: [{ code, clause: null, text: { "zh-CN": zhCN, en } }],
});

/** Residents name those of their own household by key, staff anyone of the county; everyone else by number and name. */
export async function resolveApplication(
  casework: Casework,
  service: string,
  draft: ApplicationDraft,
  signed: Signed,
  today: string,
): Promise<Resolved> {
  const fault = faultOf(casework, service, draft);
  if (fault !== undefined) return fault;
  const lookUp = await relativesFor(casework, draft, signed, today);
  const people = draft.people.map(({ who, guardians, ...rest }) => ({
    ...rest,
    ...personIn(who, lookUp),
    guardians: guardians.map((guardian) => guardianIn(guardian, lookUp)),
  }));
  return known(casework, { ...draft, people });
}

/** An application as an answer changes it: its people are those of before. */
export async function resolveAnswer(
  casework: Casework,
  service: string,
  before: Application,
  { dossier, form }: Pick<ApplicationDraft, "dossier" | "form">,
): Promise<Resolved> {
  const answered = { ...before, dossier, form };
  return faultOf(casework, service, answered) ?? known(casework, answered);
}

/** What is wrong with the form, or with the place it is for. */
function faultOf(
  casework: Casework,
  service: string,
  { county, dossier, form }: Pick<ApplicationDraft, "county" | "dossier" | "form">,
): Resolved | undefined {
  const found = findService(casework, service);
  if (found === undefined)
    return refuse("unknown-service", "没有这项服务。", "There is no such service.");
  const fault = found.formFault(form);
  if (fault !== undefined)
    return refuse("form", `表格还没有填好：${fault}。`, `The form is not filled in: ${fault}.`);
  const placed = dossier["place"];
  return typeof placed === "object" &&
    placed !== null &&
    "county" in placed &&
    placed.county === String(county)
    ? undefined
    : refuse(
        "place",
        "地点和办理的县（市、区）不一致。",
        "The place is not in the county that decides.",
      );
}

async function known(casework: Casework, found: unknown): Promise<Resolved> {
  const parsed = application.safeParse(found);
  if (!parsed.success) {
    const { text, clause } = refusalTexts["people-unclear"];
    return { ok: false, reasons: [{ code: "people-unclear", clause, text }] };
  }
  return { ok: true, application: parsed.data, people: await peopleOf(casework, parsed.data) };
}

type Relatives = ReadonlyMap<number, Relative>;

async function relativesFor(
  { register }: Casework,
  { people, county }: ApplicationDraft,
  { actor, person }: Signed,
  today: string,
): Promise<Relatives> {
  if (actor.kind === "resident") {
    const family = person === null ? [] : await findOwnFamily(register, person, today);
    return new Map(family.map((each) => [each.person, each]));
  }
  const keys = people.flatMap(({ who, guardians }) =>
    [who, ...guardians].flatMap((each) => ("person" in each ? [each.person] : [])),
  );
  const found = await Promise.all(
    [...new Set(keys)].map((key) => findRelative(register, county, key)),
  );
  return new Map(found.flatMap((each) => (each === undefined ? [] : [[each.person, each]])));
}

function personIn(who: ApplicationDraft["people"][number]["who"], relatives: Relatives) {
  if (!("person" in who)) return who;
  const found = relatives.get(who.person);
  return { citizen: found?.idNumber, name: found?.name, birthDate: found?.birthDate };
}

function guardianIn(guardian: Somebody, relatives: Relatives) {
  if (!("person" in guardian)) return guardian;
  const found = relatives.get(guardian.person);
  return { citizen: found?.idNumber, name: found?.name };
}

async function peopleOf(
  { register }: Casework,
  { people }: Application,
): Promise<readonly CasePerson[]> {
  const named = [
    ...people.map(({ citizen }, member) => ({
      citizen,
      role: member === 0 ? ("applicant" as const) : ("member" as const),
    })),
    ...people.flatMap(({ guardians }) =>
      guardians.map(({ citizen }) => ({ citizen, role: "guardian" as const })),
    ),
  ];
  const known: CasePerson[] = [];
  for (const { citizen, role } of named) {
    const person = citizen === null ? undefined : await findPersonByIdNumber(register, citizen);
    if (person !== undefined) known.push({ person, role });
  }
  return known;
}
