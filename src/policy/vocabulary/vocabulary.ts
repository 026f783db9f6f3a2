import type { Core, OrderedTerm, CodeTerm } from "../syntax/core.ts";
import type { Text } from "../text.ts";

/** How a fact moves with time: stays, counts from a date, or grows while its cause goes on. */
export type Movement = "constant" | "since" | "counter";

export type EnumValue = { readonly id: string; readonly label: Text };

/** `ordered` facts (dates as day numbers, numbers in their unit) may be known by bounds; the others are known or not. */
export type FactType =
  | { readonly kind: "boolean" }
  | { readonly kind: "enum"; readonly values: readonly EnumValue[] }
  | { readonly kind: "code"; readonly system: "division" | "prefecture" }
  | { readonly kind: "date" }
  | {
      readonly kind: "number";
      readonly unit: string;
      readonly min?: number;
      readonly max?: number;
    };

/** A checked formula with its value's kind. Enum values are indices, codes are integers. */
export type Formula =
  | { readonly kind: "boolean"; readonly core: Core; readonly source: string }
  | { readonly kind: "ordered"; readonly core: OrderedTerm; readonly source: string }
  | { readonly kind: "code"; readonly core: CodeTerm; readonly source: string };

export type Fact = {
  readonly name: string;
  readonly type: FactType;
  readonly topic: string;
  readonly label: Text;
  /** Present on facts a person can be asked. */
  readonly question?: Text;
  /** Why it is asked. */
  readonly why?: Text;
  /** From records and `place.*`. */
  readonly derive?: Formula;
  /** From other facts; inlined into the rules that read it. */
  readonly formula?: Formula;
  /** Record kinds that `derive` reads. */
  readonly records: readonly string[];
  readonly moves: Movement;
  /** For facts that move: what is taken to go on, as a sentence about the person. */
  readonly goesOn?: Text;
  /** Paper ids, any one of which proves it. */
  readonly provedBy: readonly string[];
  /** A person can bring it about. */
  readonly personal: boolean;
};

/** A day since which something goes on can also be "none": it does not go on. */
export const canBeNone = (fact: Pick<Fact, "type" | "moves">): boolean =>
  fact.type.kind === "date" && fact.moves === "since";

/** A record field's type: a fact type's, or a month (`2025-05`), or free text that no rule can read. */
export type FieldType = FactType | { readonly kind: "month" } | { readonly kind: "text" };

export type RecordField = {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly label: Text;
};

export type RecordKind = {
  readonly name: string;
  readonly label: Text;
  /** Has `from` and `to`; those that agree on `distinct` must not overlap. */
  readonly spell: boolean;
  readonly distinct?: string;
  /** Department that could answer for it. */
  readonly heldBy?: string;
  readonly fields: readonly RecordField[];
};

export type Named = { readonly id: string; readonly label: Text };
export type Paper = Named & { readonly from?: string };

export type Vocabulary = {
  readonly topics: readonly Named[];
  readonly departments: readonly Named[];
  readonly papers: readonly Paper[];
  readonly records: readonly RecordKind[];
  readonly facts: readonly Fact[];
};
