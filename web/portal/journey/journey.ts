import type { PlainRecord, PlainValue } from "../../../src/policy/browser.ts";

/** `null`: the person was asked and does not know. */
export type Answer = { readonly fact: string; readonly value: PlainValue | null };

/** The answer "not yet" to a "since when", as the engine says that there is no such day. */
export const notYet = "none";

/** All that a person has told the page, in the order in which they told it. */
export type Journey = {
  readonly prefecture: string | null;
  readonly county: string | null;
  readonly kind: string | null;
  /** `null` until the family step was passed. */
  readonly family: readonly PlainRecord[] | null;
  readonly answers: readonly Answer[];
};

export const emptyJourney: Journey = {
  prefecture: null,
  county: null,
  kind: null,
  family: null,
  answers: [],
};

export function isEmpty(journey: Journey): boolean {
  return journey.prefecture === null && journey.county === null;
}

/** Questions ask about "there": another county makes their answers answers about somewhere else. */
export function withCounty(journey: Journey, prefecture: string, county: string): Journey {
  if (county === journey.county) return { ...journey, prefecture };
  return { ...journey, prefecture, county, kind: null, answers: [] };
}

export function withAnswer(journey: Journey, answer: Answer): Journey {
  const known = journey.answers.some(({ fact }) => fact === answer.fact);
  const answers = known
    ? journey.answers.map((given) => (given.fact === answer.fact ? answer : given))
    : [...journey.answers, answer];
  return { ...journey, answers };
}

export function findAnswer(journey: Journey, fact: string): Answer | undefined {
  return journey.answers.find((answer) => answer.fact === fact);
}
