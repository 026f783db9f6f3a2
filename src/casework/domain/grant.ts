// What a decided case asks of the register: whom, by whose will, on what ground. A service turns it into an act.
import {
  type Application,
  mustBeHeard,
  type Participant,
  signersOf,
  signsAlone,
} from "./application.ts";
import { type Case, lastDecision, type Review } from "./case.ts";
import { carrying } from "./consent.ts";
import type { IsoDate, Member, Paper } from "./shapes.ts";

/** Signed will as acts of the register carry it; `for` lists places among the movers. */
export type SignedWill = {
  readonly signer: string;
  readonly as: "self" | "guardian";
  readonly for: readonly number[];
  readonly signed: IsoDate;
  readonly heard?: boolean;
};

export type Mover = { readonly member: Member; readonly participant: Participant };

type Carried = {
  readonly on: IsoDate;
  /** Clause on which it was decided. */
  readonly clause: string;
  readonly movers: readonly Mover[];
  readonly signatures: readonly SignedWill[];
  /** Papers seen when it was checked. */
  readonly papers: readonly Paper[];
};

export type Grant = Carried & { readonly form: Application["form"] };

/** A registration that a review takes back, for those who asked for it. */
export type Undoing = Carried & {
  /** Receipt of the act that is put right. */
  readonly receipt: string;
};

/** What there is to carry out on a day; undefined while nobody may be registered yet, or only to be moved back. */
export function grantOf(state: Case, on: IsoDate): Grant | undefined {
  const decision = lastDecision(state);
  const { movers, undone } = carrying(state, on);
  if (decision === undefined || state.application === undefined || undone.length > 0)
    return undefined;
  const { form } = state.application;
  const moving = moversOf(state.application, movers);
  if (moving.length === 0) return undefined;
  return {
    on,
    clause: decision.clause,
    movers: moving,
    signatures: moving.flatMap((mover, place) => willsOf(state, mover, place, on)),
    papers: papersOf(state),
    form,
  };
}

/** What a reversal takes back on a day; undefined where it takes nothing back. */
export function undoingOf(state: Case, on: IsoDate): Undoing | undefined {
  const decision = lastDecision(state);
  const { undone } = carrying(state, on);
  const asked = state.reviews.findLast(({ decided }) => decided?.outcome === "reversed");
  const receipt = state.effects.find(
    ({ corrects, members }) => corrects === null && undone.every((each) => members.includes(each)),
  )?.receipt;
  if (undone.length === 0 || !decision || !asked || !state.application || receipt === undefined)
    return undefined;
  const movers = moversOf(state.application, undone);
  return {
    on,
    clause: decision.clause,
    movers,
    signatures: movers.map((mover, place) => willOfAsker(asked, mover, place)),
    papers: papersOf(state),
    receipt,
  };
}

const moversOf = ({ people }: Application, members: readonly Member[]): readonly Mover[] =>
  members.flatMap((member) => {
    const participant = people[member];
    return participant === undefined ? [] : [{ member, participant }];
  });

const papersOf = ({ checks }: Case): readonly Paper[] => checks.flatMap(({ seen }) => seen);

/** Who asked for the review asked to go back. */
const willOfAsker = (
  { signer, on }: Review,
  { participant }: Mover,
  place: number,
): SignedWill => ({ ...signs(participant, signer, on), for: [place], signed: on });

function willsOf(
  { words }: Case,
  { member, participant }: Mover,
  place: number,
  on: IsoDate,
): readonly SignedWill[] {
  const signers = signersOf(participant, on);
  return words
    .filter((word) => word.member === member && signers.includes(word.signer))
    .map((word) => ({ ...signs(participant, word.signer, on), for: [place], signed: word.on }));
}

/** In whose name somebody signs for a participant, who was heard where they have to be. */
function signs(
  participant: Participant,
  signer: string,
  on: IsoDate,
): Pick<SignedWill, "signer" | "as" | "heard"> {
  if (signsAlone(participant, on)) return { signer: participant.name, as: "self" };
  const guardian = participant.guardians.find(({ citizen }) => citizen === signer);
  const heard = mustBeHeard(participant, on) ? { heard: true } : {};
  return { signer: guardian?.name ?? "", as: "guardian", ...heard };
}
