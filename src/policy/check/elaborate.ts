import {
  and,
  choose,
  constant,
  falsehood,
  not,
  number,
  or,
  scale,
  truth,
} from "../syntax/build.ts";
import type { Core, Read } from "../syntax/core.ts";
import type { Node, Span } from "../syntax/node.ts";
import type { FieldType, RecordKind } from "../vocabulary/vocabulary.ts";
import { aligned, arithmetic, quantity } from "./arithmetic.ts";
import { call } from "./calls.ts";
import { compare, meets, sameDomain } from "./comparison.ts";
import { type Scope, bind, isRecordKind } from "./scope.ts";
import { suggest } from "./suggest.ts";
import { Mistake, type Typed, nameOfType } from "./typed.ts";
import { dimensionOf, timeUnits } from "./units.ts";

/** Most steps one formula may take: quantifiers over lists are written out, one inside the other multiplies. */
export const elaborationLimit = 50_000;

/** Gives a parsed formula its type and its core form; throws {@link Mistake} at the first thing that makes no sense. */
export function elaborate(node: Node, scope: Scope): Typed {
  scope.budget.left -= 1;
  if (scope.budget.left < 0)
    throw new Mistake("formula-too-large", node.span, { limit: elaborationLimit });
  switch (node.kind) {
    case "boolean":
      return { kind: "boolean", core: constant(node.value) };
    case "number":
      return literal(node.value, node.unit, node.span, scope);
    case "string":
      return { kind: "word", text: node.value, quoted: true, span: node.span };
    case "date":
      return { kind: "date", term: number(node.value) };
    case "name":
      return named(node.name, node.span, scope);
    case "not":
      return { kind: "boolean", core: not(condition(node.of, scope)) };
    case "negate": {
      const of = elaborate(node.of, scope);
      if (of.kind !== "number")
        throw new Mistake("wrong-type", node.of.span, {
          expected: "number",
          found: nameOfType(of),
        });
      return { ...of, term: scale(of.term, -1) };
    }
    case "and":
      return { kind: "boolean", core: and(...node.of.map((part) => condition(part, scope))) };
    case "or":
      return { kind: "boolean", core: or(...node.of.map((part) => condition(part, scope))) };
    case "compare":
      return {
        kind: "boolean",
        core: compare(
          node.operator,
          elaborate(node.left, scope),
          elaborate(node.right, scope),
          node.span,
          scope,
        ),
      };
    case "in": {
      const value = elaborate(node.value, scope);
      return {
        kind: "boolean",
        core: meets(value, node.tests, node.span, scope, (part) => elaborate(part, scope)),
      };
    }
    case "arithmetic":
      return arithmetic(
        node.operator,
        elaborate(node.left, scope),
        elaborate(node.right, scope),
        node.span,
      );
    case "if":
      return conditional(
        condition(node.test, scope),
        elaborate(node.then, scope),
        elaborate(node.else, scope),
        node.else.span,
      );
    case "some":
    case "every":
      return { kind: "boolean", core: quantified(node, scope) };
    case "filter": {
      const list = elaborate(node.list, scope);
      if (list.kind !== "records")
        throw new Mistake("wrong-type", node.list.span, {
          expected: "records",
          found: nameOfType(list),
        });
      const core = condition(node.condition, bind(scope, "item", list.record));
      return { ...list, list: { op: "filter", list: list.list, condition: core } };
    }
    case "call":
      return call(node.name, node.args, node.span, scope, (part) => elaborate(part, scope));
    case "list":
      return { kind: "list", items: node.items.map((item) => elaborate(item, scope)) };
  }
}

/** A formula that must be true or false. */
export function condition(node: Node, scope: Scope): Core {
  const typed = elaborate(node, scope);
  if (typed.kind === "word") throw unknownName(typed.text, typed.span, scope);
  if (typed.kind !== "boolean")
    throw new Mistake("wrong-type", node.span, { expected: "boolean", found: nameOfType(typed) });
  return typed.core;
}

function literal(value: number, unit: string | undefined, span: Span, scope: Scope): Typed {
  if (unit === undefined) return { kind: "number", term: number(value) };
  const known = new Set([...timeUnits, ...unitsOf(scope)]);
  if (!known.has(unit)) {
    throw new Mistake("unknown-unit", span, { unit }, suggest(unit, known));
  }
  const measured = dimensionOf(unit);
  return quantity(measured, number(value * measured.factor));
}

function unitsOf(scope: Scope): readonly string[] {
  return [...scope.facts.values()].flatMap((fact) =>
    fact.type.kind === "number" ? [fact.type.unit] : [],
  );
}

