import { and, atMost, choose, constant, isOneOf, not, or } from "../syntax/build.ts";
import type { Core, OrderedTerm } from "../syntax/core.ts";
import type { CompareOperator, Node, Span, Test } from "../syntax/node.ts";
import { aligned } from "./arithmetic.ts";
import type { Scope } from "./scope.ts";
import { suggest } from "./suggest.ts";
import { type Domain, Mistake, type Typed, nameOfType } from "./typed.ts";

/** `left operator right`, both sides of one type and unit. */
export function compare(
  operator: CompareOperator,
  left: Typed,
  right: Typed,
  span: Span,
  scope: Scope,
): Core {
  const [a, b] = settled(left, right, span, scope);
  if (a.kind === "code" && b.kind === "code") {
    const equal = sameCode(a, b, span);
    if (operator === "=") return equal;
    if (operator === "!=") return not(equal);
    throw new Mistake("not-ordered", span, { type: nameOfType(a) });
  }
  if (a.kind === "boolean" && b.kind === "boolean") {
    if (operator !== "=" && operator !== "!=")
      throw new Mistake("not-ordered", span, { type: "boolean" });
    const equal =
      b.core.op === "constant"
        ? b.core.value
          ? a.core
          : not(a.core)
        : choose(a.core, b.core, not(b.core));
    return operator === "=" ? equal : not(equal);
  }
  if (a.kind === "number" && b.kind === "number") {
    const both = aligned(a, b, span);
    return ordered(operator, both.left, both.right);
  }
  if (a.kind !== "date" || b.kind !== "date") {
    throw new Mistake("wrong-type", span, { expected: nameOfType(a), found: nameOfType(b) });
  }
  return ordered(operator, a.term, b.term);
}

function ordered(operator: CompareOperator, left: OrderedTerm, right: OrderedTerm): Core {
  switch (operator) {
    case "<=":
      return atMost(left, right);
    case ">=":
      return atMost(right, left);
    case "<":
      return not(atMost(right, left));
    case ">":
      return not(atMost(left, right));
    case "=":
      return and(atMost(left, right), atMost(right, left));
    case "!=":
      return not(and(atMost(left, right), atMost(right, left)));
  }
}

function sameCode(
  a: Extract<Typed, { kind: "code" }>,
  b: Extract<Typed, { kind: "code" }>,
  span: Span,
): Core {
  if (!sameDomain(a.domain, b.domain))
    throw new Mistake("wrong-type", span, { expected: nameOfType(a), found: nameOfType(b) });
  if (b.term.op === "code") return isOneOf(a.term, [b.term.value]);
  if (a.term.op === "code") return isOneOf(b.term, [a.term.value]);
  return { op: "same", left: a.term, right: b.term };
}

export function sameDomain(a: Domain, b: Domain): boolean {
  if (a.kind === "enum" && b.kind === "enum") {
    return (
      a.values.length === b.values.length &&
      a.values.every((value, index) => value.id === b.values[index]?.id)
    );
  }
  return a.kind === b.kind;
}

/** Bare words and texts become codes of the type they meet. */
function settled(left: Typed, right: Typed, span: Span, scope: Scope): readonly [Typed, Typed] {
  if (left.kind === "word" && right.kind === "word") throw notDeclared(left, scope);
  if (left.kind === "word") return [asCode(left, right, scope), right];
  if (right.kind === "word") return [left, asCode(right, left, scope)];
  if (
    left.kind === "list" ||
    right.kind === "list" ||
    left.kind === "records" ||
    right.kind === "records"
  ) {
    throw new Mistake("compares-list", span);
  }
  return [left, right];
}

function notDeclared(word: Extract<Typed, { kind: "word" }>, scope: Scope): Mistake {
  const known = [...scope.facts.keys(), ...scope.parameters.keys(), ...scope.records.keys()];
  return new Mistake("unknown-name", word.span, { name: word.text }, suggest(word.text, known));
}

function asCode(word: Extract<Typed, { kind: "word" }>, like: Typed, scope: Scope): Typed {
  if (like.kind !== "code") {
    if (!word.quoted) throw notDeclared(word, scope);
    throw new Mistake("wrong-type", word.span, { expected: nameOfType(like), found: "text" });
  }
  const { domain } = like;
  if (domain.kind === "enum") {
    const value = domain.values.findIndex((candidate) => candidate.id === word.text);
    if (value >= 0) return { kind: "code", domain, term: { op: "code", value } };
    const values = domain.values.map((candidate) => candidate.id);
    throw new Mistake(
      "unknown-enum-value",
      word.span,
      { value: word.text, values: values.join(", ") },
      suggest(word.text, values),
    );
  }
  const digits = domain.kind === "division" ? 6 : 4;
  if (!word.quoted || !new RegExp(`^\\d{${digits}}$`).test(word.text)) {
    throw new Mistake("bad-code", word.span, { value: word.text, digits });
  }
  return { kind: "code", domain, term: { op: "code", value: Number(word.text) } };
}

/** `value in tests`: any one of them. */
export function meets(
  value: Typed,
  tests: readonly Test[],
  span: Span,
  scope: Scope,
  read: (node: Node) => Typed,
): Core {
  return or(
    ...tests.map((test) => {
      switch (test.kind) {
        case "comparison":
          return compare(test.operator, value, read(test.right), test.span, scope);
        case "range":
          return and(
            compare(test.lowOpen ? ">" : ">=", value, read(test.low), test.span, scope),
            compare(test.highOpen ? "<" : "<=", value, read(test.high), test.span, scope),
          );
        case "value":
          return member(value, read(test.of), span, scope);
      }
    }),
  );
}

function member(value: Typed, candidate: Typed, span: Span, scope: Scope): Core {
  if (candidate.kind !== "list") return compare("=", value, candidate, span, scope);
  if (candidate.items.length === 0) return constant(false);
  const codes =
    value.kind === "code" ? candidate.items.map((item) => asConstantCode(item, value, scope)) : [];
  if (value.kind === "code" && codes.every((code) => code !== undefined))
    return isOneOf(value.term, codes);
  return or(...candidate.items.map((item) => compare("=", value, item, span, scope)));
}

function asConstantCode(
  item: Typed,
  like: Extract<Typed, { kind: "code" }>,
  scope: Scope,
): number | undefined {
  const code = item.kind === "word" ? asCode(item, like, scope) : item;
  return code.kind === "code" && code.term.op === "code" && sameDomain(code.domain, like.domain)
    ? code.term.value
    : undefined;
}
