import type { Fact, RecordKind } from "../vocabulary/vocabulary.ts";
import type { Typed } from "./typed.ts";

/** What a formula may name. */
export type Scope = {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly records: ReadonlyMap<string, RecordKind>;
  readonly parameters: ReadonlyMap<string, Typed>;
  /** Records bound by a quantifier or a filter, constants bound by a quantifier over a list. */
  readonly variables: ReadonlyMap<string, RecordKind | Typed>;
  /** Record kind whose fields are named without a variable (`covers[].if`), bound to `item`. */
  readonly implicit?: RecordKind;
  /** Steps that checking the formula may still take. */
  readonly budget: { left: number };
  /** Whether record kinds may be read. */
  readonly readsRecords: boolean;
  /** Told every fact, parameter and record field that the formula names. */
  readonly reads: Set<string>;
};

export function bind(scope: Scope, variable: string, to: RecordKind | Typed): Scope {
  return { ...scope, variables: new Map(scope.variables).set(variable, to) };
}

export const isRecordKind = (bound: RecordKind | Typed): bound is RecordKind => "fields" in bound;
