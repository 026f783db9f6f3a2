import type { Problem } from "../problem/problem.ts";
import type { YamlFile } from "../rulebook/yaml-file.ts";
import { divide } from "../syntax/build.ts";
import type { Core } from "../syntax/core.ts";
import type { Span } from "../syntax/node.ts";
import { parseFormula } from "../syntax/parser.ts";
import type { FactType, Formula } from "../vocabulary/vocabulary.ts";
import { compare, sameDomain } from "./comparison.ts";
import { condition, elaborate, elaborationLimit, unknownName } from "./elaborate.ts";
import type { Scope } from "./scope.ts";
import { depthLimit, extentOf, sizeLimit } from "./size.ts";
import { Mistake, type Typed, nameOfType } from "./typed.ts";
import { dimensionOf } from "./units.ts";

/** Where a formula stands: its text, file and key path. */
export type FormulaText = {
  readonly source: string;
  readonly file: YamlFile;
  readonly keys: readonly PropertyKey[];
};

type Checked<T> =
  | { readonly value: T; readonly reads: ReadonlySet<string> }
  | { readonly problem: Problem };

/** What a formula may name. */
export type Names = Omit<Scope, "reads" | "budget">;

/** A formula that must be a condition. */
export function checkCondition(text: FormulaText, scope: Names): Checked<Core> {
  return checked(text, scope, (inner) => condition(parsed(text), inner));
}

/** A formula that must give a value of the fact's type. */
export function checkValue(text: FormulaText, scope: Names, type: FactType): Checked<Formula> {
  return checked(text, scope, (inner) => {
    const node = parsed(text);
    return valueOf(elaborate(node, inner), type, text.source, node.span, inner);
  });
}

function parsed(text: FormulaText) {
  const node = parseFormula(text.source);
  if ("error" in node) {
    const { code, span, found, expected } = node.error;
    throw new Mistake(code, span, { found, expected: expected ?? "" });
  }
  return node;
}

function checked<T extends Core | Formula>(
  text: FormulaText,
  scope: Names,
  read: (scope: Scope) => T,
): Checked<T> {
  const reads = new Set<string>();
  try {
    const value = read({ ...scope, reads, budget: { left: elaborationLimit } });
    const { size, depth } = extentOf("kind" in value ? value.core : value);
    const whole = { start: 0, end: text.source.length };
    if (size > sizeLimit) throw new Mistake("formula-too-large", whole, { limit: sizeLimit });
    if (depth > depthLimit) throw new Mistake("formula-too-deep", whole, { found: depthLimit });
    return { value, reads };
  } catch (mistake) {
    if (mistake instanceof Mistake) return { problem: problemAt(text, mistake) };
    throw mistake;
  }
}

function problemAt(text: FormulaText, mistake: Mistake): Problem {
  return {
    code: mistake.code,
    params: {
      ...mistake.params,
      formula: text.source.slice(mistake.span.start, mistake.span.end).slice(0, 80),
    },
    at: text.file.locateInside(text.keys, mistake.span.start),
    ...(mistake.suggestion === undefined ? {} : { suggestion: mistake.suggestion }),
  };
}

function valueOf(typed: Typed, type: FactType, source: string, span: Span, scope: Scope): Formula {
  const clash = (): Mistake =>
    new Mistake("wrong-type", span, { expected: nameOfFactType(type), found: nameOfType(typed) });
  switch (type.kind) {
    case "boolean":
      if (typed.kind !== "boolean")
        throw typed.kind === "word" ? unknownName(typed.text, typed.span, scope) : clash();
      return { kind: "boolean", core: typed.core, source };
    case "date":
      if (typed.kind !== "date") throw clash();
      return { kind: "ordered", core: typed.term, source };
    case "number": {
      const { dimension, factor } = dimensionOf(type.unit);
      if (typed.kind !== "number") throw clash();
      if ((typed.unit?.dimension ?? dimension) !== dimension)
        throw new Mistake("unit-clash", span, { left: type.unit, right: nameOfType(typed) });
      const core = typed.unit === undefined ? typed.term : divide(typed.term, factor);
      return { kind: "ordered", core, source };
    }
    case "enum":
    case "code": {
      const domain = type.kind === "enum" ? type : { kind: type.system };
      if (typed.kind === "code" && sameDomain(typed.domain, domain))
        return { kind: "code", core: typed.term, source };
      if (typed.kind !== "word") throw clash();
      const self = {
        kind: "code",
        domain,
        term: { op: "read-code", read: { from: "fact", name: "" } },
      } as const;
      const core = compare("=", self, typed, span, scope);
      if (core.op !== "is") throw clash();
      return { kind: "code", core: { op: "code", value: core.values[0]! }, source };
    }
  }
}

function nameOfFactType(type: FactType): string {
  switch (type.kind) {
    case "enum":
      return `one of ${type.values.map((value) => value.id).join(", ")}`;
    case "code":
      return type.system;
    case "number":
      return `number of ${type.unit}`;
    default:
      return type.kind;
  }
}
