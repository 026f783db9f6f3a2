import { add, divide, scale } from "../syntax/build.ts";
import type { OrderedTerm } from "../syntax/core.ts";
import type { ArithmeticOperator, Span } from "../syntax/node.ts";
import { Mistake, type Typed, type Unit, nameOfType } from "./typed.ts";
import { dimensionOf } from "./units.ts";

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
    return quantity(dimensionOf("days"), add(left.term, scale(right.term, -1)));
  }
  if (left.kind === "number" && right.kind === "number") {
    const both = aligned(left, right, span);
    return quantity(both.unit, add(both.left, scale(both.right, sign)));
  }
  throw new Mistake("bad-arithmetic", span, {
    operator,
    left: nameOfType(left),
    right: nameOfType(right),
  });
}

function moved(date: OrderedTerm, by: Quantity, sign: 1 | -1, span: Span): Typed {
  if (by.unit?.dimension === "days")
    return { kind: "date", term: add(date, scale(wholeDays(by.term, span), sign)) };
  if (by.unit?.dimension !== "months")
    throw new Mistake("unit-clash", span, { left: "date", right: nameOfType(by) });
  if (by.term.op !== "number" || !Number.isInteger(by.term.value))
    throw new Mistake("months-not-constant", span);
  return { kind: "date", term: { op: "add-months", of: date, months: sign * by.term.value } };
}

/** A day has no parts: a fixed number of days must be whole, a computed one counts its full days. */
function wholeDays(term: OrderedTerm, span: Span): OrderedTerm {
  if (term.op !== "number") return isWhole(term) ? term : { op: "floor", of: term };
  if (Number.isInteger(term.value)) return term;
  throw new Mistake("days-not-whole", span, { found: term.value });
}

const isWhole = (term: OrderedTerm): boolean =>
  term.op === "date-function" || (term.op === "scale" && term.by === -1 && isWhole(term.of));

function scaled(operator: "*" | "/", left: Typed, right: Typed, span: Span): Typed {
  if (left.kind !== "number" || right.kind !== "number") {
    throw new Mistake("bad-arithmetic", span, {
      operator,
      left: nameOfType(left),
      right: nameOfType(right),
    });
  }
  if (right.unit !== undefined && (left.unit !== undefined || operator === "/")) {
    throw new Mistake("unit-clash", span, { left: nameOfType(left), right: nameOfType(right) });
  }
  if (operator === "/") {
    if (right.term.op !== "number") throw new Mistake("not-constant", span, { operator });
    if (right.term.value === 0) throw new Mistake("division-by-zero", span);
    return quantity(left.unit, divide(left.term, right.term.value));
  }
  const unit = left.unit ?? right.unit;
  if (right.term.op === "number") return quantity(unit, scale(left.term, right.term.value));
  if (left.term.op === "number") return quantity(unit, scale(right.term, left.term.value));
  throw new Mistake("not-constant", span, { operator });
}

export const quantity = (unit: Unit | undefined, term: OrderedTerm): Quantity =>
  unit === undefined ? { kind: "number", term } : { kind: "number", unit, term };

/**
 * Both sides in the base unit of the dimension they share. A bare number counts in the other side's unit:
 * `age >= 18` means 18 years where age is in years, though both are kept in months.
 */
export function aligned(
  left: Quantity,
  right: Quantity,
  span: Span,
): { readonly left: OrderedTerm; readonly right: OrderedTerm; readonly unit: Unit | undefined } {
  if (left.unit === undefined || right.unit === undefined) {
    const unit = left.unit ?? right.unit;
    const factor = unit?.factor ?? 1;
    if (factor === "mixed")
      throw new Mistake("unit-clash", span, { left: nameOfType(left), right: nameOfType(right) });
    return {
      left: left.unit === undefined ? scale(left.term, factor) : left.term,
      right: right.unit === undefined ? scale(right.term, factor) : right.term,
      unit,
    };
  }
  if (left.unit.dimension !== right.unit.dimension)
    throw new Mistake("unit-clash", span, { left: nameOfType(left), right: nameOfType(right) });
  const unit: Unit =
    left.unit.factor === right.unit.factor ? left.unit : { ...left.unit, factor: "mixed" };
  return { left: left.term, right: right.term, unit };
}
