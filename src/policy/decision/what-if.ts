import type { Dossier } from "../dossier/dossier.ts";
import { type Change, whatIf } from "../fold/what-if.ts";
import type { Problem } from "../problem/problem.ts";
import { ok, type Result } from "../result.ts";
import type { Pack } from "../rulebook/pack.ts";
import { decideFully, paperNeeded } from "./decide.ts";
import type { ProposedChange, WhatIf } from "./decision.ts";
import type { Question } from "./prepare.ts";
import { firstGrant } from "./when.ts";
import { changeInWords } from "./words.ts";

/** What would grant, now by the person's own doing or later by waiting. Refuses as `decideDossier` does. */
export function whatIfDossier(
  pack: Pack,
  dossier: Dossier,
  question: Question = {},
): Result<WhatIf, Problem> {
  const decided = decideFully(pack, dossier, question);
  if (!decided.ok) return decided;
  const { decision, derived, prepared } = decided.value;
  const { diagram } = prepared;
  if (decision.outcome === "granted" || diagram === undefined) {
    return ok({
      outcome: decision.outcome,
      sets: [],
      byWaiting: null,
      exact: diagram !== undefined,
    });
  }
  return ok({
    outcome: decision.outcome,
    sets: whatIf(diagram)(derived.slots).map((set) => set.map((change) => proposed(pack, change))),
    byWaiting: firstGrant(decided.value),
    exact: diagram.exact,
  });
}

function proposed(pack: Pack, change: Change): ProposedChange {
  const { fact, wasOpen } = change;
  return {
    fact: fact.name,
    label: fact.label,
    to: changeInWords(change),
    wasOpen,
    papers: fact.provedBy.map((paper) => paperNeeded(pack, paper, [fact.name])),
  };
}
