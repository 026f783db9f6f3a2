// Whose will is there. Nobody is registered without their own (K1), and may take it back until then, unseen.
import {
  type Application,
  mustBeHeard,
  type Participant,
  signersOf,
  signsAlone,
} from "./application.ts";
import { type Case, type Decision, lastDecision } from "./case.ts";
import { registeredBy } from "./reduce.ts";
import type { IsoDate, Member } from "./shapes.ts";

/**
 * Whether a member's will is there on a day: one signer at least says yes and none says no. A child or ward who has to
 * be heard was heard and agrees (Civil Code art. 35). A word counts for as long as the signer may still give it: whoever
 * came of age signs anew.
 */
export function isWilling(
  { words }: Pick<Case, "words">,
  member: Member,
  participant: Participant,
  on: IsoDate,
): boolean {
  const signers = signersOf(participant, on);
  const own = words.filter((word) => word.member === member && signers.includes(word.signer));
  const isSure = own.length > 0 && own.every(({ says }) => says === "yes");
  if (signsAlone(participant, on)) return isSure;
  return (
    isSure &&
    own.every(({ heard }) => heard !== "disagrees") &&
    (!mustBeHeard(participant, on) || own.some(({ heard }) => heard === "agrees"))
  );
}

/** What is left to carry out of the last decision. */
export type Carrying = {
  /** Granted, not registered yet, and willing. */
  readonly movers: readonly Member[];
  /** Granted and not registered yet; the silent, the unwilling and those who changed their mind look the same. */
  readonly waiting: readonly Member[];
  /** Registered by an effect that the last decision takes back. */
  readonly undone: readonly Member[];
};

const nothing: Carrying = { movers: [], waiting: [], undone: [] };

export function carrying(state: Case, on: IsoDate): Carrying {
  const { application } = state;
  const decision = lastDecision(state);
  if (state.stage !== "granted" || decision === undefined || application === undefined)
    return nothing;
  return carryingOf(state, application, decision, on);
}

function carryingOf(
  state: Case,
  application: Application,
  { granted }: Decision,
  on: IsoDate,
): Carrying {
  const registered = registeredBy(state);
  const due = granted.filter((member) => !registered.includes(member));
  const willing = due.filter((member) => {
    const participant = application.people[member];
    return participant !== undefined && isWilling(state, member, participant, on);
  });
  // Family goes with the applicant: without the applicant's will nobody does.
  const together = willing.includes(0) || registered.includes(0);
  const movers = together ? willing : [];
  return {
    movers,
    waiting: due.filter((member) => !movers.includes(member)),
    undone: registered.filter((member) => !granted.includes(member)),
  };
}
