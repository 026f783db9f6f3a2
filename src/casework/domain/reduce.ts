// The fold: what a case is after its actions. Needs no law, limits or calendar, so a case reads the same for ever.
import type { Action, Step } from "./action.ts";
import { signersOf } from "./application.ts";
import { beginCase, type Case, type Decision, openReview, type Word } from "./case.ts";
import { isSame } from "./same.ts";
import type { Actor, IsoDate } from "./shapes.ts";

type Of<Name extends Step["do"]> = Extract<Step, { do: Name }>;

/** A case from the list of its actions; they were checked by `apply` when they were added. */
export const fold = (service: string, actions: readonly Action[]): Case =>
  actions.reduce(reduce, beginCase(service));

export function reduce(before: Case, action: Action): Case {
  const { step, on, by } = action;
  const next: Case = { ...before, version: before.version + 1 };
  switch (step.do) {
    case "draft":
      return { ...next, application: step.application };
    case "submit":
      return withWord(submitted(next, action), wordOfApplicant(next, action));
    case "consent":
      return withWord(next, wordOf(step, action));
    case "assign":
      return { ...next, handler: step.to };
    case "accept":
      return { ...next, stage: "accepted", accepted: on };
    case "return": {
      const notice = { on, by: nameOf(by), missing: step.missing, answered: null };
      return { ...next, stage: "returned", notices: [...next.notices, notice] };
    }
    case "answer":
      return answered(next, action, step);
    case "check": {
      const { seen, note } = step;
      return { ...next, stage: "checked", checks: [...next.checks, { seen, note }] };
    }
    case "extend":
      return { ...next, extended: next.extended + step.days };
    case "decide": {
      const decision = decisionOf(step, action, "first");
      const hands = [...next.hands, nameOf(by)];
      return step.second
        ? { ...next, stage: "proposed", proposal: decision, proposedAt: next.stage, hands }
        : decideCase({ ...next, hands }, decision);
    }
    case "approve":
      if (next.proposal === null) return next;
      return decideCase(
        { ...next, proposal: null, hands: [...next.hands, nameOf(by)] },
        { ...next.proposal, on, approvedBy: nameOf(by) },
      );
    case "send-back":
      return { ...next, stage: next.proposedAt, proposal: null };
    case "effect": {
      const { members, receipt, corrects } = step;
      const effect = { on, decision: next.decisions.length - 1, members, receipt, corrects };
      return { ...next, stage: "effected", effects: [...next.effects, effect] };
    }
    case "deliver":
      return delivered(next, on);
    case "withdraw":
      return { ...next, stage: "withdrawn", proposal: null };
    case "ask-review": {
      const { against, why, heard } = step;
      const review = { on, signer: signerOf(step, by), against, why, heard, decided: null };
      return { ...next, closed: null, reviews: [...next.reviews, review] };
    }
    case "decide-review":
      return reviewed(next, action, step);
    case "rate":
      return { ...next, rated: true };
    case "close":
      return { ...next, closed: on };
  }
}

/** Who an action names: the citizen, or the member of staff by their account. */
export const nameOf = (by: Actor): string =>
  by.kind === "resident" ? by.citizen : by.kind === "staff" ? by.subject : "clock";

const submitted = (next: Case, { on }: Action): Case => ({
  ...next,
  stage: "submitted",
  submitted: next.submitted ?? on,
  received: on,
});

/**
 * A notice that came after acceptance does not undo it. Who consented did so to the form as it was: where that changes,
 * only the applicant's word stands, who changed it.
 */
function answered(next: Case, { on }: Action, { application }: Of<"answer">): Case {
  const notices = next.notices.map((notice) => ({ ...notice, answered: notice.answered ?? on }));
  const same = isSame(application.form, next.application?.form);
  const words = same ? next.words : next.words.filter(({ member }) => member === 0);
  const at = { ...next, application, notices, words };
  return next.accepted === null
    ? { ...at, stage: "submitted", received: on }
    : { ...at, stage: "accepted" };
}

function wordOfApplicant({ application }: Case, { on, by, step }: Action): Word {
  const [first] = application?.people ?? [];
  const [own] = first === undefined ? [] : signersOf(first, on);
  const signer = by.kind === "resident" ? by.citizen : (own ?? nameOf(by));
  const paper = step.do === "submit" ? step.onPaper : null;
  return { member: 0, signer, says: "yes", heard: null, on, session: sessionOf(by), paper };
}

function wordOf(step: Of<"consent">, { on, by }: Action): Word {
  const { member, says, heard, window } = step;
  const signer = signerOf(step, by);
  return { member, signer, says, heard, on, session: sessionOf(by), paper: window?.paper ?? null };
}

/** Whose word a step is that everyone of a case may say for themselves. */
export const signerOf = ({ window }: Of<"consent"> | Of<"ask-review">, by: Actor): string =>
  window === null ? nameOf(by) : window.signer;

export const sessionOf = (by: Actor): string => (by.kind === "clock" ? "clock" : by.session);

/** Only the last word of each signer about each member counts. */
function withWord(state: Case, word: Word): Case {
  const { member, signer, session } = word;
  const others = state.words.filter((each) => each.member !== member || each.signer !== signer);
  return {
    ...state,
    words: [...others, word],
    sittings: [...state.sittings, { session, signer }],
  };
}

function decisionOf(
  step: Of<"decide"> | Of<"decide-review">,
  { on, by }: Action,
  from: Decision["from"],
): Decision {
  const { granted, clause, reasons, remedies, advice, against } = step;
  return {
    on,
    by: nameOf(by),
    approvedBy: null,
    from,
    granted,
    clause,
    reasons,
    remedies,
    advice,
    against,
    delivered: null,
  };
}

const decideCase = (next: Case, decision: Decision): Case => ({
  ...next,
  stage: decision.granted.length > 0 ? "granted" : "refused",
  decisions: [...next.decisions, decision],
});

/** Everything decided and not yet told is told with it. */
const delivered = (next: Case, on: IsoDate): Case => ({
  ...next,
  decisions: next.decisions.map((each) => ({ ...each, delivered: each.delivered ?? on })),
  reviews: next.reviews.map((each) =>
    each.decided === null
      ? each
      : { ...each, decided: { ...each.decided, delivered: each.decided.delivered ?? on } },
  ),
});

function reviewed(next: Case, action: Action, step: Of<"decide-review">): Case {
  const open = openReview(next);
  const { outcome, reasons, remedies } = step;
  const by = nameOf(action.by);
  const decided = { on: action.on, by, outcome, reasons, remedies, delivered: null };
  const reviews = next.reviews.map((review) => (review === open ? { ...review, decided } : review));
  const at = { ...next, reviews, hands: [...next.hands, nameOf(action.by)] };
  if (outcome !== "reversed") return at;
  const decision = decisionOf(step, action, "review");
  // What was done is undone in the register too, so there is something to carry out either way.
  const stage = step.granted.length > 0 || registeredBy(next).length > 0 ? "granted" : "refused";
  return { ...at, stage, decisions: [...at.decisions, decision] };
}

/** Whom the effects so far left registered. */
export function registeredBy({ effects }: Case): readonly number[] {
  const undone = effects.flatMap((each) => (each.corrects === null ? [] : each.members));
  const done = effects.flatMap((each) => (each.corrects === null ? each.members : []));
  return done.filter((member) => !undone.includes(member));
}
