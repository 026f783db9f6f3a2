// Which question comes next: only what can change the answer, and what no department can tell.
import {
  askDossier,
  type Decision,
  type Dossier,
  explainDossier,
  type Fact,
  type Pack,
} from "../../../src/policy/browser.ts";

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
