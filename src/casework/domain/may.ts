// Who may take which step when, whatever the step says.
import type { StepName } from "./action.ts";
import { type Application, isApplicant, isConcerned, signersOf } from "./application.ts";
import { type Case, isUntold, lastDecision, openReview, type Stage } from "./case.ts";
import { carrying } from "./consent.ts";
import { isOver, deadlines } from "./deadlines.ts";
import type { Terms } from "./declaration.ts";
import { registeredBy } from "./reduce.ts";
import { type Refusal, type RefusalCode, refusal } from "./refusal.ts";
import type { Actor, IsoDate } from "./shapes.ts";

const stages: Readonly<Record<StepName, readonly Stage[]>> = {
  draft: ["draft"],
  submit: ["draft"],
  consent: ["submitted", "returned", "accepted", "checked", "proposed", "granted"],
  assign: [
    "submitted",
    "returned",
    "accepted",
    "checked",
    "proposed",
    "granted",
    "refused",
    "effected",
  ],
  accept: ["submitted"],
  return: ["submitted", "accepted", "checked"],
  answer: ["returned"],
  check: ["accepted", "checked"],
  extend: ["accepted", "checked"],
  decide: ["checked", "returned"],
  approve: ["proposed"],
  "send-back": ["proposed"],
  effect: ["granted"],
  deliver: ["accepted", "checked", "proposed", "granted", "refused", "effected"],
  withdraw: ["draft", "submitted", "returned", "accepted", "checked", "proposed", "granted"],
  "ask-review": ["accepted", "checked", "proposed", "granted", "refused", "effected"],
  "decide-review": ["accepted", "checked", "proposed", "granted", "refused", "effected"],
  rate: ["granted", "refused", "effected"],
  close: ["withdrawn", "refused", "effected"],
};

/** The first reason why the actor may not take the step on the day; undefined where they may. */
export function whyNot(
  name: StepName,
  state: Case,
  actor: Actor,
  today: IsoDate,
  terms: Terms,
): Refusal | undefined {
  const code =
    wrongPerson(name, state, actor, today, terms) ??
    (stages[name].includes(state.stage) && state.closed === null
      ? wrongTime(name, state, actor, today, terms)
      : "not-now");
  return code === undefined ? undefined : refusal(code);
}

/** What residents do themselves, or at a window with a clerk. */
const own = ["draft", "submit", "consent", "answer", "withdraw", "ask-review", "rate"] as const;
type Own = (typeof own)[number];
const isOwn = (name: StepName): name is Own => own.some((each) => each === name);

function wrongPerson(
  name: StepName,
  { application }: Case,
  actor: Actor,
  today: IsoDate,
  { declaration }: Terms,
): RefusalCode | undefined {
  if (actor.kind === "clock")
    return name === "accept" || name === "close" ? undefined : "not-your-role";
  if (actor.kind === "resident") return wrongResident(name, application, actor, today);
  if (
    application !== undefined &&
    actor.citizen !== null &&
    isConcerned(application, actor.citizen)
  )
    return "own-case";
  if (application !== undefined && application.county !== actor.county) return "other-county";
  if (isOwn(name))
    return actor.role === "window-clerk" && name !== "rate" ? undefined : "not-your-role";
  return declaration.roles[name].includes(actor.role) ? undefined : "not-your-role";
}

function wrongResident(
  name: StepName,
  application: Application | undefined,
  actor: Extract<Actor, { kind: "resident" }>,
  today: IsoDate,
): RefusalCode | undefined {
  if (!isOwn(name)) return "not-your-role";
  if (application === undefined) return name === "draft" ? undefined : "nothing-drafted";
  if (name === "ask-review")
    return isConcerned(application, actor.citizen) ? undefined : "not-yours";
  if (name !== "consent") return isApplicant(application, actor, today) ? undefined : "not-yours";
  const signs = application.people.some((each) => signersOf(each, today).includes(actor.citizen));
  return signs ? undefined : "not-the-signer";
}

