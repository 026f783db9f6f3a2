import { divide, number, scale } from "../syntax/build.ts";
import { dayOf, daysInMonth } from "../calendar/day.ts";
import type { DateFunction, ListTerm, OrderedTerm } from "../syntax/core.ts";
import type { Node, Span } from "../syntax/node.ts";
import type { RecordKind } from "../vocabulary/vocabulary.ts";
import { aligned, quantity } from "./arithmetic.ts";
import type { Scope } from "./scope.ts";
import { suggest } from "./suggest.ts";
import { Mistake, type Typed, nameOfType } from "./typed.ts";
import { dimensionOf } from "./units.ts";

type Reader = (node: Node) => Typed;
type Call = (args: readonly Node[], span: Span, read: Reader, scope: Scope) => Typed;

const dateFunction =
  (name: DateFunction, result: (term: OrderedTerm) => Typed): Call =>
  (args, _span, read) =>
    result({ op: "date-function", name, args: args.map((arg) => dateOf(arg, read)) });

const count =
  (unit?: string) =>
  (term: OrderedTerm): Typed =>
    quantity(unit === undefined ? undefined : dimensionOf(unit), term);
const date = (term: OrderedTerm): Typed => ({ kind: "date", term });

const rounding =
  (op: "floor" | "ceiling" | "abs"): Call =>
  (args, span, read) => {
    const of = numberOf(args[0]!, read);
    const factor = of.unit?.factor ?? 1;
    if (factor === "mixed") throw new Mistake("unit-clash", span, mixed(nameOfType(of)));
    // Whole years of an age in years, though it is kept in months.
    return { ...of, term: scale({ op, of: divide(of.term, factor) }, factor) };
  };

const mixed = (name: string): { readonly left: string; readonly right: string } => ({
  left: name,
  right: name,
});

const extreme =
  (op: "min" | "max"): Call =>
  (args, span, read) => {
    const [left, right] = [read(args[0]!), read(args[1]!)];
    if (left.kind === "date" && right.kind === "date")
      return date({ op, left: left.term, right: right.term });
    if (left.kind === "number" && right.kind === "number") {
      const both = aligned(left, right, span);
      return quantity(both.unit, { op, left: both.left, right: both.right });
    }
    throw new Mistake("wrong-type", span, {
      expected: "two numbers or two dates",
      found: `${nameOfType(left)}, ${nameOfType(right)}`,
    });
  };

const edge =
  (op: "earliest" | "latest"): Call =>
  (args, _span, read, scope) => {
    const { record, list } = recordsOf(args[0]!, read);
    const name = args[1]!;
    const field = name.kind === "name" ? name.name : "";
    const known = record.fields.find((candidate) => candidate.name === field);
    if (known === undefined || (known.type.kind !== "date" && known.type.kind !== "month")) {
      const dates = record.fields
        .filter(({ type }) => type.kind === "date" || type.kind === "month")
        .map((candidate) => candidate.name);
      throw new Mistake(
        "unknown-field",
        name.span,
        { record: record.name, field },
        suggest(field, dates),
      );
    }
    scope.reads.add(`${record.name}.${field}`);
    return date({ op, list, field });
  };

const overSpells =
  (op: "unbroken-since" | "months-covered", result: (term: OrderedTerm) => Typed): Call =>
  (args, _span, read, scope) => {
    const { record, list } = recordsOf(args[0]!, read);
    if (!record.spell) throw new Mistake("not-spells", args[0]!.span, { record: record.name });
    const isMonthly = record.fields.some(
      ({ name, type }) => name === "from" && type.kind === "month",
    );
    // A month is no day: the spell that ends in May and the one that begins in June would leave a gap.
    if (op === "unbroken-since" && isMonthly)
      throw new Mistake("wrong-type", args[0]!.span, {
        expected: "spells of days",
        found: "spells of months",
      });
    scope.reads.add(`${record.name}.from`).add(`${record.name}.to`);
    return result({ op, list, on: dateOf(args[1]!, read) });
  };

