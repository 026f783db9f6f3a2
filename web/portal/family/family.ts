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
export function makeMember(relation: string, together: Together = "unsure"): PlainRecord {
  if (together === "unsure") return { relation };
  return { relation, "co-residing": together === "yes" };
}

export function withTogether(member: PlainRecord, together: Together): PlainRecord {
  const others = without(member, "co-residing");
  return together === "unsure" ? others : { ...others, "co-residing": together === "yes" };
}

/** A name in any script; without one the record has no such field. */
export function withName(member: PlainRecord, name: string): PlainRecord {
  const others = without(member, "name");
  return name.trim() === "" ? others : { ...others, name };
}

function without(member: PlainRecord, field: string): PlainRecord {
  return Object.fromEntries(Object.entries(member).filter(([key]) => key !== field));
}

export function readTogether(member: PlainRecord): Together {
  const value = member["co-residing"];
  if (value === undefined) return "unsure";
  return value === true ? "yes" : "no";
}

export function readName(member: PlainRecord): string {
  return typeof member["name"] === "string" ? member["name"] : "";
}
