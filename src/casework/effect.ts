import { createHash } from "node:crypto";
import type { Transaction } from "../platform/postgres/index.ts";
import { describeRemarks, performDecided, todayOf } from "../register/index.ts";
import { advise } from "./advise.ts";
import {
  type Arrangement,
  type Casework,
  getService,
  inCounties,
  type MadeAct,
  termsOf,
} from "./casework.ts";
import type { DeskStep } from "./desk/contract.ts";
import { findNames } from "../identity/index.ts";
import type { Advice, Step } from "./domain/action.ts";
import { type Case, lastDecision } from "./domain/case.ts";
import { needsSecond } from "./domain/declaration.ts";
import { grantOf, undoingOf } from "./domain/grant.ts";
import { type RefusalCode, refusalTexts } from "./domain/refusal.ts";
import { givenIn } from "./plan-step.ts";
import { type Ground, saveActions, trySteps } from "./save-steps.ts";
import { openFor, type StepOutcome, type StepRequest } from "./take-step.ts";
import type { StoredCase } from "./stored-case.ts";
import { findReceipt, type StepReceipt } from "./store/receipts.ts";

type EffectStep = Extract<DeskStep, { do: "effect" | "complete" }>;

export type EffectRequest = Omit<StepRequest, "body"> & { readonly body: EffectStep };

/**
 * Carries out a decision: the act of the register and the case's own action in one transaction, so that there are both
 * or neither. The act's key follows from the case and the decision: however often it is asked for, it is done once.
 */
export async function takeEffect(casework: Casework, request: EffectRequest): Promise<StepOutcome> {
  const { county, signed } = request;
  const today = todayOf(casework.register.clock());
  const looked = await inCounties(casework, [county], (tx) => look(tx, casework, request, today));
  if (looked.kind !== "ready") return looked;
  const { state, before, after } = looked;
  const made = await makeAct(casework, request, state, today);
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
      const terms = termsOf(casework, getService(casework, stored.row.service));
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
    // Done before under this key, by a request whose answer was lost: what became of the case is on record.
    return receipt === undefined
      ? inCounties(casework, [county], (tx) => said(tx, request))
      : { kind: "done", receipt };
  if (outcome.kind === "stopped") return outcome.why;
  // Somebody may have been quicker, so that it cannot be done any more.
  const now = await inCounties(casework, [county], (tx) => openFor(tx, request, today));
  if (now.kind !== "open") return now;
  if (outcome.kind === "refused") return { kind: "refused", reasons: remarks(outcome.refusals) };
  const clause = outcome.kind === "needs-second" ? outcome.clause : null;
  return outcome.kind === "key-taken"
    ? { kind: "stale" }
    : { kind: "refused", reasons: [{ ...domain("second-person"), clause }] };
}

type Looked =
  | {
      readonly kind: "ready";
      readonly service: string;
      /** As it is once `before` is done. */
      readonly state: Case;
      readonly before: readonly Step[];
      readonly after: readonly Step[];
    }
  | StepOutcome;

/** The case as it would be just before the effect: in one visit, everything up to the decision is done first. */
async function look(
  tx: Transaction,
  casework: Casework,
  request: EffectRequest,
  today: string,
): Promise<Looked> {
  const opened = await openFor(tx, request, today);
  if (opened.kind !== "open") return opened;
  const { stored } = opened;
  const service = stored.row.service;
  const ready = { kind: "ready", service } as const;
  const { body, signed } = request;
  if (body.do === "effect") return { ...ready, state: stored.state, before: [], after: [] };
  const after = [{ do: "deliver", how: "window" }] as const;
  const before = await stepsOfVisit(tx, casework, stored, body, today);
  if (before === undefined) return { kind: "refused", reasons: [notInOneVisit] };
  const terms = termsOf(casework, getService(casework, service));
  const tried = trySteps(stored.state, before, signed, today, terms);
  if (!tried.ok) return { kind: "refused", reasons: tried.reasons };
  return { ...ready, state: tried.state, before, after };
}

const notInOneVisit: Ground = {
  code: "not-in-one-visit",
  clause: "D2.4",
  text: {
    "zh-CN": "还不能一次办结：答复不是准予，或者要由第二个人审批。",
    en: "It cannot be finished in one visit: the advice is not to grant, or a second person has to decide.",
  },
};