/** Arity and meaning of every function of the language. */
const functions: Readonly<Record<string, { readonly arity: number; readonly call: Call }>> = {
  "years-between": {
    arity: 2,
    call: (args, _span, read) => count("years")(scaledYears(args.map((arg) => dateOf(arg, read)))),
  },
  "months-between": { arity: 2, call: dateFunction("months-between", count("months")) },
  "days-between": { arity: 2, call: dateFunction("days-between", count("days")) },
  year: { arity: 1, call: dateFunction("year", count()) },
  month: { arity: 1, call: dateFunction("month", count()) },
  day: { arity: 1, call: dateFunction("day", count()) },
  "start-of-month": { arity: 1, call: dateFunction("start-of-month", date) },
  "end-of-month": { arity: 1, call: dateFunction("end-of-month", date) },
  "start-of-year": { arity: 1, call: dateFunction("start-of-year", date) },
  "end-of-year": { arity: 1, call: dateFunction("end-of-year", date) },
  date: { arity: 3, call: (args, span, read) => date(number(civilDay(args, span, read))) },
  prefecture: {
    arity: 1,
    call: (args, span, read) => {
      const of = read(args[0]!);
      if (of.kind !== "code" || of.domain.kind !== "division")
        throw new Mistake("wrong-type", span, { expected: "division", found: nameOfType(of) });
      return {
        kind: "code",
        domain: { kind: "prefecture" },
        term: { op: "prefecture", of: of.term },
      };
    },
  },
  min: { arity: 2, call: extreme("min") },
  max: { arity: 2, call: extreme("max") },
  abs: { arity: 1, call: rounding("abs") },
  floor: { arity: 1, call: rounding("floor") },
  ceiling: { arity: 1, call: rounding("ceiling") },
  count: {
    arity: 1,
    call: (args, _span, read) => count()({ op: "count", list: recordsOf(args[0]!, read).list }),
  },
  "unbroken-since": { arity: 2, call: overSpells("unbroken-since", date) },
  "months-covered": { arity: 2, call: overSpells("months-covered", count("months")) },
  earliest: { arity: 2, call: edge("earliest") },
  latest: { arity: 2, call: edge("latest") },
};

const scaledYears = (args: readonly OrderedTerm[]): OrderedTerm => ({
  op: "scale",
  of: { op: "date-function", name: "years-between", args },
  by: 12,
});

/** A call of one of the language's functions. */
export function call(
  name: string,
  args: readonly Node[],
  span: Span,
  scope: Scope,
  read: Reader,
): Typed {
  if (!Object.hasOwn(functions, name))
    throw new Mistake("unknown-function", span, { name }, suggest(name, Object.keys(functions)));
  const known = functions[name]!;
  if (args.length !== known.arity)
    throw new Mistake("wrong-arity", span, { name, expected: known.arity, found: args.length });
  return known.call(args, span, read, scope);
}

function dateOf(node: Node, read: Reader): OrderedTerm {
  const typed = read(node);
  if (typed.kind !== "date")
    throw new Mistake("wrong-type", node.span, { expected: "date", found: nameOfType(typed) });
  return typed.term;
}

function numberOf(node: Node, read: Reader): Extract<Typed, { kind: "number" }> {
  const typed = read(node);
  if (typed.kind !== "number")
    throw new Mistake("wrong-type", node.span, { expected: "number", found: nameOfType(typed) });
  return typed;
}

function recordsOf(
  node: Node,
  read: Reader,
): { readonly record: RecordKind; readonly list: ListTerm } {
  const typed = read(node);
  if (typed.kind !== "records")
    throw new Mistake("wrong-type", node.span, { expected: "records", found: nameOfType(typed) });
  return typed;
}

function civilDay(args: readonly Node[], span: Span, read: Reader): number {
  const [year, month, day] = args.map((arg) => {
    const { term } = numberOf(arg, read);
    if (term.op !== "number") throw new Mistake("not-constant", arg.span, { operator: "date" });
    return term.value;
  }) as [number, number, number];
  const exists =
    [year, month, day].every(Number.isInteger) &&
    year >= 1 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month);
  if (!exists) throw new Mistake("bad-date-literal", span, { found: `${year}-${month}-${day}` });
  return dayOf(year, month, day);
}
