import type { Transaction } from "../platform/postgres/index.ts";
import type { Act } from "./domain/act.ts";
import { type Remark } from "./domain/remark.ts";
import type { County } from "./domain/shapes.ts";
import { digestOfAct, findEarlier } from "./earlier-act.ts";
import { examineAct } from "./examine-act.ts";
import { untilClear } from "./perform-act.ts";
import { type Receipt, recordEvents } from "./record-events.ts";
import type { Signatory } from "./recorded.ts";
import type { Register } from "./register.ts";

/** An act that follows from a decision made elsewhere, as of a case. */
export type DecidedAct<Stop> = {
  readonly county: County;
  readonly act: Act;
  /** Follows from the decision, so that it is carried out once. */
  readonly key: string;
  readonly actor: Signatory;
  /** Who decided it as the second person; null where one person was enough. */
  readonly approver: Signatory | null;
  /** What is written in the same transaction, before the act; anything but undefined stops the act, and it writes nothing. */
  readonly beside: (tx: Transaction) => Promise<Stop | undefined>;
};

export type DecidedOutcome<Stop> =
  /** `before`: by another request of the same person, so that nothing was written beside it now. */
  | { readonly kind: "done"; readonly receipt: Receipt; readonly before: boolean }
  | { readonly kind: "refused"; readonly refusals: readonly Remark[] }
  | { readonly kind: "needs-second"; readonly clause: string }
  | { readonly kind: "stopped"; readonly why: Stop }
  | { readonly kind: "key-taken" };

/** Does an act and what goes with it, both or neither. Done before under the same key, it gives the receipt of then. */
export async function performDecided<Stop>(
  register: Register,
  { county, act, key, actor, approver, beside }: DecidedAct<Stop>,
): Promise<DecidedOutcome<Stop>> {
  const digest = digestOfAct(act);
  const now = register.clock();
  const outcome = await untilClear(() =>
    examineAct(register, county, act, now, async (tx, examined): Promise<DecidedOutcome<Stop>> => {
      const { verdict, fourEyes } = examined;
      if (!verdict.ok) return { kind: "refused", refusals: verdict.refusals };
      if (fourEyes !== undefined && (approver === null || approver.account === actor.account))
        return { kind: "needs-second", clause: fourEyes };
      const why = await beside(tx);
      if (why !== undefined) return { kind: "stopped", why };
      const recording = { county, key, actor, approver, digest, now, isLast: true };
      const receipt = await recordEvents(tx, register, verdict.events, recording);
      return { kind: "done", receipt, before: false };
    }),
  );
  if (outcome.kind === "done") return outcome;
  const earlier = await findEarlier(register, { county, key, actor }, digest);
  return earlier?.kind === "done" ? { ...earlier, before: true } : outcome;
}
