import type { Transaction } from "../platform/postgres/index.ts";
import { describeRemarks, performDecided, todayOf } from "../register/index.ts";
import { keyOf, type Made, makeAct, secondOf } from "./act-of-case.ts";
import { type Casework, getService, inCounties, termsOf } from "./casework.ts";
import type { DeskStep } from "./desk/contract.ts";
import type { Step } from "./domain/action.ts";
import type { Case } from "./domain/case.ts";
import { whyNot } from "./domain/may.ts";
import { type RefusalCode, refusalTexts } from "./domain/refusal.ts";
import { notInOneVisit, stepsOfVisit } from "./one-visit.ts";
import { type Ground, saveActions, trySteps } from "./save-steps.ts";
import { findReceipt, type StepReceipt } from "./store/receipts.ts";
import type { StoredCase } from "./stored-case.ts";
import { answerAgain, openFor, sentIn, type StepOutcome, type StepRequest } from "./take-step.ts";

type EffectStep = Extract<DeskStep, { do: "effect" | "complete" }>;

export type EffectRequest = Omit<StepRequest, "body"> & { readonly body: EffectStep };

/**
 * Carries out a decision: the act of the register and the case's own action in one transaction, so that there are both
 * or neither. The act's key follows from the case and the decision: however often it is asked for, it is done once.
 */
export async function takeEffect(casework: Casework, request: EffectRequest): Promise<StepOutcome> {
  const today = todayOf(casework.register.clock());
  const outcome = await tryEffect(casework, request, today);
  if (outcome.kind !== "refused") return outcome;
  // Somebody may have been quicker, so that it cannot be done any more.
  const now = await inCounties(casework, [request.county], (tx) => openFor(tx, request, today));
  return now.kind === "open" ? outcome : now;
}

async function tryEffect(
  casework: Casework,
  request: EffectRequest,
  today: string,
): Promise<StepOutcome> {
  const { county, signed } = request;
  const looked = await inCounties(casework, [county], async (tx) => {
    const opened = await openFor(tx, request, today);
    return opened.kind === "open" ? lookAhead(tx, casework, opened.stored, request, today) : opened;
  });
  if (looked.kind !== "ready") return looked;
  const { state, before, after } = looked;
  const terms = termsOf(casework, getService(casework, looked.service));
  const wrong = whyNot("effect", state, signed.actor, today, terms);
  if (wrong !== undefined) return { kind: "refused", reasons: [domain(wrong.code)] };
  const made = await makeAct(casework, county, request.body, state, today);
  if (!made.ok) return { kind: "refused", reasons: [groundOf(casework, looked.service, made)] };
  const actKey = keyOf(county, request.case, state.decisions.length - 1);
  const steps: readonly Step[] = [
    ...before,
    { do: "effect", members: made.members, receipt: actKey, corrects: made.corrects },
    ...after,
  ];
  let receipt: StepReceipt | undefined;
  const outcome = await performDecided<StepOutcome>(casework.register, {
    county: made.county,
    act: made.act,
    key: actKey,
    actor: { account: signed.account, name: signed.name },
    approver: await secondOf(casework, state, signed.account),
    beside: async (tx) => {
      const opened = await openFor(tx, request, today);
      if (opened.kind !== "open") return opened;
      const { stored, sent } = opened;
      const tried = trySteps(stored.state, steps, signed, today, terms);
      if (!tried.ok) return { kind: "refused", reasons: tried.reasons };
      receipt = await saveActions(tx, casework, stored, tried, {
        sent,
        signed,
        today,
        onlyFor: -1,
      });
      return undefined;
    },
  });
  if (outcome.kind === "done")
    // Done before, by a request whose answer was lost or by another page: what became of the case is on record. A
    // receipt made here meanwhile was taken back with its transaction.
    return outcome.before || receipt === undefined
      ? inCounties(casework, [county], (tx) => said(tx, request))
      : { kind: "done", receipt };
  if (outcome.kind === "stopped") return outcome.why;
  if (outcome.kind === "refused") return { kind: "refused", reasons: remarks(outcome.refusals) };
  if (outcome.kind === "key-taken") return { kind: "stale" };
  return { kind: "refused", reasons: [{ ...domain("second-person"), clause: outcome.clause }] };
}

type Ahead =
  | {
      readonly kind: "ready";
      readonly service: string;
      /** As it is once `before` is done. */
      readonly state: Case;
      readonly before: readonly Step[];
      readonly after: readonly Step[];
    }
  | Extract<StepOutcome, { kind: "refused" }>;

/** The case as it would be just before the effect: in one visit, everything up to the decision is done first. */
export async function lookAhead(
  tx: Transaction,
  casework: Casework,
  stored: StoredCase,
  { body, signed }: Pick<EffectRequest, "body" | "signed">,
  today: string,
): Promise<Ahead> {
  const service = stored.row.service;
  const ready = { kind: "ready", service } as const;
  if (body.do === "effect") return { ...ready, state: stored.state, before: [], after: [] };
  const after = [{ do: "deliver", how: "window" }] as const;
  const before = await stepsOfVisit(tx, casework, stored, body, today);
  if (before === undefined) return { kind: "refused", reasons: [notInOneVisit] };
  const terms = termsOf(casework, getService(casework, service));
  const tried = trySteps(stored.state, before, signed, today, terms);
  if (!tried.ok) return { kind: "refused", reasons: tried.reasons };
  return { ...ready, state: tried.state, before, after };
}

/** The receipt of the same request, or that the effect was another's. */
async function said(tx: Transaction, request: EffectRequest): Promise<StepOutcome> {
  const { county, key, signed } = request;
  const found = await findReceipt(tx, county, key);
  return found === undefined ? { kind: "stale" } : answerAgain(found, sentIn(request), signed);
}

const isDomain = (code: string): code is RefusalCode => Object.hasOwn(refusalTexts, code);

const domain = (code: RefusalCode): Ground => ({ code, ...refusalTexts[code] });

export function groundOf(
  casework: Casework,
  service: string,
  { code, clause }: Extract<Made, { ok: false }>,
): Ground {
  const text = isDomain(code)
    ? refusalTexts[code].text
    : (getService(casework, service).wordsFor(code) ?? { "zh-CN": code, en: code });
  return { code, clause, text };
}

/** The register's reasons, in both languages. */
function remarks(refusals: Parameters<typeof describeRemarks>[0]): readonly Ground[] {
  const [zh, en] = [describeRemarks(refusals, "zh-CN"), describeRemarks(refusals, "en")];
  return zh.map(({ code, clause, message }, place) => ({
    code,
    clause: clause ?? null,
    text: { "zh-CN": message, en: en[place]?.message ?? message },
  }));
}
