// What whoever looks at a case sees of it. Nobody sees whether another person consented, refused or changed their mind.
import type { Action } from "./action.ts";
import { type Case, type Word } from "./case.ts";
import { isWilling } from "./consent.ts";
import { fold, nameOf, signerOf } from "./reduce.ts";
import type { Citizen, IsoDate, Member } from "./shapes.ts";

export type CaseView = {
  /**
   * The case as those actions make it that the viewer may see. Its version counts only these, so that not even a number
   * tells of the others.
   */
  readonly case: Case;
  readonly actions: readonly Action[];
  /** What the viewer said themselves. */
  readonly own: readonly Word[];
};

/**
 * For a resident of the case, the head of the household like anyone else: the course of the case, and of the words of
 * consent only their own. Who withdrew, who refused and who never answered cannot be told apart; once people are
 * registered it shows who, and never why not the others.
 */
export function residentView(
  service: string,
  actions: readonly Action[],
  citizen: Citizen,
): CaseView {
  const visible = actions.filter((each) => isOpenTo(each, citizen)).map(withoutNotes);
  const seen = fold(service, visible);
  return { case: seen, actions: visible, own: seen.words.filter((word) => isOwn(word, citizen)) };
}

const isOwn = ({ signer }: Word, citizen: Citizen): boolean => signer === citizen;

/** Consent and a request for review are each signer's own; everything else is the case's. */
function isOpenTo({ step, by }: Action, citizen: Citizen): boolean {
  if (step.do === "consent" || step.do === "ask-review") return signerOf(step, by) === citizen;
  return step.do === "rate" ? nameOf(by) === citizen : true;
}

/** What staff write to one another could give away what somebody said alone. */
function withoutNotes(action: Action): Action {
  const { step } = action;
  if (step.do === "check") return { ...action, step: { ...step, note: null } };
  if (step.do === "assign") return { ...action, step: { ...step, why: null } };
  return step.do === "send-back" ? { ...action, step: { ...step, why: "—" } } : action;
}

export type StaffView = Omit<CaseView, "own"> & {
  /** Who may be registered by their own will on the day; of the others nobody learns more. */
  readonly willing: readonly Member[];
};

/** For staff: who is willing, not who said no; and not how the service was rated. */
export function staffView(service: string, actions: readonly Action[], on: IsoDate): StaffView {
  const { words, application } = fold(service, actions);
  const visible = actions.filter(({ step }) => step.do !== "consent" && step.do !== "rate");
  const willing = (application?.people ?? []).flatMap((participant, member) =>
    isWilling({ words }, member, participant, on) ? [member] : [],
  );
  return { case: fold(service, visible), actions: visible, willing };
}
