// What a step would lead to, before anybody takes it: the letter that people get, or what the register would become.
import type { z } from "zod";
import type { Transaction } from "../platform/postgres/index.ts";
import { type Looker, previewAct, todayOf } from "../register/index.ts";
import { makeAct } from "./act-of-case.ts";
import { type Casework, getService, inCounties, termsOf } from "./casework.ts";
import type { stepPreview, WeightyStep } from "./desk/contract.ts";
import type { Case } from "./domain/case.ts";
import { whyNot } from "./domain/may.ts";
import { refusalTexts } from "./domain/refusal.ts";
import { groundOf, lookAhead } from "./effect.ts";
import { lettersOf, namesIn, proposedLetter } from "./letters.ts";
import { planStep } from "./plan-step.ts";
import { type Ground, trySteps } from "./save-steps.ts";
import { sentLetter, staffIn } from "./shown.ts";
import { loadCase, type Signed, type StoredCase, versionSeen } from "./stored-case.ts";
import { mayOpen } from "./take-step.ts";

type StepPreview = z.infer<typeof stepPreview>;

export type PreviewRequest = {
  readonly county: number;
  readonly case: string;
  readonly seen: number;
  readonly signed: Signed;
  readonly looker: Looker;
  readonly body: WeightyStep;
};

export type Previewed =
  | { readonly kind: "seen"; readonly preview: StepPreview }
  | { readonly kind: "stale" }
  | { readonly kind: "unknown" };

type Effecting = Extract<WeightyStep, { do: "effect" | "complete" }>;

const isEffect = (body: WeightyStep): body is Effecting =>
  body.do === "effect" || body.do === "complete";

type Ahead = { readonly state: Case } | { readonly reasons: readonly Ground[] };

/** Tries a step on a case as its sender saw it, and says what would come of it; nothing is written but the look. */
export async function previewStep(casework: Casework, request: PreviewRequest): Promise<Previewed> {
  const { county, signed, body } = request;
  const today = todayOf(casework.register.clock());
  const tried = await inCounties(casework, [county], async (tx) => {
    const stored = await loadCase(tx, county, request.case);
    if (stored === undefined || !mayOpen(stored, signed, today)) return undefined;
    const { row, actions } = stored;
    if (versionSeen(row.service, actions, signed.actor, today) !== request.seen) return null;
    return { stored, ahead: await aheadOf(tx, casework, stored, { body, signed, today }) };
  });
  if (tried === undefined) return { kind: "unknown" };
  if (tried === null) return { kind: "stale" };
  const { stored, ahead } = tried;
  if ("reasons" in ahead)
    return { kind: "seen", preview: { ...nothing, ...refused(ahead.reasons) } };
  const { state } = ahead;
  const letter = await newLetter(casework, county, stored.state, state);
  const second = state.stage === "proposed";
  const looker = { ...request.looker, reference: stored.row.reference };
  const act = isEffect(body)
    ? await actAhead(casework, { county, body, looker }, state, today)
    : {};
  return { kind: "seen", preview: { ...nothing, letter, second, ...act } };
}

const nothing: StepPreview = { refusals: [], letter: null, second: false, act: null };

const refused = (reasons: readonly Ground[]): Pick<StepPreview, "refusals"> => ({
  refusals: reasons.map(({ code, clause, text }) => ({ code, clause, text: { ...text } })),
});

/** The case as the step would leave it; for an effect, as it would be just before. */
async function aheadOf(
  tx: Transaction,
  casework: Casework,
  stored: StoredCase,
  {
    body,
    signed,
    today,
  }: { readonly body: WeightyStep; readonly signed: Signed; readonly today: string },
): Promise<Ahead> {
  const terms = termsOf(casework, getService(casework, stored.row.service));
  if (isEffect(body)) {
    const ahead = await lookAhead(tx, casework, stored, { body, signed }, today);
    if (ahead.kind === "refused") return ahead;
    const wrong = whyNot("effect", ahead.state, signed.actor, today, terms);
    if (wrong === undefined) return ahead;
    return { reasons: [{ code: wrong.code, ...refusalTexts[wrong.code] }] };
  }
  const wanted = { body, signed, today, application: undefined };
  const planned = await planStep(tx, casework, stored, wanted);
  return planned.ok ? trySteps(stored.state, planned.steps, signed, today, terms) : planned;
}

/** The letter that there was not before: of a decision, also one that waits, of a notice, of a review. */
async function newLetter(
  casework: Casework,
  county: number,
  before: Case,
  after: Case,
): Promise<StepPreview["letter"]> {
  const names = await namesIn(casework, staffIn([], after));
  const proposed = proposedLetter(casework, county, after, names);
  const count = lettersOf(casework, county, before, names).length;
  const letters = lettersOf(casework, county, after, names);
  const letter = before.proposal === null ? (proposed ?? letters.slice(count).at(-1)) : undefined;
  return letter === undefined ? null : sentLetter(letter);
}

async function actAhead(
  casework: Casework,
  {
    county,
    body,
    looker,
  }: { readonly county: number; readonly body: Effecting; readonly looker: Looker },
  state: Case,
  today: string,
): Promise<Partial<StepPreview>> {
  const made = await makeAct(casework, county, body, state, today);
  if (!made.ok) return refused([groundOf(casework, state.service, made)]);
  const act = await previewAct(casework.register, made.county, made.act, looker);
  return { act };
}
