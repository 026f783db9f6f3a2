import {
  addMonths,
  civilOf,
  dayOf,
  endOfMonth,
  endOfYear,
  monthsBetween,
} from "../calendar/day.ts";
import type { Node, Test } from "../syntax/node.ts";
import { parseFormula } from "../syntax/parser.ts";

/**
 * A naive two-valued interpreter of formulas over a person of whom everything is known, straight from
 * what the parser reads. It shares nothing with the checker, the core or the folds, which are tested against it.
 */

/** A number in base units (months, days, or its own unit) and how many of them a bare number beside it counts. */
type Quantity = {
  readonly is: "number";
  readonly value: number;
  readonly per?: number;
  readonly base?: string;
};
type DateValue = { readonly is: "date"; readonly value: number };
type ListValue = { readonly is: "list"; readonly items: readonly Value[] };
export type Value = boolean | string | Quantity | DateValue | ListValue;

/** Names in scope. A bare word that is not found stands for itself. */
export type Names = (name: string) => Value | undefined;

/** What has no answer even with every fact known: time between two days that never come. */
export class Undefined extends Error {}

const perUnit: ReadonlyMap<string, readonly [per: number, base: string]> = new Map([
  ["year", [12, "months"]],
  ["years", [12, "months"]],
  ["month", [1, "months"]],
  ["week", [7, "days"]],
  ["weeks", [7, "days"]],
  ["day", [1, "days"]],
]);

export function quantity(value: number, unit: string): Quantity {
  const [per, base] = perUnit.get(unit) ?? [1, unit];
  return { is: "number", value: value * per, per, base };
}
export const date = (value: number): DateValue => ({ is: "date", value });

export function interpret(source: string, on: number, names: Names): Value {
  const node = parseFormula(source);
  if ("error" in node) throw new Error(`${source}: ${node.error.code}`);
  return valueOf(node, on, names);
}

export function isTrue(source: string, on: number, names: Names): boolean {
  return interpret(source, on, names) === true;
}

function valueOf(node: Node, on: number, names: Names): Value {
  const read = (part: Node): Value => valueOf(part, on, names);
  const holds = (part: Node): boolean => read(part) === true;
  switch (node.kind) {
    case "boolean":
    case "string":
      return node.value;
    case "number":
      return node.unit === undefined
        ? { is: "number", value: node.value }
        : quantity(node.value, node.unit);
    case "date":
      return date(node.value);
    case "name":
      return node.name === "on" ? date(on) : (names(node.name) ?? node.name);
    case "not":
      return !holds(node.of);
    case "negate":
      return withValue(number(read(node.of)), (value) => -value);
    case "and":
      return node.of.every(holds);
    case "or":
      return node.of.some(holds);
    case "compare":
      return compared(node.operator, read(node.left), read(node.right));
    case "in": {
      const value = read(node.value);
      return node.tests.some((test) => meets(value, test, read));
    }
    case "arithmetic":
      return calculated(node.operator, read(node.left), read(node.right));
    case "if":
      return holds(node.test) ? read(node.then) : read(node.else);
    case "some":
    case "every": {
      const { items } = read(node.list) as ListValue;
      const test = (item: Value): boolean =>
        valueOf(node.condition, on, (name) => (name === node.variable ? item : names(name))) ===
        true;
      return node.kind === "some" ? items.some(test) : items.every(test);
    }
    case "list":
      return { is: "list", items: node.items.map(read) };
    case "call":
      return called(node.name, node.args.map(read));
    case "filter":
      throw new Error("no records here");
  }
}

function number(value: Value): Quantity {
  if (typeof value === "object" && value.is === "number") return value;
  throw new Error("not a number");
}
function days(value: Value): number {
  if (typeof value === "object" && value.is === "date") return value.value;
  throw new Error("not a date");
}
const withValue = (of: Quantity, apply: (value: number) => number): Quantity => ({
  ...of,
  value: apply(of.value),
});

/** A bare number takes the other side's unit. */
function together(a: Quantity, b: Quantity): readonly [number, number, Quantity] {
  const like = a.per === undefined ? b : a;
  const per = like.per ?? 1;
  return [
    a.per === undefined ? a.value * per : a.value,
    b.per === undefined ? b.value * per : b.value,
    like,
  ];
}

function sides(left: Value, right: Value): readonly [number, number] {
  if (typeof left === "object" && left.is === "date") return defined(left.value, days(right));
  const [a, b] = together(number(left), number(right));
  return defined(a, b);
}

