import type { Dossier, PlainRecord, PlainValue } from "../../../src/policy/browser.ts";

/** `null`: the person was asked and does not know. */
export type Answer = {
  readonly fact: string;
  readonly value: PlainValue | null;
  /** The day on which it was said, where an opened file says so; else today. */
  readonly stated?: string;
};

/** The answer "not yet" to a "since when", as the engine says that there is no such day. */
export const notYet = "none";

/** The kind of place is asked like any other fact, and only where it can matter. */
export const kindFact = "place.kind";

/** Every text in force there, together. */
export const allLaws = "all";

/** What an opened file holds that the page has no question for; it goes into the next file as it came. */
export type Kept = Pick<Dossier, "person" | "complete" | "records">;

/** All that a person has told the page, in the order in which they told it. */
export type Journey = {
  readonly service: string | null;
  /** An instrument's id, or `all`. */
  readonly law: string;
  readonly prefecture: string | null;
  readonly county: string | null;
  /** `null` until the family step was passed. */
  readonly family: readonly PlainRecord[] | null;
  readonly answers: readonly Answer[];
  readonly kept: Kept | null;
  /** The county that the answers were about, while they are supposed to hold for another one. */
  readonly supposedFrom: string | null;
  /** Counties to set beside one another. */
  readonly compared: readonly string[];
};

export const emptyJourney: Journey = {
  service: null,
  law: allLaws,
  prefecture: null,
  county: null,
  family: null,
  answers: [],
  kept: null,
  supposedFrom: null,
  compared: [],
};

export function isEmpty(journey: Journey): boolean {
  return journey.service === null && journey.prefecture === null;
}

/** Questions ask about "there": of the answers, another county keeps those that hold anywhere. */
export function withCounty(
  journey: Journey,
  county: string,
  holdsAnywhere: (fact: string) => boolean,
): Journey {
  const prefecture = county.slice(0, 4);
  if (county === journey.county) return { ...journey, prefecture };
  const answers = journey.answers.filter(({ fact }) => holdsAnywhere(fact));
  return { ...journey, prefecture, county, law: allLaws, answers, supposedFrom: null };
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
