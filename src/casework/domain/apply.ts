// The one way into a case: what happened by law meanwhile, then the action, if nothing speaks against it.
import { type Action, type StepName, stepNames } from "./action.ts";
import type { Case } from "./case.ts";
import type { Terms } from "./declaration.ts";
import { isDeemedAccepted, whyNot } from "./may.ts";
import { reduce } from "./reduce.ts";
import { type Refusal, refusal } from "./refusal.ts";
import { whyWrong } from "./says.ts";
import type { Actor, IsoDate } from "./shapes.ts";

export type Applied =
  | {
      readonly ok: true;
      readonly case: Case;
      /** To be stored, in this order: what happened by itself comes first. */
      readonly added: readonly Action[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

export function apply(before: Case, action: Action, terms: Terms): Applied {
  const { by, on, step } = action;
  const due = happened(before, on, terms);
  const state = due.reduce(reduce, before);
  const wrong = whyNot(step.do, state, by, on, terms);
  if (wrong !== undefined) return { ok: false, refusal: wrong };
  const code = whyWrong(state, action, terms);
  if (code !== undefined) return { ok: false, refusal: refusal(code) };
  return { ok: true, case: reduce(state, action), added: [...due, action] };
}

/** The steps that the actor may take on the day. */
export function allowed(
  state: Case,
  actor: Actor,
  today: IsoDate,
  terms: Terms,
): readonly StepName[] {
  const now = asOf(state, today, terms);
  return stepNames.filter((name) => whyNot(name, now, actor, today, terms) === undefined);
}

/** A case as it stands on a day: what nobody answered in time counts as accepted since it came in. */
export const asOf = (state: Case, today: IsoDate, terms: Terms): Case =>
  happened(state, today, terms).reduce(reduce, state);

/** What happened by law since the last action, and nobody has had to say. */
export function happened(state: Case, today: IsoDate, terms: Terms): readonly Action[] {
  return isDeemedAccepted(state, today, terms) && state.received !== null
    ? [{ on: state.received, by: { kind: "clock" }, step: { do: "accept" } }]
    : [];
}
