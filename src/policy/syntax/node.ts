/** What the parser reads, before names have a meaning. Offsets are 0-based into the formula's text. */
export type Span = { readonly start: number; readonly end: number };

export type CompareOperator = "=" | "!=" | "<" | "<=" | ">" | ">=";
export type ArithmeticOperator = "+" | "-" | "*" | "/";

/** One alternative on the right of `in`: a range, a comparison with the value, or an expression (a value or a list). */
export type Test =
  | {
      readonly kind: "range";
      readonly low: Node;
      readonly lowOpen: boolean;
      readonly high: Node;
      readonly highOpen: boolean;
      readonly span: Span;
    }
  | {
      readonly kind: "comparison";
      readonly operator: CompareOperator;
      readonly right: Node;
      readonly span: Span;
    }
  | { readonly kind: "value"; readonly of: Node; readonly span: Span };

export type Node = { readonly span: Span } & (
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "number"; readonly value: number; readonly unit?: string }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "date"; readonly value: number }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "not" | "negate"; readonly of: Node }
  | { readonly kind: "and" | "or"; readonly of: readonly Node[] }
  | {
      readonly kind: "compare";
      readonly operator: CompareOperator;
      readonly left: Node;
      readonly right: Node;
    }
  | { readonly kind: "in"; readonly value: Node; readonly tests: readonly Test[] }
  | {
      readonly kind: "arithmetic";
      readonly operator: ArithmeticOperator;
      readonly left: Node;
      readonly right: Node;
    }
  | { readonly kind: "if"; readonly test: Node; readonly then: Node; readonly else: Node }
  | {
      readonly kind: "some" | "every";
      readonly variable: string;
      readonly list: Node;
      readonly condition: Node;
    }
  | { readonly kind: "filter"; readonly list: Node; readonly condition: Node }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: "list"; readonly items: readonly Node[] }
);
