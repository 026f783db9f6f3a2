// Whether what a step says can stand; who may take it when is judged before.
import type { Action, Step } from "./action.ts";
import { isAgainst } from "./advice.ts";
import { type Application, isConcerned, mustBeHeard, signersOf } from "./application.ts";
import { type Case, lastDecision, openReview, refusedBy } from "./case.ts";
import { carrying } from "./consent.ts";
import { getLimit, needsSecond, type Terms } from "./declaration.ts";
import { whyNotReturned } from "./notice.ts";
import { registeredBy, sessionOf, signerOf } from "./reduce.ts";
import { type RefusalCode } from "./refusal.ts";
import { whyNotReversed } from "./reversal.ts";
import { isSame } from "./same.ts";
import type { Actor, Paper } from "./shapes.ts";
import { whyPeopleUnclear } from "./people.ts";

type Of<Name extends Step["do"]> = Extract<Step, { do: Name }>;

/** The first reason why the step cannot stand as it is said. */
export function whyWrong(state: Case, action: Action, terms: Terms): RefusalCode | undefined {
  const { step } = action;
  switch (step.do) {
    case "draft":
      return whyNotSigned(action.by, step.onPaper) ?? whyPeopleUnclear(step.application, action);
    case "answer":
      return whyNotSigned(action.by, step.onPaper) ?? whyOthers(state, step, action);
    case "submit":
    case "withdraw":
      return whyNotSigned(action.by, step.onPaper);
    case "ask-review": {
      const silence = lastDecision(state) === undefined || state.stage === "proposed";
      if ((step.against === "silence") !== silence) return silence ? "not-told-yet" : "not-silent";
      return whyNotAsked(state, step, action);
    }
    case "consent":
      return whyNoConsent(state, step, action);
    case "return":
      return whyNotReturned(state, step.missing, action.on);
    case "extend":
      return step.days > getLimit(terms, "extend").length ? "too-long" : undefined;
    case "decide":
      return whyNotDecided(state, step, action, terms);
    case "effect":
      return whyNotEffected(state, step, action);
    case "decide-review":
      return openReview(state) === undefined ? "not-now" : whyNotReversed(state, step);
    default:
      return undefined;
  }
}

/** A resident signs by signing in; at a window it takes a paper. */
const whyNotSigned = (by: Actor, onPaper: Paper | null): RefusalCode | undefined =>
  (by.kind === "staff") === (onPaper !== null) ? undefined : "not-signed";

/** Anyone of the case may ask for review, at a window as well. */
function whyNotAsked(
  { application }: Case,
  step: Of<"ask-review">,
  { by }: Action,
): RefusalCode | undefined {
  if ((by.kind === "staff") !== (step.window !== null)) return "not-signed";
  const signer = signerOf(step, by);
  return application !== undefined && isConcerned(application, signer) ? undefined : "not-yours";
}

/** A notice is answered with papers and facts; who applies, and where, stays. */
function whyOthers(
  { application }: Case,
  step: Of<"answer">,
  action: Action,
): RefusalCode | undefined {
  if (application === undefined) return "nothing-drafted";
  const same =
    isSame(application.people, step.application.people) &&
    application.county === step.application.county;
  return same ? whyPeopleUnclear(step.application, action) : "people-changed";
}

function whyNoConsent(
  state: Case,
  step: Of<"consent">,
  { by, on }: Action,
): RefusalCode | undefined {
  const { member, says, heard, window } = step;
  const participant = state.application?.people[member];
  if (participant === undefined) return "no-such-member";
  if (registeredBy(state).includes(member)) return "already-registered";
  if ((by.kind === "staff") !== (window !== null)) return "not-signed";
  const signer = signerOf(step, by);
  if (!signersOf(participant, on).includes(signer)) return "not-the-signer";
  if (member === 0 && says === "no") return "use-withdraw";
  const session = sessionOf(by);
  if (state.sittings.some((each) => each.session === session && each.signer !== signer))
    return "session-of-another";
  return says === "yes" && heard === null && mustBeHeard(participant, on) ? "not-heard" : undefined;
}

function whyNotDecided(
  state: Case,
  step: Of<"decide">,
  { on }: Action,
  { declaration }: Terms,
): RefusalCode | undefined {
  const { application } = state;
  if (application === undefined) return "nothing-drafted";
  const wrong = whyNotGiven(step, application);
  if (wrong !== undefined) return wrong;
  if (step.granted.length > 0 && !step.granted.includes(0)) return "family-alone";
  if (step.granted.length > 0 && state.stage === "returned") return "papers-not-brought";
  if (step.advice.on !== on) return "advice-of-another-day";
  if (isAgainst(step, application) !== (step.against !== null))
    return step.against === null ? "no-own-reason" : "not-against";
  return needsSecond(declaration, application, step) === step.second ? undefined : "second-person";
}

/** People of the case, each once; reasons for everyone and remedies for those refused. */
function whyNotGiven(
  { granted, reasons, remedies }: Of<"decide">,
  application: Application,
): RefusalCode | undefined {
  if (granted.some((member) => application.people[member] === undefined)) return "no-such-member";
  if (new Set(granted).size < granted.length) return "no-such-member";
  if (reasons.length === 0) return "no-reasons";
  const kinds = remedies.map(({ kind }) => kind);
  const complete = kinds.includes("review") && kinds.includes("court");
  return refusedBy({ granted }, application).length > 0 && !complete ? "no-remedies" : undefined;
}

function whyNotEffected(
  state: Case,
  { members, receipt, corrects }: Of<"effect">,
  { on }: Action,
): RefusalCode | undefined {
  if (state.effects.some((effect) => effect.receipt === receipt)) return "receipt-used";
  const { movers, undone } = carrying(state, on);
  const due = undone.length > 0 ? undone : movers;
  if (members.length !== due.length || !due.every((member) => members.includes(member)))
    return "not-these-people";
  if (undone.length > 0 !== (corrects !== null)) return "corrects-nothing";
  const corrected = corrects === null ? undefined : state.effects[corrects];
  return corrects === null ||
    (corrected?.corrects === null && members.every((each) => corrected.members.includes(each)))
    ? undefined
    : "corrects-nothing";
}
