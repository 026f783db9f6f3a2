import type { CodeTerm, Core, OrderedTerm } from "./core.ts";

/** Constructors that keep the core small: constants folded, nested and/or flattened. */

export const constant = (value: boolean): Core => ({ op: "constant", value });
export const truth: Core = constant(true);
export const falsehood: Core = constant(false);

export function not(of: Core): Core {
  if (of.op === "constant") return constant(!of.value);
  return of.op === "not" ? of.of : { op: "not", of };
}

function joined(op: "and" | "or", parts: readonly Core[]): Core {
  const absorbing = op === "or";
  const of: Core[] = [];
  for (const part of parts.flatMap((part) => (part.op === op ? part.of : [part]))) {
    if (part.op !== "constant") of.push(part);
    else if (part.value === absorbing) return part;
  }
  if (of.length === 0) return constant(!absorbing);
  return of.length === 1 ? of[0]! : { op, of };
}
export const and = (...parts: readonly Core[]): Core => joined("and", parts);
export const or = (...parts: readonly Core[]): Core => joined("or", parts);

export function choose(test: Core, then: Core, otherwise: Core): Core {
  if (test.op === "constant") return test.value ? then : otherwise;
  return { op: "if", test, then, else: otherwise };
}

/** The term's value is one of `values`; choices are pushed outwards so that folds see plain reads. */
export function isOneOf(term: CodeTerm, values: readonly number[]): Core {
  if (values.length === 0) return falsehood;
  if (term.op === "code") return constant(values.includes(term.value));
  if (term.op === "choose-code")
    return choose(term.test, isOneOf(term.then, values), isOneOf(term.else, values));
  return { op: "is", term, values: [...new Set(values)].toSorted((a, b) => a - b) };
}

export function atMost(left: OrderedTerm, right: OrderedTerm): Core {
  if (left.op === "number" && right.op === "number") return constant(left.value <= right.value);
  return { op: "le", left, right };
}

export const number = (value: number): OrderedTerm => ({ op: "number", value });

export function add(left: OrderedTerm, right: OrderedTerm): OrderedTerm {
  if (left.op === "number" && right.op === "number") return number(left.value + right.value);
  if (right.op === "number" && right.value === 0) return left;
  return { op: "add", left, right };
}

export function scale(of: OrderedTerm, by: number): OrderedTerm {
  if (of.op === "number") return number(of.value * by);
  if (of.op === "divide" && of.by === by) return of.of;
  return by === 1 ? of : { op: "scale", of, by };
}

/** Apart from `scale`, because 49 × (1/49) is not 1. */
export function divide(of: OrderedTerm, by: number): OrderedTerm {
  if (of.op === "number") return number(of.value / by);
  if (of.op === "scale" && of.by === by) return of.of;
  return by === 1 ? of : { op: "divide", of, by };
}

/** Every direct child term or condition, for walks that do not care which. */
export type Any = Core | CodeTerm | OrderedTerm;
