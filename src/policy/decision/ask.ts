import type { Dossier } from "../dossier/dossier.ts";
import type { Problem } from "../problem/problem.ts";
import { ok, type Result } from "../result.ts";
import type { Pack } from "../rulebook/pack.ts";
import { decideFully } from "./decide.ts";
import type { Interview } from "./decision.ts";
import type { Question } from "./prepare.ts";

/** The question to ask next, if any can still change the answer. Refuses as `decideDossier` does. */
export function askDossier(
  pack: Pack,
  dossier: Dossier,
  question: Question = {},
): Result<Interview, Problem> {
  const decided = decideFully(pack, dossier, question);
  if (!decided.ok) return decided;
  const { decision, asking, prepared } = decided.value;
  const fact = asking.next === null ? undefined : prepared.facts.get(asking.next);
  return ok({
    outcome: decision.outcome,
    next:
      fact === undefined
        ? null
        : {
            fact: fact.name,
            label: fact.label,
            question: fact.question ?? fact.label,
            why: fact.why ?? null,
          },
    open: asking.open,
    expected: asking.expected,
    exact: asking.exact,
  });
}
