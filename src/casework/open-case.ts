import { todayOf } from "../register/index.ts";
import { type Casework, getService, inCounties, termsOf } from "./casework.ts";
import type { ApplicationDraft } from "./contract.ts";
import { beginCase } from "./domain/case.ts";
import type { Paper } from "./domain/shapes.ts";
import { resolveApplication } from "./resolve-application.ts";
import { saveActions, trySteps } from "./save-steps.ts";
import { insertCase } from "./store/cases.ts";
import { findReceipt } from "./store/receipts.ts";
import { newCaseKey, type Signed, type StoredCase } from "./stored-case.ts";
import { answerAgain, digestOf, type StepOutcome } from "./take-step.ts";

export type NewCaseRequest = {
  readonly service: string;
  readonly application: ApplicationDraft;
  /** At a window: what the applicant signed. */
  readonly onPaper: Paper | null;
  readonly key: string;
  readonly signed: Signed;
};

/** Keeps a first draft as a new case. */
export async function openCase(
  casework: Casework,
  { service, application, onPaper, key: sentKey, signed }: NewCaseRequest,
): Promise<StepOutcome> {
  const today = todayOf(casework.register.clock());
  const resolved = await resolveApplication(casework, service, application, signed, today);
  const { county } = application;
  const sent = { key: sentKey, digest: digestOf({ service, application, onPaper }) };
  return inCounties(casework, [county], async (tx): Promise<StepOutcome> => {
    const earlier = await findReceipt(tx, county, sentKey);
    if (earlier !== undefined) return answerAgain(earlier, sent, signed);
    if (!resolved.ok) return { kind: "refused", reasons: resolved.reasons };
    const step = { do: "draft", application: resolved.application, onPaper } as const;
    const terms = termsOf(casework, getService(casework, service));
    const tried = trySteps(beginCase(service), [step], signed, today, terms);
    if (!tried.ok) return { kind: "refused", reasons: tried.reasons };
    const { key, reference } = newCaseKey(casework, today);
    const applicant = resolved.people.find(({ role }) => role === "applicant");
    const made = {
      county,
      case: key,
      reference,
      service,
      person: applicant?.person ?? null,
      people: resolved.application.people.length,
      opened: casework.register.clock().toISOString(),
      version: 1,
    };
    await insertCase(tx, made);
    const stored: StoredCase = {
      row: { ...made, version: 0, stage: "draft", ...unsettled },
      actions: [],
      state: beginCase(service),
    };
    const saving = { sent, signed, today, people: resolved.people, onlyFor: -1 };
    return { kind: "done", receipt: await saveActions(tx, casework, stored, tried, saving) };
  });
}

const unsettled = {
  handler: null,
  submitted: null,
  decided: null,
  due: null,
  against: false,
  reversed: false,
  inReview: false,
} as const;
