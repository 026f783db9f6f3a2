// What a review may say: the decision stands, is changed, or has to be made at last.
import type { Step } from "./action.ts";
import { mustBeHeard, signersOf } from "./application.ts";
import { type Case, lastDecision, openReview, refusedBy, type Review } from "./case.ts";
import { registeredBy } from "./reduce.ts";
import type { RefusalCode } from "./refusal.ts";

type DecideReview = Extract<Step, { do: "decide-review" }>;

export function whyNotReversed(state: Case, step: DecideReview): RefusalCode | undefined {
  const { application } = state;
  const review = openReview(state);
  if (application === undefined || review === undefined) return "not-now";
  const { outcome, granted, reasons, remedies } = step;
  if ((outcome === "ordered") !== (review.against === "silence") && outcome !== "upheld")
    return review.against === "silence" ? "nothing-reversed" : "not-silent";
  if (reasons.length === 0) return "no-reasons";
  // Nothing more can be asked for only where everyone got what they applied for.
  const refuses = outcome === "upheld" || refusedBy(step, application).length > 0;
  if (refuses && !remedies.some(({ kind }) => kind === "court")) return "no-remedies";
  if (outcome !== "reversed") return undefined;
  if (granted.some((member) => application.people[member] === undefined)) return "no-such-member";
  if (new Set(granted).size < granted.length) return "no-such-member";
  return whyNotChanged(state, granted, review);
}

/** Adds people, or takes back the registration of those who asked: never both, and never against someone's will (K1). */
function whyNotChanged(
  state: Case,
  granted: readonly number[],
  { signer, on, heard }: Review,
): RefusalCode | undefined {
  const before = lastDecision(state)?.granted ?? [];
  const added = granted.filter((member) => !before.includes(member));
  const dropped = before.filter((member) => !granted.includes(member));
  if (added.length === 0 && dropped.length === 0) return "nothing-reversed";
  const undone = registeredBy(state).filter((member) => !granted.includes(member));
  if (undone.length === 0)
    return granted.length > 0 && !granted.includes(0) ? "family-alone" : undefined;
  const asked = undone.every((member) => {
    const participant = state.application?.people[member];
    return (
      participant !== undefined &&
      signersOf(participant, on).includes(signer) &&
      (heard === "agrees" || !mustBeHeard(participant, on))
    );
  });
  const oneEffect = state.effects.some(
    ({ corrects, members }) =>
      corrects === null && undone.every((member) => members.includes(member)),
  );
  return added.length === 0 && asked && oneEffect ? undefined : "undo-not-asked";
}
