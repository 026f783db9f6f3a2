import { add, scale } from "../syntax/build.ts";
import type { OrderedTerm } from "../syntax/core.ts";
import type { ArithmeticOperator, Span } from "../syntax/node.ts";
import { Mistake, type Typed, nameOfType } from "./typed.ts";

type Quantity = Extract<Typed, { kind: "number" }>;

/**
 * Dates move by months or days, the difference of two dates is a number of days, numbers of one
 * unit add up, and a product or quotient has one constant side, so that bounds stay exact.
 */
export function arithmetic(
  operator: ArithmeticOperator,
  left: Typed,
  right: Typed,
  span: Span,
): Typed {
  if (operator === "*" || operator === "/") return scaled(operator, left, right, span);
  const sign = operator === "+" ? 1 : -1;
  if (left.kind === "date" && right.kind === "number") return moved(left.term, right, sign, span);
  if (left.kind === "number" && right.kind === "date" && operator === "+")
    return moved(right.term, left, 1, span);
  if (left.kind === "date" && right.kind === "date" && operator === "-") {
    return { kind: "number", dimension: "days", term: add(left.term, scale(right.term, -1)) };
  }
  if (left.kind === "number" && right.kind === "number") {
    const dimension = commonDimension(left, right, span);
    return quantity(dimension, add(left.term, scale(right.term, sign)));
  }
  throw new Mistake("bad-arithmetic", span, {
    operator,
    left: nameOfType(left),
    right: nameOfType(right),
  });
}

function moved(date: OrderedTerm, by: Quantity, sign: 1 | -1, span: Span): Typed {
  if (by.dimension === "days") return { kind: "date", term: add(date, scale(by.term, sign)) };
  if (by.dimension !== "months")
    throw new Mistake("unit-clash", span, { left: "date", right: nameOfType(by) });
  if (by.term.op !== "number" || !Number.isInteger(by.term.value))
    throw new Mistake("months-not-constant", span);
  return { kind: "date", term: { op: "add-months", of: date, months: sign * by.term.value } };
}

function scaled(operator: "*" | "/", left: Typed, right: Typed, span: Span): Typed {
  if (left.kind !== "number" || right.kind !== "number") {
    throw new Mistake("bad-arithmetic", span, {
      operator,
      left: nameOfType(left),
      right: nameOfType(right),
    });
  }
  if (left.dimension !== undefined && right.dimension !== undefined) {
    throw new Mistake("unit-clash", span, { left: nameOfType(left), right: nameOfType(right) });
  }
  if (operator === "/") {
    if (right.term.op !== "number") throw new Mistake("not-constant", span, { operator });
    if (right.term.value === 0) throw new Mistake("division-by-zero", span);
    return quantity(left.dimension, scale(left.term, 1 / right.term.value));
  }
  const dimension = left.dimension ?? right.dimension;
  if (right.term.op === "number") return quantity(dimension, scale(left.term, right.term.value));
  if (left.term.op === "number") return quantity(dimension, scale(right.term, left.term.value));
  throw new Mistake("not-constant", span, { operator });
}

const quantity = (dimension: string | undefined, term: OrderedTerm): Typed =>
  dimension === undefined ? { kind: "number", term } : { kind: "number", dimension, term };

/** The unit both sides share; a bare number takes the other's. */
export function commonDimension(left: Quantity, right: Quantity, span: Span): string | undefined {
  const dimension = left.dimension ?? right.dimension;
  if (dimension !== (right.dimension ?? dimension)) {
    throw new Mistake("unit-clash", span, { left: nameOfType(left), right: nameOfType(right) });
  }
  return dimension;
}
