// Parts of a case as pages show them to whoever looks.
import type { z } from "zod";
import type { answersOf } from "../exchange/index.ts";
import type { Pack, Text } from "../policy/index.ts";
import type { ownCase, proofs } from "./contract.ts";
import type { deskCase } from "./desk/contract.ts";
import type { Action } from "./domain/action.ts";
import type { Case } from "./domain/case.ts";
import { deadlines } from "./domain/deadlines.ts";
import type { Terms } from "./domain/declaration.ts";
import type { Letter } from "./domain/letter/letter.ts";
import { nameOf } from "./domain/reduce.ts";
import type { Actor } from "./domain/shapes.ts";
import type { CaseRow } from "./store/cases.ts";

type OwnCase = z.infer<typeof ownCase>;

export const summaryOf = (
  { county, case: key, reference, service, stage, opened, submitted }: CaseRow,
  title: OwnCase["title"],
) => ({ county, case: key, reference, service, title, stage, opened, submitted });

/** An ID number but for the first digits and the day of birth. */
const masked = (citizen: string | null): string | null =>
  citizen === null ? null : `${"*".repeat(Math.max(0, citizen.length - 4))}${citizen.slice(-4)}`;

/** The people; only `whole` ID numbers are not masked. */
export const peopleOf = (
  { application }: Case,
  whole: (citizen: string) => boolean,
): OwnCase["people"] =>
  (application?.people ?? []).map(({ citizen, name, birthDate, tie, ward, guardians }, member) => ({
    member,
    name,
    birthDate,
    citizen: citizen !== null && whole(citizen) ? citizen : masked(citizen),
    tie,
    ward,
    guardians: guardians.map((each) => each.name),
  }));

export const deadlinesOf = (state: Case, terms: Terms, today: string): OwnCase["deadlines"] =>
  deadlines(state, terms, today).map(({ limit, from, due, overdue, left }) => ({
    limit: limit.limit,
    label: limit.label,
    kind: limit.kind,
    clause: limit.clause,
    from,
    due,
    overdue,
    left,
  }));

export const noticeOf = ({ notices }: Case): OwnCase["notice"] => {
  const last = notices.at(-1);
  return last === undefined
    ? null
    : {
        on: last.on,
        missing: last.missing.map(({ key, label, clause, notFetched }) => ({
          key,
          label,
          clause,
          notFetched,
        })),
        answered: last.answered,
      };
};

/** The time line; residents are not named, staff are. */
export const timelineOf = (
  actions: readonly Action[],
  viewer: Actor,
  names: ReadonlyMap<string, string>,
): OwnCase["timeline"] =>
  actions.map(({ on, by, step }) => ({
    on,
    do: step.do,
    by:
      by.kind === "clock"
        ? "clock"
        : by.kind === "staff"
          ? "office"
          : viewer.kind === "resident" && nameOf(by) === viewer.citizen
            ? "you"
            : "another",
    name: by.kind === "staff" ? (names.get(by.subject) ?? null) : null,
  }));

/** A letter as data that is sent. */
export const sentLetter = (letter: Letter): z.infer<typeof deskCase>["letters"][number] => ({
  ...letter,
  to: [...letter.to],
  parts: letter.parts.map(({ heading, sentences }) => ({ heading, sentences: [...sentences] })),
  remedies: letter.remedies.map(({ kind, before, clause, until, text }) => ({
    kind,
    before,
    clause,
    until,
    text,
  })),
});

export const staffIn = (
  actions: readonly Action[],
  { handler, notices, proposal, decisions, reviews }: Case,
) => [
  handler,
  ...notices.map(({ by }) => by),
  proposal?.by ?? null,
  ...actions.map(({ by }) => (by.kind === "staff" ? by.subject : null)),
  ...decisions.flatMap(({ by, approvedBy }) => [by, approvedBy]),
  ...reviews.map(({ decided }) => decided?.by ?? null),
];

type Answers = Awaited<ReturnType<typeof answersOf>>;

/** Departments that have not answered, in the vocabulary's words. */
export const departmentsOf = (
  { vocabulary }: Pack,
  open: Answers["open"],
): z.infer<typeof proofs>["departments"] =>
  open.map(({ department, state, kinds }) => ({
    department,
    label: labelIn(
      vocabulary.departments.find(({ id }) => id === department),
      department,
    ),
    state,
    kinds: kinds.map((kind) => ({
      kind,
      label: labelIn(
        vocabulary.records.find(({ name }) => name === kind),
        kind,
      ),
    })),
  }));

const labelIn = (found: { readonly label: Text } | undefined, name: string): Text =>
  found?.label ?? { "zh-CN": name, en: name };
