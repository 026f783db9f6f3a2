import type { Vocabulary } from "../../../src/policy/browser.ts";

/**
 * Whether an answer about one place is true for every other: only where the vocabulary derives the
 * fact from records without looking at the place. A fact that no record gives may ask about "there".
 */
export function holdsAnywhere(vocabulary: Vocabulary): (fact: string) => boolean {
  const facts = new Map(vocabulary.facts.map((fact) => [fact.name, fact]));
  return (name) => {
    const derive = facts.get(name)?.derive;
    return derive !== undefined && !derive.source.includes("place.");
  };
}