function defined(a: number, b: number): readonly [number, number] {
  if (Number.isNaN(a) || Number.isNaN(b)) throw new Undefined();
  return [a, b];
}

function compared(operator: string, left: Value, right: Value): boolean {
  if (typeof left !== "object" || typeof right !== "object")
    return operator === "=" ? left === right : left !== right;
  const [a, b] = sides(left, right);
  switch (operator) {
    case "=":
      return a === b;
    case "!=":
      return a !== b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    default:
      return a >= b;
  }
}

function meets(value: Value, test: Test, read: (node: Node) => Value): boolean {
  switch (test.kind) {
    case "comparison":
      return compared(test.operator, value, read(test.right));
    case "range":
      return (
        compared(test.lowOpen ? ">" : ">=", value, read(test.low)) &&
        compared(test.highOpen ? "<" : "<=", value, read(test.high))
      );
    case "value": {
      const other = read(test.of);
      return typeof other === "object" && other.is === "list"
        ? other.items.some((item) => compared("=", value, item))
        : compared("=", value, other);
    }
  }
}

function calculated(operator: string, left: Value, right: Value): Value {
  if (operator === "*" || operator === "/") {
    const [a, b] = [number(left), number(right)];
    const value = operator === "*" ? a.value * b.value : a.value / b.value;
    return { ...(a.per === undefined ? b : a), value };
  }
  const sign = operator === "+" ? 1 : -1;
  if (typeof left === "object" && left.is === "date") {
    if (typeof right === "object" && right.is === "date")
      return quantity(left.value - right.value, "days");
    return moved(left.value, number(right), sign);
  }
  if (typeof right === "object" && right.is === "date") return moved(right.value, number(left), 1);
  const [a, b, like] = together(number(left), number(right));
  return { ...like, value: a + sign * b };
}

function moved(day: number, by: Quantity, sign: 1 | -1): DateValue {
  if (by.base === "months") return date(shift(day, sign * by.value));
  return date(day + sign * Math.floor(by.value));
}
const shift = (day: number, months: number): number =>
  Number.isFinite(day) ? addMonths(day, months) : day;

function called(name: string, args: readonly Value[]): Value {
  const [first, second] = args as [Value, Value];
  const far = (apply: (from: number, to: number) => number): number => {
    const [from, to] = defined(days(first), days(second));
    if (Number.isFinite(from)) return Number.isFinite(to) ? apply(from, to) : to;
    if (from === to) throw new Undefined();
    return -from;
  };
  const civil = () => {
    if (!Number.isFinite(days(first))) throw new Undefined();
    return civilOf(days(first));
  };
  switch (name) {
    case "months-between":
      return quantity(far(monthsBetween), "months");
    case "years-between":
      return quantity(
        far((from, to) => Math.floor(monthsBetween(from, to) / 12)),
        "years",
      );
    case "days-between":
      return quantity(
        far((from, to) => to - from),
        "days",
      );
    case "year":
      return { is: "number", value: Number.isFinite(days(first)) ? civil().year : days(first) };
    case "month":
      return { is: "number", value: civil().month };
    case "day":
      return { is: "number", value: civil().day };
    case "start-of-month":
      return date(Number.isFinite(days(first)) ? days(first) - civil().day + 1 : days(first));
    case "end-of-month":
      return date(Number.isFinite(days(first)) ? endOfMonth(days(first)) : days(first));
    case "start-of-year":
      return date(Number.isFinite(days(first)) ? dayOf(civil().year, 1, 1) : days(first));
    case "end-of-year":
      return date(Number.isFinite(days(first)) ? endOfYear(days(first)) : days(first));
    case "prefecture":
      return (first as string).slice(0, 4);
    case "min":
    case "max": {
      const pick = name === "min" ? Math.min : Math.max;
      if (typeof first === "object" && first.is === "date")
        return date(pick(first.value, days(second)));
      const [a, b, like] = together(number(first), number(second));
      return { ...like, value: pick(a, b) };
    }
    case "abs":
      return withValue(number(first), Math.abs);
    case "floor":
    case "ceiling": {
      const of = number(first);
      const round = name === "floor" ? Math.floor : Math.ceil;
      return withValue(of, (value) => round(value / (of.per ?? 1)) * (of.per ?? 1));
    }
    default:
      throw new Error(`no function ${name}`);
  }
}
