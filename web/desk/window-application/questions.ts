// Which question comes next: only what can change the answer, and what no department can tell.
import {
  askDossier,
  type Decision,
  type Dossier,
  explainDossier,
  type Fact,
  type Pack,
} from "../../../src/policy/browser.ts";
import type { HomeOption } from "../../../src/services/settlement/contract.ts";
import { addressOrders, choices, findOrder } from "../../../src/services/settlement/contract.ts";

/**
 * The engine's best question among those that are left for the applicant. What departments hold is not asked of
 * somebody about whom they can be asked (row E3).
 */
export function nextQuestion(pack: Pack, dossier: Dossier, askable: boolean): Fact | undefined {
  const asked = askDossier(pack, dossier, {});
  if (!asked.ok) return undefined;
  const { next, open } = asked.value;
  return [...(next === null ? [] : [next.fact]), ...open]
    .map((name) => pack.vocabulary.facts.find((fact) => fact.name === name))
    .find(
      (fact) =>
        fact?.question !== undefined &&
        fact.name !== "place.kind" &&
        !(askable && fact.records.length > 0),
    );
}

export function decisionOf(pack: Pack, dossier: Dossier): Decision | undefined {
  const explained = explainDossier(pack, dossier, {});
  return explained.ok ? explained.value.decision : undefined;
}

/** Homes of those named from which the grounds that hold let one choose; all of them where none says (rows A7, A15). */
export function openHomes(
  decision: Decision | undefined,
  homes: readonly HomeOption[],
): { readonly places: readonly number[]; readonly clauses: readonly string[] } {
  const holding = decision?.grounds.filter(({ outcome }) => outcome === "granted") ?? [];
  const clauses = [...new Set(holding.map(({ clause }) => clause))];
  const ordering = clauses.filter((clause) => findOrder(clause, addressOrders) !== undefined);
  if (clauses.length === 0 || ordering.length < clauses.length)
    return { places: [...homes.keys()], clauses: ordering };
  const places = new Set(clauses.flatMap((clause) => choices(clause, homes, addressOrders)));
  return { places: [...places].toSorted((a, b) => a - b), clauses: ordering };
}
