// What staff see of a case. Each look is noted down for everyone whom it is about.
import { findRegistrations, type Looker, noteLookUp, todayOf } from "../register/index.ts";
import { advise, type Advised } from "./advise.ts";
import { type Casework, getService, inCounties, termsOf } from "./casework.ts";
import type { DeskCase } from "./desk/contract.ts";
import { type Application, mustBeHeard, signsAlone } from "./domain/application.ts";
import { allowed, asOf } from "./domain/apply.ts";
import type { Case } from "./domain/case.ts";
import { needsSecond } from "./domain/declaration.ts";
import { registeredBy } from "./domain/reduce.ts";
import { staffView } from "./domain/view.ts";
import { grantedBy } from "./one-visit.ts";
import { shownDocument } from "./documents/shown-document.ts";
import { lettersOf, namesIn, proposedLetter } from "./letters.ts";
import { askableIn, missingIn } from "./missing.ts";
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
import { listDocuments } from "./store/documents.ts";
import { listPeople } from "./store/cases.ts";
import { loadCase, type Signed } from "./stored-case.ts";
import { mayOpen } from "./take-step.ts";
import { statedFacts, wordedRecords } from "./worded.ts";

/** A case with the engine's advice of today; undefined where there is none for staff to see. */
export async function viewCase(
  casework: Casework,
  { county, case: key }: { readonly county: number; readonly case: string },
  signed: Signed,
  looker: Looker,
): Promise<DeskCase | undefined> {
  const today = todayOf(casework.register.clock());
  const read = await inCounties(casework, [county], async (tx) => {
    const stored = await loadCase(tx, county, key);
    if (stored === undefined || !mayOpen(stored, signed, today)) return undefined;
    const advised = await advise(tx, casework, stored, today);
    const documents = await listDocuments(tx, county, key);
    return { stored, advised, documents, people: await listPeople(tx, county, key) };
  });
  if (read === undefined) return undefined;
  const { stored, advised, people } = read;
  const seen = people.map(({ person, county: at }) => ({ person, county: at ?? county }));
  await inCounties(casework, [...new Set([county, ...seen.map((each) => each.county)])], (tx) =>
    noteLookUp(
      tx,
      casework.register,
      { ...looker, reference: stored.row.reference },
      "case",
      county,
      seen,
    ),
  );
  const { row } = stored;
  const service = getService(casework, row.service);
  const terms = termsOf(casework, service);
  const view = staffView(row.service, stored.actions, today);
  const now = asOf(view.case, today, terms);
  const names = await namesIn(casework, staffIn(view.actions, now));
  const { application } = now;
  if (application === undefined) return undefined;
  const registered = await findRegistrations(
    casework.register,
    application.people.flatMap(({ citizen }) => citizen ?? []),
  );
  const registrationOf = (member: number) =>
    registered.find(({ idNumber }) => idNumber === application.people[member]?.citizen);
  const advice = advised.ok ? advised.value : undefined;
  const proposed = proposedLetter(casework, row.county, now, names);
  return {
    ...summaryOf(row, service.declaration.title),
    stage: now.stage,
    version: view.case.version,
    handler:
      now.handler === null
        ? null
        : {
            account: now.handler,
            name: names.get(now.handler) ?? "",
            own: now.handler === signed.account,
          },
    application: {
      dossier: application.dossier,
      form: application.form,
      stated: [
        ...statedFacts(
          casework.exchange.pack,
          application.dossier["facts"],
          advice?.contradicted ?? [],
        ),
      ],
    },
    people: peopleOf(now, () => true).map((each) => ({
      ...each,
      ...signingOf(application, each.member, today),
      person: registrationOf(each.member)?.person ?? null,
      personCounty: registrationOf(each.member)?.county ?? null,
      willing: view.willing.includes(each.member),
    })),
    advice: advice === undefined ? null : shownAdvice(casework, advice),
    completable: isCompletable(now, advice, service.declaration),
    decisions: decisionsOf(now, names),
    reviews: now.reviews.map(({ on, against, why, decided }) => ({
      on,
      against,
      why,
      outcome: decided?.outcome ?? null,
    })),
    checks: now.checks.map(({ seen: papers, note }) => ({ seen: [...papers], note })),
    allowed: [...allowed(asOf(stored.state, today, terms), signed.actor, today, terms)],
    deadlines: deadlinesOf(now, terms, today),
    notice: noticeOf(now),
    timeline: timelineOf(view.actions, signed.actor, names),
    letters: lettersOf(casework, row.county, now, names).map(sentLetter),
    proposed: proposed === undefined ? null : sentLetter(proposed),
    documents: read.documents.map((each) => shownDocument(casework.exchange.pack, each)),
    registered: [...registeredBy(now)],
    receipts: now.effects.map(({ receipt }) => receipt),
  };
}

/** Who signs for one of the people: they themselves, or guardians who may have to listen to them first. */
function signingOf({ people }: Application, member: number, today: string) {
  const participant = people[member];
  if (participant === undefined)
    throw new Error("people are listed in the order of the application");
  return { alone: signsAlone(participant, today), hear: mustBeHeard(participant, today) };
}

function decisionsOf(
  { decisions, proposal }: Case,
  names: ReadonlyMap<string, string>,
): DeskCase["decisions"] {
  const all = [
    ...decisions.map((decision) => ({ decision, waits: false })),
    ...(proposal === null ? [] : [{ decision: proposal, waits: true }]),
  ];
  return all.map(({ decision: { on, by, approvedBy, from, granted, clause, against }, waits }) => ({
    on,
    by: names.get(by) ?? by,
    approvedBy: approvedBy === null ? null : (names.get(approvedBy) ?? approvedBy),
    from,
    granted: [...granted],
    clause,
    against,
    waits,
  }));
}

function shownAdvice(
  { exchange: { pack } }: Casework,
  advised: Advised,
): NonNullable<DeskCase["advice"]> {
  const { advice, explanation, dossier, open, contradicted } = advised;
  const label = (fact: string) =>
    pack.vocabulary.facts.find(({ name }) => name === fact)?.label ?? { "zh-CN": fact, en: fact };
  return {
    outcome: advice.outcome,
    law: advice.law,
    told: advice.told,
    covered: [...advice.covered],
    explanation: { ...explanation },
    records: [...wordedRecords(pack, dossier.records)],
    missing: missingIn(pack, advised).map((item) => ({ ...item })),
    askable: askableIn(pack, advised).map((item) => ({ ...item })),
    contradicted: contradicted.map((fact) => ({ fact, label: label(fact) })),
    departments: departmentsOf(pack, open),
  };
}

/** Whether one person may decide it as advised, today. */
function isCompletable(
  { stage, application }: Case,
  advised: Advised | undefined,
  declaration: Parameters<typeof needsSecond>[0],
): boolean {
  if (stage === "granted") return true;
  if (!["submitted", "accepted", "checked"].includes(stage)) return false;
  if (advised === undefined || application === undefined) return false;
  const granted = grantedBy(advised.advice, application.people.length);
  return (
    granted !== undefined &&
    !needsSecond(declaration, application, { granted, advice: advised.advice })
  );
}
