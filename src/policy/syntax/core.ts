/**
 * The typed core that every fold reads: names resolved, units settled, comparisons reduced to `le`,
 * sugar (between, in, tables, exceptions, constant quantifiers) gone. Enum values are indices,
 * codes integers, dates day numbers since 1970-01-01.
 */

/** Where a value is read: a fact of the person, or a field of the record bound to a variable. */
export type Read =
  | { readonly from: "fact"; readonly name: string }
  | { readonly from: "item"; readonly variable: string; readonly field: string };

export type Core =
  | { readonly op: "constant"; readonly value: boolean }
  | { readonly op: "holds"; readonly read: Read }
  | { readonly op: "not"; readonly of: Core }
  | { readonly op: "and" | "or"; readonly of: readonly Core[] }
  | { readonly op: "if"; readonly test: Core; readonly then: Core; readonly else: Core }
  | { readonly op: "is"; readonly term: CodeTerm; readonly values: readonly number[] }
  | { readonly op: "same"; readonly left: CodeTerm; readonly right: CodeTerm }
  | { readonly op: "le"; readonly left: OrderedTerm; readonly right: OrderedTerm }
  | {
      readonly op: "some" | "every";
      readonly variable: string;
      readonly list: ListTerm;
      readonly condition: Core;
    }
  /** A formula fact, kept as a name around its inlined body so that explanations can say it. */
  | { readonly op: "named"; readonly fact: string; readonly of: Core };

/** Enum index or code. */
export type CodeTerm =
  | { readonly op: "code"; readonly value: number }
  | { readonly op: "read-code"; readonly read: Read }
  | { readonly op: "prefecture"; readonly of: CodeTerm }
  | {
      readonly op: "choose-code";
      readonly test: Core;
      readonly then: CodeTerm;
      readonly else: CodeTerm;
    };

export type DateFunction =
  | "years-between"
  | "months-between"
  | "days-between"
  | "year"
  | "month"
  | "day"
  | "start-of-month"
  | "end-of-month"
  | "start-of-year"
  | "end-of-year";

/** Day numbers and quantities. */
export type OrderedTerm =
  | { readonly op: "number"; readonly value: number }
  | { readonly op: "on" }
  | { readonly op: "read-ordered"; readonly read: Read }
  | { readonly op: "add-months"; readonly of: OrderedTerm; readonly months: number }
  | { readonly op: "add"; readonly left: OrderedTerm; readonly right: OrderedTerm }
  | { readonly op: "scale" | "divide"; readonly of: OrderedTerm; readonly by: number }
  | { readonly op: "floor" | "ceiling" | "abs"; readonly of: OrderedTerm }
  | { readonly op: "min" | "max"; readonly left: OrderedTerm; readonly right: OrderedTerm }
  | {
      readonly op: "date-function";
      readonly name: DateFunction;
      readonly args: readonly OrderedTerm[];
    }
  | {
      readonly op: "choose";
      readonly test: Core;
      readonly then: OrderedTerm;
      readonly else: OrderedTerm;
    }
  | { readonly op: "count"; readonly list: ListTerm }
  | {
      readonly op: "unbroken-since" | "months-covered";
      readonly list: ListTerm;
      readonly on: OrderedTerm;
    }
  | { readonly op: "earliest" | "latest"; readonly list: ListTerm; readonly field: string };

/** The records of a kind that pass every filter; whether they are all depends on the dossier's `complete`. */
export type ListTerm =
  | { readonly op: "records"; readonly kind: string }
  | { readonly op: "filter"; readonly list: ListTerm; readonly condition: Core };
