// What a clerk adds so that the register can follow, as it is filled in.
import type { WeightyStep } from "../../../../src/casework/desk/contract.ts";
import { settlementForm, type HomeOption } from "../../../../src/services/settlement/contract.ts";
import { emptySeats, losesHead, seatsOf, type SeatsDraft } from "../../act/seats-draft.ts";
import type { Household } from "../../household/household-page.tsx";
import type { StepPreview } from "../use-preview.ts";

export type ArrangementDraft = {
  /** They join a household that exists, where the form would found one. */
  readonly joins: boolean;
  readonly household: number | null;
  /** Relations of those who live there. */
  readonly seats: SeatsDraft;
  /** Relations of those who stay, by the household that somebody leaves. */
  readonly left: Readonly<Record<number, SeatsDraft>>;
};

export const emptyArrangement: ArrangementDraft = {
  joins: false,
  household: null,
  seats: emptySeats,
  left: {},
};

/** The address that the form chose. */
export function chosenHome(form: unknown): HomeOption | undefined {
  const parsed = settlementForm.safeParse(form);
  return parsed.success ? parsed.data.homes[parsed.data.chosen] : undefined;
}

/** Whether a household begins at the address, unless one is named. */
export const founds = (home: HomeOption | undefined): boolean =>
  home?.kind === "own-home" || home?.kind === "rented-home";

const beforeIn = (preview: StepPreview | null): readonly Household[] =>
  (preview?.act?.households ?? []).flatMap(({ before }) => before ?? []);

/** The household that they join, as it is now. */
export const joinedIn = (
  preview: StepPreview | null,
  household: number | null,
): Household | undefined => beforeIn(preview).find((each) => each.household === household);

/** Households whose head leaves while others stay: those need a new one. */
export const headlessIn = (
  preview: StepPreview | null,
  household: number | null,
  movers: readonly number[],
): readonly Household[] =>
  beforeIn(preview).filter(
    (each) =>
      each.household !== household && losesHead(each.members, (person) => movers.includes(person)),
  );

type Sent = Pick<Extract<WeightyStep, { do: "effect" }>, "household" | "seats" | "leftBehind">;

export function readArrangement(
  draft: ArrangementDraft,
  home: HomeOption | undefined,
  preview: StepPreview | null,
  movers: readonly number[],
): Sent {
  const household = draft.joins || !founds(home) ? draft.household : null;
  const joined = joinedIn(preview, household);
  return {
    household,
    seats: joined === undefined ? [] : [...seatsOf(draft.seats, joined.members)],
    leftBehind: headlessIn(preview, household, movers).flatMap((each) => {
      const stays = each.members.filter(({ person }) => !movers.includes(person));
      const seats = seatsOf(draft.left[each.household] ?? emptySeats, stays);
      return seats.length === 0 ? [] : [{ household: each.household, seats: [...seats] }];
    }),
  };
}
