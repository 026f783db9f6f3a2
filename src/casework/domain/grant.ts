// What a decided case asks of the register: whom, by whose will, on what ground. A service turns it into an act.
import {
  type Application,
  mustBeHeard,
  type Participant,
  signersOf,
  signsAlone,
} from "./application.ts";
import { type Case, lastDecision } from "./case.ts";
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

export type Grant = {
  readonly on: IsoDate;
  /** Clause of the ground on which it was granted. */
  readonly clause: string;
  readonly movers: readonly Mover[];
  readonly signatures: readonly SignedWill[];
  /** Papers seen when it was checked. */
  readonly papers: readonly Paper[];
  readonly form: Application["form"];
};

/** What there is to carry out on a day; undefined while nobody may be registered yet, or only to be moved back. */
export function grantOf(state: Case, on: IsoDate): Grant | undefined {
  const decision = lastDecision(state);
  const { movers, undone } = carrying(state, on);
  if (decision === undefined || state.application === undefined || undone.length > 0)
    return undefined;
  const { people, form } = state.application;
  const moving = movers.flatMap((member): readonly Mover[] => {
    const participant = people[member];
    return participant === undefined ? [] : [{ member, participant }];
  });
  if (moving.length === 0) return undefined;
  return {
    on,
    clause: decision.clause,
    movers: moving,
    signatures: moving.flatMap((mover, place) => willsOf(state, mover, place, on)),
    papers: state.checks.flatMap(({ seen }) => seen),
    form,
  };
}

function willsOf(
  { words }: Case,
  { member, participant }: Mover,
  place: number,
  on: IsoDate,
): readonly SignedWill[] {
  const signers = signersOf(participant, on);
  const own = words.filter((word) => word.member === member && signers.includes(word.signer));
  const alone = signsAlone(participant, on);
  const heard = mustBeHeard(participant, on) ? { heard: true } : {};
  return own.map((word) => ({
    signer: alone
      ? participant.name
      : (participant.guardians.find(({ citizen }) => citizen === word.signer)?.name ?? ""),
    as: alone ? "self" : "guardian",
    for: [place],
    signed: word.on,
    ...heard,
  }));
}