/** What of a visit is still to do before the effect; undefined where it takes more than one person or another answer. */
async function stepsOfVisit(
  tx: Transaction,
  casework: Casework,
  stored: StoredCase,
  { seen, clause }: Extract<DeskStep, { do: "complete" }>,
  today: string,
): Promise<readonly Step[] | undefined> {
  const { stage, application } = stored.state;
  if (stage === "granted") return [];
  const advised = await advise(tx, casework, stored, today);
  if (!advised.ok || application === undefined) return undefined;
  const { advice } = advised.value;
  const granted = grantedBy(advice, application.people.length);
  const { declaration } = getService(casework, stored.row.service);
  if (granted === undefined || needsSecond(declaration, application, { granted, advice }))
    return undefined;
  const given = givenIn(casework, stored, advised.value, {
    do: "decide",
    granted: [...granted],
    clause,
    against: null,
  });
  return [
    ...(stage === "submitted" ? [{ do: "accept" } as const] : []),
    { do: "check", seen, note: null },
    { do: "decide", ...given, advice, second: false },
  ];
}

/** Everyone whom the advice grants; undefined where it does not grant, or leaves somebody open. */
export function grantedBy(
  { outcome, covered }: Advice,
  people: number,
): readonly number[] | undefined {
  if (outcome !== "granted" || covered.some(({ state }) => state === "unknown")) return undefined;
  return [...Array(people).keys()].filter(
    (member) =>
      member === 0 || covered.some((each) => each.member === member && each.state === "covered"),
  );
}

type Made =
  | {
      readonly ok: true;
      readonly act: Extract<MadeAct, { ok: true }>["act"];
      /** County whose clerks do the act. */
      readonly county: number;
      readonly members: readonly number[];
      readonly corrects: number | null;
    }
  | Extract<MadeAct, { ok: false }>;

/** The act of the register: registers those granted and willing, or takes a registration back. */
async function makeAct(
  casework: Casework,
  { county, body }: EffectRequest,
  state: Case,
  today: string,
): Promise<Made> {
  const service = getService(casework, state.service);
  const { household, seats, leftBehind } = body;
  const arrangement: Arrangement = { household, seats, leftBehind };
  const undoing = undoingOf(state, today);
  if (undoing !== undefined) {
    const made = await service.undoOf(undoing, county, arrangement);
    if (!made.ok) return made;
    const members = undoing.movers.map(({ member }) => member);
    const corrects = state.effects.findIndex(({ receipt }) => receipt === undoing.receipt);
    return { ...made, members, corrects };
  }
  const grant = grantOf(state, today);
  if (grant === undefined)
    return { ok: false, code: "consent-missing", clause: refusalTexts["consent-missing"].clause };
  const made = await service.actOf(grant, county, arrangement);
  if (!made.ok) return made;
  return { ...made, county, members: grant.movers.map(({ member }) => member), corrects: null };
}

/** The other person of a decision, whom the register names beside the one who carries it out. */
async function secondOf({ register }: Casework, state: Case, actor: string) {
  const decision = lastDecision(state);
  const second = [decision?.approvedBy, decision?.by].find(
    (account) => typeof account === "string" && account !== actor,
  );
  if (typeof second !== "string") return null;
  const names = await findNames(register.database, [second]);
  return { account: second, name: names.get(second) ?? second };
}

/** The receipt of the same request, or that the effect was another's. */
async function said(tx: Transaction, { county, key, signed }: EffectRequest): Promise<StepOutcome> {
  const found = await findReceipt(tx, county, key);
  return found === undefined || found.account !== signed.account
    ? { kind: "stale" }
    : { kind: "done", receipt: found };
}

/** A UUID that follows from the case and the decision (RFC 9562, version 8). */
function keyOf(county: number, key: string, decision: number): string {
  const bytes = createHash("sha256").update(`${county}/${key}/${decision}`).digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex", 0, 16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

const isDomain = (code: string): code is RefusalCode => Object.hasOwn(refusalTexts, code);

const domain = (code: RefusalCode): Ground => ({ code, ...refusalTexts[code] });

function groundOf(
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
