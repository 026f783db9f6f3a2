import type { Core } from "../syntax/core.ts";
import { FALSE, TRUE, type TruthValue, UNKNOWN } from "./facts.ts";
import { always, both, either, opposite, type Timeline } from "./timeline.ts";

/** What is left of a formula once some of its single conditions, which have numbers, are settled. */
export type Residual =
  | TruthValue
  | { readonly op: "open"; readonly leaf: number }
  /** Has a timeline that changes within the window. */
  | { readonly op: "moving"; readonly leaf: number }
  | { readonly op: "not"; readonly of: Residual }
  | { readonly op: "and" | "or"; readonly of: readonly Residual[] }
  | {
      readonly op: "if";
      readonly test: Residual;
      readonly then: Residual;
      readonly else: Residual;
    };

/** A formula of which nothing but constants is settled. */
export function residualOf(core: Core, numberOf: (leaf: Core) => number): Residual {
  const of = (part: Core): Residual => residualOf(part, numberOf);
  switch (core.op) {
    case "constant":
      return core.value ? TRUE : FALSE;
    case "named":
      return of(core.of);
    case "not":
      return not(of(core.of));
    case "and":
    case "or":
      return join(core.op, core.of.map(of));
    case "if":
      return choose(of(core.test), of(core.then), of(core.else));
    default:
      return { op: "open", leaf: numberOf(core) };
  }
}

/** The formula with one open condition settled; the formula itself where it does not read it. */
export function settle(residual: Residual, leaf: number, as: TruthValue | "moving"): Residual {
  if (typeof residual === "number") return residual;
  const settled = (part: Residual): Residual => settle(part, leaf, as);
  switch (residual.op) {
    case "open":
      if (residual.leaf !== leaf) return residual;
      return as === "moving" ? { op: "moving", leaf } : as;
    case "moving":
      return residual;
    case "not": {
      const of = settled(residual.of);
      return of === residual.of ? residual : not(of);
    }
    case "and":
    case "or": {
      const of = residual.of.map(settled);
      return of.every((part, index) => part === residual.of[index])
        ? residual
        : join(residual.op, of);
    }
    case "if": {
      const [test, then, other] = [residual.test, residual.then, residual.else].map(settled);
      return test === residual.test && then === residual.then && other === residual.else
        ? residual
        : choose(test!, then!, other!);
    }
  }
}

/** The conditions that are still open, in the order of the formula. */
export const openLeaves = (residual: Residual): readonly number[] =>
  leavesThatAre("open", residual);
export const movingLeaves = (residual: Residual): readonly number[] =>
  leavesThatAre("moving", residual);

function leavesThatAre(state: "open" | "moving", residual: Residual): readonly number[] {
  if (typeof residual === "number") return [];
  const within = (part: Residual): readonly number[] => leavesThatAre(state, part);
  switch (residual.op) {
    case "open":
    case "moving":
      return residual.op === state ? [residual.leaf] : [];
    case "not":
      return within(residual.of);
    case "and":
    case "or":
      return residual.of.flatMap(within);
    case "if":
      return [residual.test, residual.then, residual.else].flatMap(within);
  }
}

/** The timeline of a formula in which nothing is open, from those of its moving conditions. */
export function lineOf(residual: Residual, lines: readonly Timeline[]): Timeline {
  if (typeof residual === "number") return always(residual);
  switch (residual.op) {
    case "open":
      throw new Error(`Condition ${residual.leaf} is not settled.`);
    case "moving":
      return lines[residual.leaf]!;
    case "not":
      return opposite(lineOf(residual.of, lines));
    case "and":
    case "or": {
      const two = residual.op === "and" ? both : either;
      let line = lineOf(residual.of[0]!, lines);
      for (let index = 1; index < residual.of.length; index += 1)
        line = two(line, lineOf(residual.of[index]!, lines));
      return line;
    }
    case "if": {
      const test = lineOf(residual.test, lines);
      const [then, other] = [lineOf(residual.then, lines), lineOf(residual.else, lines)];
      const [first, second] = [both(test, then), both(opposite(test), other)];
      return either(either(first, second), both(then, other));
    }
  }
}

function not(of: Residual): Residual {
  return typeof of === "number" ? ((TRUE - of) as TruthValue) : { op: "not", of };
}

/** The parts that matter, at most one of them unknown for good. */
export function join(op: "and" | "or", parts: readonly Residual[]): Residual {
  const [settling, neutral] = op === "and" ? ([FALSE, TRUE] as const) : ([TRUE, FALSE] as const);
  if (parts.includes(settling)) return settling;
  const left: Residual[] = parts.filter((part) => typeof part !== "number");
  if (parts.includes(UNKNOWN)) left.unshift(UNKNOWN);
  if (left.length === 0) return neutral;
  return left.length === 1 ? left[0]! : { op, of: left };
}

function choose(test: Residual, then: Residual, other: Residual): Residual {
  if (test === TRUE) return then;
  if (test === FALSE) return other;
  if (typeof then === "number" && then === other) return then;
  return { op: "if", test, then, else: other };
}