function named(name: string, span: Span, scope: Scope): Typed {
  if (name === "on") return { kind: "date", term: { op: "on" } };
  const bound = scope.variables.get(name);
  if (bound !== undefined && !isRecordKind(bound)) return bound;
  const dot = name.indexOf(".");
  const holder = dot < 0 ? undefined : scope.variables.get(name.slice(0, dot));
  if (holder !== undefined && isRecordKind(holder))
    return fieldOf(holder, name.slice(0, dot), name.slice(dot + 1), span, scope);
  if (scope.implicit?.fields.some((field) => field.name === name) === true)
    return fieldOf(scope.implicit, "item", name, span, scope);
  const fact = scope.facts.get(name);
  if (fact !== undefined) {
    scope.reads.add(name);
    if (fact.formula === undefined) return typedRead({ from: "fact", name }, fact.type, name, span);
    if (fact.formula.kind === "boolean")
      return { kind: "boolean", core: { op: "named", fact: name, of: fact.formula.core } };
    const read = typedRead({ from: "fact", name }, fact.type, name, span);
    if (fact.formula.kind === "code" && read.kind === "code")
      return { ...read, term: fact.formula.core };
    if (fact.formula.kind === "ordered" && read.kind === "date")
      return { ...read, term: fact.formula.core };
    if (fact.formula.kind === "ordered" && fact.type.kind === "number")
      return quantity(
        dimensionOf(fact.type.unit),
        scale(fact.formula.core, dimensionOf(fact.type.unit).factor),
      );
  }
  const parameter = scope.parameters.get(name);
  if (parameter !== undefined) {
    scope.reads.add(name);
    return parameter;
  }
  const record = scope.records.get(name);
  if (record !== undefined) {
    scope.reads.add(name);
    if (!scope.readsRecords) throw new Mistake("records-in-rule", span, { name });
    return { kind: "records", record, list: { op: "records", kind: name } };
  }
  if (name.includes(".")) throw unknownName(name, span, scope);
  return { kind: "word", text: name, quoted: false, span };
}

function fieldOf(
  record: RecordKind,
  variable: string,
  field: string,
  span: Span,
  scope: Scope,
): Typed {
  const known = record.fields.find((candidate) => candidate.name === field);
  if (known === undefined) {
    const fields = record.fields.map((candidate) => candidate.name);
    throw new Mistake(
      "unknown-field",
      span,
      { record: record.name, field },
      suggest(field, fields),
    );
  }
  scope.reads.add(`${record.name}.${field}`);
  return typedRead({ from: "item", variable, field }, known.type, `${record.name}.${field}`, span);
}

function typedRead(read: Read, type: FieldType, name: string, span: Span): Typed {
  switch (type.kind) {
    case "boolean":
      return { kind: "boolean", core: { op: "holds", read } };
    case "enum":
      return { kind: "code", domain: type, term: { op: "read-code", read } };
    case "code":
      return { kind: "code", domain: { kind: type.system }, term: { op: "read-code", read } };
    case "date":
    case "month":
      return { kind: "date", term: { op: "read-ordered", read } };
    case "number": {
      const unit = dimensionOf(type.unit);
      return quantity(unit, scale({ op: "read-ordered", read }, unit.factor));
    }
    case "text":
      throw new Mistake("text-in-rule", span, { name });
  }
}

function conditional(test: Core, then: Typed, otherwise: Typed, span: Span): Typed {
  if (then.kind === "boolean" && otherwise.kind === "boolean")
    return { kind: "boolean", core: choose(test, then.core, otherwise.core) };
  if (then.kind === "date" && otherwise.kind === "date") {
    return { kind: "date", term: { op: "choose", test, then: then.term, else: otherwise.term } };
  }
  if (then.kind === "number" && otherwise.kind === "number") {
    const both = aligned(then, otherwise, span);
    return quantity(both.unit, { op: "choose", test, then: both.left, else: both.right });
  }
  if (
    then.kind === "code" &&
    otherwise.kind === "code" &&
    sameDomain(then.domain, otherwise.domain)
  ) {
    return {
      kind: "code",
      domain: then.domain,
      term: { op: "choose-code", test, then: then.term, else: otherwise.term },
    };
  }
  throw new Mistake("wrong-type", span, {
    expected: nameOfType(then),
    found: nameOfType(otherwise),
  });
}

function quantified(node: Extract<Node, { kind: "some" | "every" }>, scope: Scope): Core {
  const list = elaborate(node.list, scope);
  if (
    scope.facts.has(node.variable) ||
    scope.parameters.has(node.variable) ||
    node.variable === "on"
  ) {
    throw new Mistake("name-taken", node.span, { name: node.variable });
  }
  if (list.kind === "records") {
    const inner = condition(node.condition, bind(scope, node.variable, list.record));
    return { op: node.kind, variable: node.variable, list: list.list, condition: inner };
  }
  if (list.kind !== "list")
    throw new Mistake("wrong-type", node.list.span, { expected: "list", found: nameOfType(list) });
  const parts = list.items.map((item) =>
    condition(node.condition, bind(scope, node.variable, item)),
  );
  if (parts.length === 0) return node.kind === "some" ? falsehood : truth;
  return node.kind === "some" ? or(...parts) : and(...parts);
}

/** A word that nothing declares. */
export function unknownName(name: string, span: Span, scope: Scope): Mistake {
  const known = [
    ...scope.facts.keys(),
    ...scope.parameters.keys(),
    ...scope.records.keys(),
    ...scope.variables.keys(),
    ...(scope.implicit?.fields ?? []).map((field) => field.name),
    "on",
  ];
  const enums = [...scope.facts.values()].flatMap((fact) =>
    fact.type.kind === "enum" ? fact.type.values.map((value) => value.id) : [],
  );
  return new Mistake("unknown-name", span, { name }, suggest(name, [...known, ...enums]));
}
