import type { EnumValue, PlaceType, Vocabulary } from "../../../src/policy/browser.ts";

/** Kinds of place that a division of each type has; a kind not named here fits every type. */
const kindsOf: Readonly<Record<PlaceType, readonly string[]>> = {
  prefecture: [],
  "prefecture-city": [],
  district: ["city", "town", "village"],
  county: ["county-seat", "town", "village"],
  "county-city": ["county-city", "town", "village"],
  "corps-city": ["county-city", "town", "village"],
};

const bound = new Set(Object.values(kindsOf).flat());

export function listKinds(vocabulary: Vocabulary): readonly EnumValue[] {
  const type = vocabulary.facts.find(({ name }) => name === "place.kind")?.type;
  return type?.kind === "enum" ? type.values : [];
}

export function listKindsAt(vocabulary: Vocabulary, type: PlaceType): readonly EnumValue[] {
  const fitting = kindsOf[type];
  return listKinds(vocabulary).filter(({ id }) => fitting.includes(id) || !bound.has(id));
}
