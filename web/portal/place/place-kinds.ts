import type { EnumValue, NamedPlace, PlaceType, Vocabulary } from "../../../src/policy/browser.ts";
import { isMadeUp } from "./chains.ts";

/** Kinds of place that a division of each type has; a kind not named here fits every type. */
const kindsOf: Readonly<Record<PlaceType, readonly string[]>> = {
  prefecture: [],
  "prefecture-city": [],
  district: ["city", "town", "village"],
  county: ["county-seat", "town", "village"],
  "county-city": ["county-city", "town", "village"],
  "corps-city": ["county-city", "town", "village"],
};

/** The district's model plan divides a district in its own way. */
const kindsOfModel = ["district-seat", "town", "town-community", "village"];

const bound = new Set([...Object.values(kindsOf).flat(), ...kindsOfModel]);

export function listKinds(vocabulary: Vocabulary): readonly EnumValue[] {
  const type = vocabulary.facts.find(({ name }) => name === "place.kind")?.type;
  return type?.kind === "enum" ? type.values : [];
}

export function listKindsAt(
  vocabulary: Vocabulary,
  place: Pick<NamedPlace, "code" | "type">,
): readonly EnumValue[] {
  const fitting = isMadeUp(place) ? kindsOfModel : kindsOf[place.type];
  return listKinds(vocabulary).filter(({ id }) => fitting.includes(id) || !bound.has(id));
}
