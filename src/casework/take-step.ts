import { createHash } from "node:crypto";
import { callOff } from "../exchange/index.ts";
import type { Transaction } from "../platform/postgres/index.ts";
import { bytesOf, findPersonByIdNumber, todayOf } from "../register/index.ts";
import { ask } from "./ask.ts";
import { type Casework, getService, inCounties, termsOf } from "./casework.ts";
import type { OwnStep } from "./contract.ts";
import type { DeskStep } from "./desk/contract.ts";
import { isApplicant, isConcerned } from "./domain/application.ts";
import { type Resolved, resolveAnswer, resolveApplication } from "./resolve-application.ts";
import { type Ground, saveActions, type Sent, trySteps } from "./save-steps.ts";
import { type StoredReceipt, type StepReceipt, findReceipt } from "./store/receipts.ts";
import { loadCase, type Signed, type StoredCase, versionSeen } from "./stored-case.ts";
import { planStep } from "./plan-step.ts";

/** A step as it comes: in which case, by whom, under which key, and which version its sender saw. */
export type StepRequest = {
  readonly county: number;
  readonly case: string;
  readonly key: string;
  readonly seen: number;
  readonly signed: Signed;
  readonly body: OwnStep | DeskStep;
};

export type StepOutcome =
  | { readonly kind: "done"; readonly receipt: StepReceipt }
  | { readonly kind: "refused"; readonly reasons: readonly Ground[] }
  /** The case is no longer as its sender saw it. */
  | { readonly kind: "stale" }
  /** The key was another step's. */
  | { readonly kind: "key-taken" }
  | { readonly kind: "unknown" };

/** Takes a step, once: the same request gives the same answer. */
export async function takeStep(casework: Casework, request: StepRequest): Promise<StepOutcome> {
  const { county, signed, body } = request;
  const today = todayOf(casework.register.clock());
  const resolved = await resolve(casework, request, today);
  const signer = await signerOf(casework, signed, body);
  return inCounties(casework, [county], async (tx): Promise<StepOutcome> => {
    const opened = await openFor(tx, request, today);
    if (opened.kind !== "open") return opened;
    const { stored, sent } = opened;
    // Only now: what was taken before gives its receipt, whatever has become of its people since.
    if (resolved?.ok === false) return { kind: "refused", reasons: resolved.reasons };
    const application = resolved?.ok === true ? resolved.application : undefined;
    const planned = await planStep(tx, casework, stored, { body, signed, today, application });
    if (!planned.ok) return { kind: "refused", reasons: planned.reasons };
    const terms = termsOf(casework, getService(casework, stored.row.service));
    const sitting = sittingOf(signed, body);
    const tried = trySteps(stored.state, planned.steps, sitting, today, terms);
    if (!tried.ok) return { kind: "refused", reasons: tried.reasons };
    const receipt = await saveActions(tx, casework, stored, tried, {
      sent,
      signed,
      today,
      onlyFor: signer,
      ...(resolved?.ok === true ? { people: resolved.people } : {}),
    });
    if (planned.asks === true) {
      const asked = await ask(tx, casework, { ...stored, state: tried.state }, signed, today);
      // Nothing of the step is kept where nobody could ever be asked: the caller's transaction ends here.
      if (!asked.ok) throw new NobodyToAsk(asked.reasons);
    }
    if (planned.callsOff === true) {
      const { reference: caseReference } = stored.row;
      await callOff(tx, casework.exchange, { county, caseReference });
    }
    return { kind: "done", receipt };
  }).catch((error: unknown) => {
    if (error instanceof NobodyToAsk) return { kind: "refused", reasons: error.reasons };
    throw error;
  });
}

/** Takes the transaction back: there are no rules for what was handed in. */
class NobodyToAsk extends Error {
  override readonly name = "NobodyToAsk";
  readonly reasons: readonly Ground[];
  constructor(reasons: readonly Ground[]) {
    super("nobody to ask");
    this.reasons = reasons;
  }
}

type Opened =
  | { readonly kind: "open"; readonly stored: StoredCase; readonly sent: Sent }
  | Extract<StepOutcome, { kind: "done" | "stale" | "key-taken" | "unknown" }>;

/** Locks a case for a step, if it is as the sender saw it; or says what became of the same request before. */
export async function openFor(
  tx: Transaction,
  request: StepRequest,
  today: string,
): Promise<Opened> {
  const { county, case: key, key: step, seen, signed } = request;
  const stored = await loadCase(tx, county, key, true);
  if (stored === undefined || !mayOpen(stored, signed, today)) return { kind: "unknown" };
  const sent = sentIn(request);
  const earlier = await findReceipt(tx, county, step);
  if (earlier !== undefined) return answerAgain(earlier, sent, signed);
  const version = versionSeen(stored.row.service, stored.actions, signed.actor, today);
  return version === seen ? { kind: "open", stored, sent } : { kind: "stale" };
}

/** How a step is known again. */
export const sentIn = ({ case: key, key: step, body }: StepRequest): Sent => ({
  key: step,
  digest: digestOf({ case: key, body }),
});

export const digestOf = (asked: object): Buffer =>
  createHash("sha256").update(bytesOf(asked)).digest();

/** The receipt of then, for the same request of the same account. */
export function answerAgain(
  { account, digest, ...receipt }: StoredReceipt,
  sent: Sent,
  signed: Signed,
): Extract<StepOutcome, { kind: "done" | "key-taken" }> {
  return account === signed.account && digest.equals(sent.digest)
    ? { kind: "done", receipt }
    : { kind: "key-taken" };
}

/**
 * What nobody handed in yet is its writer's own: the applicant's, or the window's where it was written there. Nobody at
 * a window opens a case of their own family.
 */
export function mayOpen(
  { row, actions, state }: StoredCase,
  { actor }: Signed,
  on: string,
): boolean {
  const { application } = state;
  const drafted = row.stage === "draft";
  if (application === undefined) return false;
  if (actor.kind === "resident") return !drafted || isApplicant(application, actor, on);
  if (actor.citizen !== null && isConcerned(application, actor.citizen)) return false;
  return !drafted || actions.at(-1)?.by.kind === "staff";
}

/** The application of a draft or an answer, with its people found. */
async function resolve(
  casework: Casework,
  { county, case: key, signed, body }: StepRequest,
  today: string,
): Promise<Resolved | undefined> {
  if (body.do !== "draft" && body.do !== "answer") return undefined;
  const stored = await inCounties(casework, [county], (tx) => loadCase(tx, county, key));
  if (stored === undefined) return undefined;
  const { service } = stored.row;
  if (body.do === "draft")
    return resolveApplication(casework, service, body.application, signed, today);
  const before = stored.state.application;
  return before && resolveAnswer(casework, service, before, body);
}

/** At a window each signer comes alone: the paper they signed there is a sitting of their own. */
function sittingOf(signed: Signed, body: OwnStep | DeskStep): Signed {
  if ((body.do !== "consent" && body.do !== "ask-review") || !("window" in body)) return signed;
  const { actor } = signed;
  return { ...signed, actor: { ...actor, session: `${actor.session} ${body.window.signer}` } };
}

const unknownPerson = -1;

/** Whose word a step is: their own, or at a window the signer's. */
async function signerOf(
  { register }: Casework,
  { person }: Signed,
  body: OwnStep | DeskStep,
): Promise<number> {
  if ((body.do === "consent" || body.do === "ask-review") && "window" in body)
    return (await findPersonByIdNumber(register, body.window.signer)) ?? unknownPerson;
  return person ?? unknownPerson;
}
