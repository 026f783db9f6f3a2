// A made-up family and the people of an office, for tests of cases.
import type { Advice, Remedy, Step } from "../domain/action.ts";
import type { Application, Participant } from "../domain/application.ts";
import type { Declaration, Terms } from "../domain/declaration.ts";
import type { Actor, Citizen, Staff } from "../domain/shapes.ts";

const county = 990101;

const both = (words: string) => ({ "zh-CN": words, en: words });

const person = (citizen: Citizen | null, more: Partial<Participant>): Participant => ({
  citizen,
  name: citizen ?? "没有户口的人",
  birthDate: "1988-04-12",
  tie: "spouse",
  family: 0,
  ward: false,
  guardians: [],
  ...more,
});

const guardedBy = (...citizens: readonly Citizen[]) =>
  citizens.map((citizen) => ({ citizen, name: citizen }));

/** Applicant, spouse, a child of ten, one who comes of age in March 2026, and a mother who is a ward. */
export const people: readonly Participant[] = [
  person("yu", { tie: "self", family: null }),
  person("li", { family: 0 }),
  person("child", {
    tie: "child",
    family: 1,
    birthDate: "2015-06-01",
    guardians: guardedBy("yu", "li"),
  }),
  person("teen", {
    tie: "child",
    family: 2,
    birthDate: "2008-03-20",
    guardians: guardedBy("yu"),
  }),
  person("mother", {
    tie: "parent",
    family: 3,
    birthDate: "1950-01-01",
    ward: true,
    guardians: guardedBy("uncle"),
  }),
];

export const application = (who: readonly Participant[] = people): Application => ({
  county,
  dossier: { on: "2026-03-02" },
  people: who,
  form: { home: "own" },
});

export const resident = (citizen: Citizen, session = `of ${citizen}`): Actor => ({
  kind: "resident",
  citizen,
  session,
});

const staff = (subject: string, role: Staff["role"], citizen: Citizen | null = null): Staff => ({
  kind: "staff",
  role,
  subject,
  county,
  citizen,
  session: `of ${subject}`,
});

export const clerk = staff("lin", "window-clerk");
const otherClerk = staff("he", "window-clerk");
export const approver = staff("han", "approver");
export const reviewer = staff("zhao", "approver");
/** The spouse works at the window. */
const spouseClerk = staff("li-at-work", "window-clerk", "li");
const neighbourClerk: Staff = { ...staff("neighbour", "window-clerk"), county: 990102 };

export const office: readonly Staff[] = [
  clerk,
  otherClerk,
  approver,
  reviewer,
  spouseClerk,
  neighbourClerk,
];
export const residents = ["yu", "li", "child", "teen", "mother", "uncle", "stranger"] as const;

const limit = (
  limit: Declaration["limits"][number]["limit"],
  length: number,
  count: "working-days" | "days" | "months" = "working-days",
  kind: "statutory" | "promised" | "parameter" = "statutory",
) => ({ limit, length, count, kind, clause: "made up", label: both(limit) });

export const declaration: Declaration = {
  service: "settlement",
  title: both("落户"),
  plain: both("落户"),
  rules: "settlement",
  facts: [],
  effect: "settle",
  documents: ["notice", "grant", "refusal", "review"],
  roles: {
    assign: ["window-clerk", "approver"],
    accept: ["window-clerk"],
    return: ["window-clerk"],
    check: ["window-clerk"],
    extend: ["approver"],
    decide: ["window-clerk"],
    approve: ["approver"],
    "send-back": ["approver"],
    effect: ["window-clerk"],
    deliver: ["window-clerk"],
    "decide-review": ["approver"],
    close: ["window-clerk"],
  },
  "second-person": ["against-advice", "refusal", "never-registered"],
  limits: [
    limit("accept", 5),
    limit("answer", 30),
    limit("decide", 20),
    limit("decide", 3, "working-days", "promised"),
    limit("extend", 10),
    limit("consent", 10, "days", "parameter"),
    limit("effect", 5, "working-days", "promised"),
    limit("deliver", 10),
    limit("ask-review", 60, "days"),
    limit("decide-review", 60, "days"),
    limit("court", 6, "months"),
    limit("keep", 60, "months", "parameter"),
  ],
};

/** The first of May 2026 and the days after it are free; the Saturday of the week after is worked. */
export const calendar = {
  holidays: new Set(["2026-05-01", "2026-05-04", "2026-05-05"]),
  workdays: new Set(["2026-05-09"]),
};

export const terms: Terms = { declaration, calendar };

export const remedies: readonly Remedy[] = [
  { kind: "review", before: both("同级人民政府"), clause: "复议法 20" },
  { kind: "court", before: both("人民法院"), clause: "行诉法 46" },
];

export const adviceOn = (
  on: string,
  outcome: Advice["outcome"],
  covered: readonly number[],
): Advice => ({
  outcome,
  grounds: [{ rule: "home", clause: "R4.1", outcome }],
  covered: people.flatMap((_, member) =>
    member === 0
      ? []
      : [
          {
            member,
            state: covered.includes(member) ? ("covered" as const) : ("not-covered" as const),
          },
        ],
  ),
  on,
  law: "only",
  told: null,
});

export const writtenWill = { kind: "written-will" };

/** A decision as the desk would send it. */
export function decision(
  on: string,
  granted: readonly number[],
  advised: Advice = adviceOn(on, granted.length > 0 ? "granted" : "refused", granted),
  more: Partial<Extract<Step, { do: "decide" }>> = {},
): Extract<Step, { do: "decide" }> {
  return {
    do: "decide",
    granted,
    clause: "R4.1",
    reasons: [{ text: both("理由"), clause: "R4.1" }],
    remedies,
    advice: advised,
    against: null,
    second: granted.length < people.length,
    ...more,
  };
}