function wrongTime(
  name: StepName,
  state: Case,
  actor: Actor,
  today: IsoDate,
  terms: Terms,
): RefusalCode | undefined {
  switch (name) {
    case "submit":
      return state.application === undefined ? "nothing-drafted" : undefined;
    case "extend": {
      if (state.extended > 0) return "extended-before";
      const late = deadlines(state, terms, today).some(isSilence);
      return late ? "too-late-to-extend" : undefined;
    }
    case "decide":
      return state.stage === "returned" && !answerIsOver(state, today, terms)
        ? "not-now"
        : undefined;
    case "approve":
    case "send-back":
      return actor.kind === "staff" && state.proposal?.by === actor.subject
        ? "same-person"
        : undefined;
    case "effect":
      return whyNoEffect(state, today, terms);
    case "deliver":
      return isUntold(state) ? undefined : "not-now";
    case "withdraw":
      return state.effects.length > 0 ? "not-now" : undefined;
    case "consent":
      return state.effects.length > 0 &&
        registeredBy(state).length === state.application?.people.length
        ? "already-registered"
        : undefined;
    case "ask-review":
      return whyNoReview(state, today, terms);
    case "decide-review":
      if (openReview(state) === undefined) return "not-now";
      return actor.kind === "staff" && state.hands.includes(actor.subject)
        ? "took-part"
        : undefined;
    case "rate":
      if (state.rated) return "rated-before";
      return typeof lastDecision(state)?.delivered === "string" ? undefined : "not-now";
    case "close":
      return whyNotClosed(state, today, terms);
    case "accept":
      return actor.kind === "clock" && !isDeemedAccepted(state, today, terms)
        ? "not-now"
        : undefined;
    default:
      return undefined;
  }
}

/** Nobody said anything within the time for accepting (Administrative Licensing Law art. 32). */
export const isDeemedAccepted = (
  { stage, received }: Case,
  today: IsoDate,
  terms: Terms,
): boolean =>
  stage === "submitted" && received !== null && isOver("accept", received, today, terms);

const answerIsOver = ({ notices }: Case, today: IsoDate, terms: Terms): boolean => {
  const last = notices.at(-1);
  return last !== undefined && isOver("answer", last.on, today, terms);
};

/** The authority let the time for deciding pass. */
const isSilence = (each: ReturnType<typeof deadlines>[number]): boolean =>
  each.limit.limit === "decide" && each.limit.kind !== "promised" && each.overdue;

/** Everyone's will, or the time for giving it is over; then those go who are willing, and it shows of nobody else why. */
function whyNoEffect(state: Case, today: IsoDate, terms: Terms): RefusalCode | undefined {
  const { movers, waiting, undone } = carrying(state, today);
  if (undone.length > 0) return undefined;
  if (movers.length === 0) return "consent-missing";
  const since = lastDecision(state)?.on;
  const over = since !== undefined && isOver("consent", since, today, terms);
  return waiting.length === 0 || over ? undefined : "consent-missing";
}

function whyNoReview(state: Case, today: IsoDate, terms: Terms): RefusalCode | undefined {
  if (openReview(state) !== undefined) return "under-review";
  const decision = lastDecision(state);
  if (decision === undefined || state.stage === "proposed")
    return deadlines(state, terms, today).some(isSilence) ? undefined : "not-silent";
  if (decision.delivered === null) return "not-told-yet";
  if (isReviewed(state)) return "reviewed-before";
  return isOver("ask-review", decision.delivered, today, terms) ? "too-late" : undefined;
}

/** Review is asked for once; after that the way is to the court. */
const isReviewed = (state: Case): boolean =>
  state.reviews.some(({ against }) => against === "decision");

function whyNotClosed(state: Case, today: IsoDate, terms: Terms): RefusalCode | undefined {
  if (openReview(state) !== undefined) return "under-review";
  if (state.stage === "withdrawn") return undefined;
  const told = lastDecision(state)?.delivered;
  if (isUntold(state) || typeof told !== "string") return "not-told-yet";
  return isReviewed(state) || isOver("ask-review", told, today, terms)
    ? undefined
    : "time-not-over";
}
