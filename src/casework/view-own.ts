// What residents see of the cases that are about them.
import type { z } from "zod";
import { answersOf } from "../exchange/index.ts";
import { findOwnFamily, todayOf } from "../register/index.ts";
import { type Casework, getService, inCounties, termsOf } from "./casework.ts";
import type { OwnCase, ownCases } from "./contract.ts";
import { isApplicant, mustBeHeard, signersOf, signsAlone } from "./domain/application.ts";
import { allowed, asOf, happened } from "./domain/apply.ts";
import { type Case, lastDecision } from "./domain/case.ts";
import { remedyDays } from "./domain/deadlines.ts";
import { registeredBy } from "./domain/reduce.ts";
import { residentView } from "./domain/view.ts";
import { takesPapers } from "./documents/keep-document.ts";
import { shownDocument } from "./documents/shown-document.ts";
import { draftAgain } from "./draft-again.ts";
import { lettersOf, namesIn } from "./letters.ts";
import {
  deadlinesOf,
  departmentsOf,
  noticeOf,
  peopleOf,
  sentLetter,
  staffIn,
  summaryOf,
  timelineOf,
} from "./shown.ts";
import { type CaseRow, findCase } from "./store/cases.ts";
import { listDocuments } from "./store/documents.ts";
import { findOwnCase, findOwnCases, listOwnActions, type OwnPlace } from "./store/own.ts";
import type { Signed } from "./stored-case.ts";
import type { Action } from "./domain/action.ts";

/** Where a case of one's own is kept; undefined for one that is not one's own. */
export const findOwnPlace = (
  casework: Casework,
  person: number,
  key: string,
): Promise<OwnPlace | undefined> => inCounties(casework, [], (tx) => findOwnCase(tx, person, key));

/** One's own cases, newest first. A draft is its applicant's; whoever else it names hears of it once it is handed in. */
export async function viewOwnCases(
  casework: Casework,
  signed: Signed,
): Promise<z.infer<typeof ownCases>> {
  const { person, actor } = signed;
  if (person === null || actor.kind !== "resident") return [];
  const today = todayOf(casework.register.clock());
  const places = await inCounties(casework, [], (tx) => findOwnCases(tx, person));
  const counties = [...new Set(places.map(({ county }) => county))];
  return inCounties(casework, counties, async (tx) => {
    const shown = [];
    for (const place of places) {
      const row = await findCase(tx, place.county, place.case);
      const actions = (await listOwnActions(tx, person, place)).map(({ payload }) => payload);
      if (row === undefined || actions.length === 0) continue;
      const view = residentView(row.service, actions, actor.citizen);
      if (!isTold(view.case, signed, today)) continue;
      const service = getService(casework, row.service);
      const terms = termsOf(casework, service);
      const may = allowed(view.case, actor, today, terms);
      const registered = registeredBy(view.case);
      const words = may.includes("consent") ? wordsOf(view.case, actor.citizen, today) : [];
      shown.push({
        ...summaryOf(row, service.declaration.title),
        stage: asOf(view.case, today, terms).stage,
        role: place.role,
        toSign: words.flatMap(({ member, says }) =>
          says === null && !registered.includes(member) ? [member] : [],
        ),
        toAnswer: may.includes("answer"),
      });
    }
    return shown;
  });
}

/** Nobody hears of somebody else's draft. */
const isTold = (state: Case, { actor }: Signed, today: string): boolean =>
  state.stage !== "draft" ||
  (state.application !== undefined && isApplicant(state.application, actor, today));

/** A case as one of its people sees it: of consents only their own. */
export async function viewOwnCase(
  casework: Casework,
  signed: Signed,
  key: string,
): Promise<OwnCase | undefined> {
  const { person, actor } = signed;
  if (person === null || actor.kind !== "resident") return undefined;
  const place = await findOwnPlace(casework, person, key);
  if (place === undefined) return undefined;
  const today = todayOf(casework.register.clock());
  const read = await inCounties(casework, [place.county], async (tx) => ({
    row: await findCase(tx, place.county, key),
    stored: await listOwnActions(tx, person, place),
    documents: await listDocuments(tx, place.county, key),
  }));
  const { row } = read;
  if (row === undefined || read.stored.length === 0) return undefined;
  const stored = read.stored.map(({ payload }) => payload);
  const { case: seen, actions } = residentView(row.service, stored, actor.citizen);
  if (!isTold(seen, signed, today)) return undefined;
  const service = getService(casework, row.service);
  const terms = termsOf(casework, service);
  const now = asOf(seen, today, terms);
  const names = await namesIn(casework, staffIn(actions, now));
  const { application } = now;
  const isTheirs = application !== undefined && isApplicant(application, actor, today);
  const family = isTheirs ? await findOwnFamily(casework.register, person, today) : [];
  const mine = new Set([actor.citizen]);
  return {
    ...summaryOf(row, service.declaration.title),
    stage: now.stage,
    version: seen.version,
    destination: (application && service.destinationOf(application.form)) ?? null,
    proofs: isTheirs ? await proofsOf(casework, row, person) : null,
    application: isTheirs ? draftAgain(application, family) : null,
    people: peopleOf(now, (citizen) => mine.has(citizen)),
    words: wordsOf(now, actor.citizen, today),
    allowed: [...allowed(now, actor, today, terms)],
    deadlines: deadlinesOf(now, terms, today),
    notice: isTheirs ? noticeOf(now) : null,
    timeline: timelineOf([...actions, ...happened(seen, today, terms)], actor, names),
    letters: told(lettersOf(casework, row.county, now, names), now, actions).map(sentLetter),
    reviewUntil: remedyDays(lastDecision(now)?.delivered ?? null, terms)?.review ?? null,
    documents: isTheirs
      ? read.documents.map((each) => shownDocument(casework.exchange.pack, each))
      : [],
    takesPapers: isTheirs && takesPapers(now.stage),
    registered: [...registeredBy(now)],
    rated: now.rated,
  };
}

/** What departments stated about the applicant. */
async function proofsOf(
  casework: Casework,
  { county, reference, person: applicant }: CaseRow,
  person: number,
): Promise<OwnCase["proofs"]> {
  // A guardian acts for the applicant; the records are the applicant's own.
  if (applicant !== person) return null;
  const answers = await inCounties(casework, [county], (tx) =>
    answersOf(tx, { county, caseReference: reference, person }),
  );
  const departments = departmentsOf(casework.exchange.pack, answers.open);
  return { records: { ...answers.records }, departments };
}

/** Whom somebody signs for, and what they said last. */
const wordsOf = ({ application, words }: Case, citizen: string, today: string): OwnCase["words"] =>
  (application?.people ?? []).flatMap((participant, member) =>
    signersOf(participant, today).includes(citizen)
      ? [
          {
            member,
            says:
              words.find((word) => word.member === member && word.signer === citizen)?.says ?? null,
            self: signsAlone(participant, today),
            hear: mustBeHeard(participant, today),
          },
        ]
      : [],
  );

/** A decision is told by its delivery; its letter is there from then on. */
const told = (
  letters: ReturnType<typeof lettersOf>,
  { decisions, reviews }: Case,
  actions: readonly Action[],
): ReturnType<typeof lettersOf> => {
  const waits =
    decisions.some(({ delivered }) => delivered === null) ||
    reviews.some(({ decided }) => decided?.delivered === null);
  const last = actions.findLast(({ step }) => step.do === "deliver")?.on;
  return letters.filter(
    ({ kind, on }) => kind === "notice" || !waits || (last !== undefined && on < last),
  );
};
