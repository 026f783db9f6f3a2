import type { CodeTerm, Core, ListTerm, OrderedTerm } from "../syntax/core.ts";
import type { Span } from "../syntax/node.ts";
import type { EnumValue, RecordKind } from "../vocabulary/vocabulary.ts";

/** What a code stands for: the values of one enum fact or field, or a kind of place code. */
export type Domain =
  | { readonly kind: "enum"; readonly values: readonly EnumValue[] }
  | { readonly kind: "division" | "prefecture" };

/** What a number is measured in, and how many base units one is (a year: 12 months); `mixed`: put together from several units. */
export type Unit = { readonly dimension: string; readonly factor: number | "mixed" };

/** A formula with its type. Numbers are in the base unit of their dimension; no unit: a bare number that takes the other side's. */
export type Typed =
  | { readonly kind: "boolean"; readonly core: Core }
  | { readonly kind: "code"; readonly domain: Domain; readonly term: CodeTerm }
  | { readonly kind: "date"; readonly term: OrderedTerm }
  | { readonly kind: "number"; readonly unit?: Unit; readonly term: OrderedTerm }
  | { readonly kind: "list"; readonly items: readonly Typed[] }
  | { readonly kind: "records"; readonly record: RecordKind; readonly list: ListTerm }
  /** Text or a bare word that becomes a code when it meets one. */
  | { readonly kind: "word"; readonly text: string; readonly quoted: boolean; readonly span: Span };

/** What a type is called in messages. */
export function nameOfType(typed: Typed): string {
  switch (typed.kind) {
    case "code":
      return typed.domain.kind === "enum"
        ? `one of ${typed.domain.values.map((value) => value.id).join(", ")}`
        : typed.domain.kind;
    case "number":
      return typed.unit === undefined ? "number" : `number of ${typed.unit.dimension}`;
    case "word":
      return typed.quoted ? "text" : "name";
    default:
      return typed.kind;
  }
}

/** Thrown inside the checker, caught at its door: one formula reports its first mistake. */
export class Mistake extends Error {
  readonly code: string;
  readonly span: Span;
  readonly params: Readonly<Record<string, string | number>>;
  readonly suggestion: string | undefined;
  constructor(
    code: string,
    span: Span,
    params: Readonly<Record<string, string | number>> = {},
    suggestion?: string,
  ) {
    super(code);
    this.code = code;
    this.span = span;
    this.params = params;
    this.suggestion = suggestion;
  }
}
