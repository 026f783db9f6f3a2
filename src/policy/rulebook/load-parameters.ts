import { parseDay } from "../calendar/day.ts";
import { constant, number } from "../syntax/build.ts";
import type { Typed } from "../check/typed.ts";
import { dimensionOf } from "../check/units.ts";
import type { Problem } from "../problem/problem.ts";
import type { Parameter, ParameterValue, Period } from "./pack.ts";
import type { LoadedRule } from "./load-rules.ts";
import type { Reads } from "./load-vocabulary.ts";
import type { Shaped } from "./shaped.ts";
import type { ParameterShape, RulesFile } from "./shapes.ts";

/** A parameter with the type its rules see. */
export type LoadedParameter = Parameter & { readonly typed: Typed };

export const periodOf = (shape: {
  readonly from: string;
  readonly until?: string | undefined;
}): Period => ({
  from: parseDay(shape.from)!,
  ...(shape.until === undefined ? {} : { until: parseDay(shape.until)! }),
});

export const overlap = (a: Period, b: Period): boolean =>
  a.from < (b.until ?? Infinity) && b.from < (a.until ?? Infinity);

/** Every parameter version of the pack; two versions of one name must not be in force on one day. */
export function loadParameters(files: readonly Shaped<RulesFile>[]): {
  readonly parameters: readonly LoadedParameter[];
  readonly problems: readonly Problem[];
} {
  const parameters: LoadedParameter[] = [];
  const problems: Problem[] = [];
  for (const { file, data } of files) {
    for (const [index, shape] of data.parameters.entries()) {
      const at = file.locate(["parameters", index, "value"]);
      const typed = typedValue(shape);
      if (typed === undefined) {
        problems.push({
          code: "bad-parameter",
          params: { name: shape.parameter, type: shape.type },
          at,
        });
        continue;
      }
      const inForce = periodOf(shape["in-force"]);
      if (
        parameters.some((other) => other.id === shape.parameter && overlap(other.inForce, inForce))
      ) {
        problems.push({
          code: "overlapping-periods",
          params: { name: shape.parameter },
          at: file.locate(["parameters", index, "in-force"]),
        });
      }
      parameters.push({
        id: shape.parameter,
        instrument: data.instrument,
        clause: shape.clause,
        inForce,
        value: plainValue(typed),
        ...(shape.reading === undefined ? {} : { reading: shape.reading }),
        typed,
      });
    }
  }
  return { parameters, problems };
}

function typedValue(shape: ParameterShape): Typed | undefined {
  const item = /^list of (\w+)$/.exec(shape.type)?.[1];
  if (item === undefined) return single(shape.type, shape.value, shape.unit);
  if (!Array.isArray(shape.value)) return undefined;
  const items = shape.value.map((value) => single(item, value, shape.unit));
  return items.every((typed) => typed !== undefined) ? { kind: "list", items } : undefined;
}

function single(type: string, value: unknown, unit: string | undefined): Typed | undefined {
  switch (type) {
    case "boolean":
      return typeof value === "boolean" ? { kind: "boolean", core: constant(value) } : undefined;
    case "number": {
      if (typeof value !== "number") return undefined;
      if (unit === undefined) return { kind: "number", term: number(value) };
      const measured = dimensionOf(unit);
      return { kind: "number", unit: measured, term: number(value * measured.factor) };
    }
    case "date": {
      const day = typeof value === "string" ? parseDay(value) : undefined;
      return day === undefined ? undefined : { kind: "date", term: number(day) };
    }
    case "division":
    case "prefecture": {
      const digits = type === "division" ? 6 : 4;
      if (typeof value !== "string" || !new RegExp(`^\\d{${digits}}$`).test(value))
        return undefined;
      return { kind: "code", domain: { kind: type }, term: { op: "code", value: Number(value) } };
    }
    default:
      return undefined;
  }
}

function plainValue(typed: Typed): ParameterValue {
  switch (typed.kind) {
    case "boolean":
      return typed.core.op === "constant" && typed.core.value;
    case "number":
    case "date":
      return typed.term.op === "number" ? typed.term.value : Number.NaN;
    case "code":
      return typed.term.op === "code" ? typed.term.value : -1;
    case "list":
      return typed.items.map((item) => Number(plainValue(item)));
    default:
      throw new TypeError("a parameter is a constant");
  }
}

/** Periods in which no parameter changes; one without limits when every parameter has one version. */
export function epochs(parameters: readonly LoadedParameter[]): readonly Period[] {
  const versions = Map.groupBy(parameters, ({ id }) => id);
  const several = [...versions.values()].filter((list) => list.length > 1).flat();
  const edges = new Set(
    several.flatMap(({ inForce }) => [
      inForce.from,
      ...(inForce.until === undefined ? [] : [inForce.until]),
    ]),
  );
  const starts = [-Infinity, ...[...edges].toSorted((a, b) => a - b)];
  return starts.map((from, index) => ({
    from,
    ...(index + 1 < starts.length ? { until: starts[index + 1]! } : {}),
  }));
}

/** Parameters with more than one version. */
export function changing(parameters: readonly LoadedParameter[]): ReadonlySet<string> {
  const versions = Map.groupBy(parameters, ({ id }) => id);
  return new Set([...versions].filter(([, list]) => list.length > 1).map(([id]) => id));
}

/**
 * The parameter values that formulas see in an epoch; outside a parameter's periods its nearest version,
 * so that the vocabulary has its types ({@link parametersOutOfForce} holds rules to the periods).
 */
export function parametersIn(
  epoch: Period,
  parameters: readonly LoadedParameter[],
): ReadonlyMap<string, Typed> {
  const versions = Map.groupBy(parameters, ({ id }) => id);
  const seen = new Map<string, Typed>();
  for (const [id, list] of versions) {
    const inOrder = list.toSorted((a, b) => a.inForce.from - b.inForce.from);
    const version =
      inOrder.find(({ inForce }) => overlap(inForce, epoch)) ??
      inOrder.findLast(({ inForce }) => inForce.from < epoch.from) ??
      inOrder[0]!;
    seen.set(id, version.typed);
  }
  return seen;
}

/** A rule must not read a parameter, itself or through a fact, on a day on which no version of it is in force. */
export function parametersOutOfForce(
  rules: readonly LoadedRule[],
  reads: Reads,
  parameters: readonly LoadedParameter[],
): readonly Problem[] {
  const versions = Map.groupBy(parameters, ({ id }) => id);
  return rules.flatMap(({ rule, reads: own, file, keys }) =>
    [...closureOf(own, reads)].flatMap((name) => {
      const list = versions.get(name);
      if (list === undefined || covers(list, rule.inForce)) return [];
      return [
        {
          code: "parameter-not-in-force",
          params: { name, rule: rule.id },
          at: file.locate([...keys, "in-force"]),
        },
      ];
    }),
  );
}

/** Everything a rule reads, also through facts. */
function closureOf(own: ReadonlySet<string>, reads: Reads): ReadonlySet<string> {
  const found = new Set(own);
  for (const name of found) for (const next of reads.get(name) ?? []) found.add(next);
  return found;
}

function covers(versions: readonly LoadedParameter[], period: Period): boolean {
  let day = period.from;
  for (const { inForce } of versions.toSorted((a, b) => a.inForce.from - b.inForce.from))
    if (inForce.from <= day) day = Math.max(day, inForce.until ?? Infinity);
  return day >= (period.until ?? Infinity);
}
