// A decision as it is filled in, and as it is sent.
import type { DeskCase } from "../../../../src/casework/desk/contract.ts";
import { advisedFor } from "../steps.ts";

type Advised = Pick<DeskCase, "advice" | "people">;

/** What is said of each of the people; null while it is not. */
export type Verdict = "grant" | "refuse" | null;

export type DecisionDraft = {
  readonly verdicts: readonly Verdict[];
  readonly clause: string;
  readonly against: string;
};

export const startDecision = (seen: Advised): DecisionDraft => ({
  verdicts: seen.people.map(({ member }) => {
    const advised = advisedFor(seen, member);
    return advised === "open" ? null : advised;
  }),
  clause: "",
  against: "",
});

/** A decision as it is sent; `departs` where it is not what is advised, which takes a reason of one's own. */
export function readDecision(seen: Advised, { verdicts, clause, against }: DecisionDraft) {
  const granted = seen.people.flatMap(({ member }) =>
    verdicts[member] === "grant" ? [member] : [],
  );
  const said = seen.people.every(({ member }) => (verdicts[member] ?? null) !== null);
  const departs =
    said && seen.people.some(({ member }) => advisedFor(seen, member) !== verdicts[member]);
  const why = against.trim();
  return {
    said,
    departs,
    reasoned: !departs || why !== "",
    decision: {
      granted,
      clause: clause === "" ? null : clause,
      against: departs && why !== "" ? why : null,
    },
  };
}
