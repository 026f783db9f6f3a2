import type { Decision, Fact, Vocabulary } from "../../../src/policy/browser.ts";
import type { Journey } from "./journey.ts";

/** The facts that can still change the answer and that a person can be asked. */
export function listOpenQuestions(vocabulary: Vocabulary, decision: Decision): readonly Fact[] {
  if (decision.next === null) return [];
  const open = new Set(
    decision.missing.filter(({ state }) => state === "unknown").map(({ fact }) => fact),
  );
  open.add(decision.next);
  return vocabulary.facts.filter((fact) => fact.question !== undefined && open.has(fact.name));
}

/**
 * The engine's best question, but a subject once begun is finished first: jumping between home,
 * work and family tires more than one question saved is worth.
 */
export function chooseQuestion(
  vocabulary: Vocabulary,
  decision: Decision,
  journey: Journey,
): Fact | undefined {
  const open = listOpenQuestions(vocabulary, decision);
  const best = open.find(({ name }) => name === decision.next);
  const last = journey.answers.at(-1)?.fact;
  const topic = vocabulary.facts.find(({ name }) => name === last)?.topic;
  if (best?.topic === topic) return best;
  return open.find((fact) => fact.topic === topic) ?? best ?? open[0];
}
