import type { EnumValue, PlainRecord, Vocabulary } from "../../../src/policy/browser.ts";

export type Together = "yes" | "no" | "unsure";

/** The record kind that says who belongs to the family (docs/rule-language.md, `covers`). */
const familyKind = "family";

/** Relations that the vocabulary knows. */
export function listRelations(vocabulary: Vocabulary): readonly EnumValue[] {
  const kind = vocabulary.records.find(({ name }) => name === familyKind);
  const type = kind?.fields.find(({ name }) => name === "relation")?.type;
  return type?.kind === "enum" ? type.values : [];
}

/** One record a relation; a field that the person does not know stays out, so it stays unknown. */
export function makeMember(relation: string, together: Together): PlainRecord {
  if (together === "unsure") return { relation };
  return { relation, "co-residing": together === "yes" };
}

export function readTogether(member: PlainRecord): Together {
  const value = member["co-residing"];
  if (value === undefined) return "unsure";
  return value === true ? "yes" : "no";
}
