import {
  whenDossier,
  type NamedPlace,
  type Outcome,
  type Pack,
} from "../../../src/policy/browser.ts";
import { listDecisive } from "../answer/decisive.ts";
import { answerJourney } from "../journey/answer-dossier.ts";
import { allLaws, findAnswer, kindFact, type Answer, type Journey } from "../journey/journey.ts";
import { holdsAnywhere } from "../journey/portable.ts";
import { chainOf } from "../place/chains.ts";
import { listKindsAt } from "../place/place-kinds.ts";

export const mostPlaces = 5;

/** Whether what was said of one place counts as said of every other. */
export type Supposing = "same" | "anywhere";

export type Compared = {
  readonly place: NamedPlace;
  readonly kind: string | null;
  /** The journey that opens the full answer. */
  readonly journey: Journey;
  readonly outcome: Outcome;
  readonly clauses: readonly string[];
  /** The day from which it is granted: today or later; null where time alone does not grant it. */
  readonly from: string | null;
  /** Questions that would likely settle it. */
  readonly likely: number;
};

/** The counties to set side by side: the one asked about first. */
export function listCompared(journey: Journey): readonly string[] {
  const { county, compared } = journey;
  return [...new Set([...(county === null ? [] : [county]), ...compared])];
}

/** The person as they would stand in another place. */
export function moveJourney(
  pack: Pack,
  journey: Journey,
  place: NamedPlace,
  supposing: Supposing,
  kind: string | null,
): Journey {
  const here = place.code === journey.county;
  const holds = holdsAnywhere(pack.vocabulary);
  const said = journey.supposedFrom ?? journey.county;
  const portable = journey.answers.filter(({ fact }) => holds(fact));
  const kept = (here || supposing === "same" ? journey.answers : portable).filter(
    ({ fact }) => fact !== kindFact,
  );
  const answers: readonly Answer[] =
    kind === null ? kept : [...kept, { fact: kindFact, value: kind }];
  const chain = chainOf(pack, place.code)?.instruments ?? [];
  return {
    ...journey,
    prefecture: place.code.slice(0, 4),
    county: place.code,
    law: chain.includes(journey.law) ? journey.law : allLaws,
    answers,
    supposedFrom: kept.length > portable.length && place.code !== said ? said : null,
    compared: listCompared(journey).filter((code) => code !== place.code),
  };
}

/** The same kind of place where the other county has it; else its town or city, which comes first. */
export function matchKind(pack: Pack, journey: Journey, place: NamedPlace): string | null {
  const said = findAnswer(journey, kindFact)?.value;
  if (typeof said !== "string") return null;
  const kinds = listKindsAt(pack.vocabulary, place).map(({ id }) => id);
  return kinds.includes(said) ? said : (kinds[0] ?? null);
}

export function comparePlace(
  pack: Pack,
  today: string,
  moved: Journey,
  place: NamedPlace,
): Compared | undefined {
  const result = answerJourney(pack, moved, today);
  if (result?.ok !== true) return undefined;
  const { dossier, question, explanation, interview } = result.value;
  const { decision } = explanation;
  const times = whenDossier(pack, dossier, question);
  const segments = times.ok ? times.value.segments : [];
  const kind = findAnswer(moved, kindFact)?.value;
  return {
    place,
    kind: typeof kind === "string" ? kind : null,
    journey: moved,
    outcome: decision.outcome,
    clauses: [...new Set(listDecisive(decision).map(({ clause }) => clause))],
    from: segments.find(({ outcome }) => outcome === "granted")?.from ?? null,
    likely: interview.next === null ? 0 : interview.expected,
  };
}
