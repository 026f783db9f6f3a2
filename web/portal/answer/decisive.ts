import type { Decision, GroundOutcome, Pack, Rule, Text } from "../../../src/policy/browser.ts";
import { findAnswer, kindFact, type Journey } from "../journey/journey.ts";
import { listKinds } from "../place/place-kinds.ts";

/** The grounds that make the answer what it is. */
export function listDecisive(decision: Decision): readonly GroundOutcome[] {
  const { outcome, grounds } = decision;
  if (outcome !== "granted" && outcome !== "refer") return [];
  return grounds.filter((ground) => ground.outcome === outcome);
}

export function describePlaceAndKind(pack: Pack, journey: Journey, say: (text: Text) => string) {
  const place = pack.places.find(({ code }) => code === journey.county);
  const said = findAnswer(journey, kindFact)?.value;
  const kind = listKinds(pack.vocabulary).find(({ id }) => id === said);
  return {
    place: place === undefined ? "" : say(place.name),
    kind: kind === undefined ? "" : say(kind.label),
  };
}

/** The pack's rule behind a ground, for its plain words and its readings. */
export function findRule(
  pack: Pack,
  ground: { readonly rule: string },
  day: number,
): Rule | undefined {
  const named = pack.rules.filter(({ id }) => id === ground.rule);
  return (
    named.find(({ inForce }) => inForce.from <= day && day < (inForce.until ?? Infinity)) ??
    named[0]
  );
}
