/**
 * Reduced ordered multi-valued decision diagrams (Bryant 1986; Srinivasan et al. 1990). A node tests one
 * variable and has one child for each of its regions; equal functions are the same node, so equality is `===`.
 * Terminals are small integers: 0 and 1 for conditions, outcome codes for outcomes.
 */
export type NodeId = number;

export type Manager = {
  /** Number of regions of each variable, in order. */
  readonly sizes: readonly number[];
  readonly node: (variable: number, children: readonly NodeId[]) => NodeId;
  readonly and: (a: NodeId, b: NodeId) => NodeId;
  readonly or: (a: NodeId, b: NodeId) => NodeId;
  readonly not: (a: NodeId) => NodeId;
  /** `test ? then : otherwise`; `test` has terminals 0 and 1. */
  readonly choose: (test: NodeId, then: NodeId, otherwise: NodeId) => NodeId;
  /** The same function on fewer regions: what can no longer happen no longer tells children apart. */
  readonly restrict: (a: NodeId, allowed: Allowed) => NodeId;
  readonly variableOf: (a: NodeId) => number;
  readonly childrenOf: (a: NodeId) => readonly NodeId[];
  readonly size: () => number;
};

/** Regions still possible of each variable. */
export type Allowed = readonly Uint8Array[];

/** Thrown when a diagram outgrows its limit; callers fall back and say "approximate". */
export class DiagramLimit extends Error {}

/** Terminals have ids below this. */
export const terminals = 4;
export const isTerminal = (node: NodeId): boolean => node < terminals;

/** A manager whose nodes together never exceed `limit`. */
export function createManager(sizes: readonly number[], limit = 100_000): Manager {
  const variables: number[] = [];
  const children: (readonly NodeId[])[] = [];
  for (let terminal = 0; terminal < terminals; terminal += 1) {
    variables.push(sizes.length);
    children.push([]);
  }
  const unique = new Map<string, NodeId>();
  const chosen = new Map<string, NodeId>();

  const node = (variable: number, below: readonly NodeId[]): NodeId => {
    const first = below[0]!;
    if (below.every((child) => child === first)) return first;
    const key = `${variable}:${below.join(",")}`;
    const known = unique.get(key);
    if (known !== undefined) return known;
    if (variables.length >= limit) throw new DiagramLimit(`more than ${limit} nodes`);
    variables.push(variable);
    children.push(below);
    unique.set(key, variables.length - 1);
    return variables.length - 1;
  };

  const variableOf = (a: NodeId): number => variables[a]!;
  const childrenOf = (a: NodeId): readonly NodeId[] => children[a]!;
  const child = (a: NodeId, variable: number, region: number): NodeId =>
    variables[a] === variable ? children[a]![region]! : a;

  const choose = (test: NodeId, then: NodeId, otherwise: NodeId): NodeId => {
    if (test === 1 || then === otherwise) return then;
    if (test === 0) return otherwise;
    if (then === 1 && otherwise === 0) return test;
    const key = `${test},${then},${otherwise}`;
    const known = chosen.get(key);
    if (known !== undefined) return known;
    const variable = Math.min(variables[test]!, variables[then]!, variables[otherwise]!);
    const below: NodeId[] = [];
    for (let region = 0; region < sizes[variable]!; region += 1) {
      below.push(
        choose(
          child(test, variable, region),
          child(then, variable, region),
          child(otherwise, variable, region),
        ),
      );
    }
    const result = node(variable, below);
    chosen.set(key, result);
    return result;
  };

  const restrict = (root: NodeId, allowed: Allowed): NodeId => {
    const done = new Map<NodeId, NodeId>();
    const visit = (a: NodeId): NodeId => {
      if (isTerminal(a)) return a;
      const known = done.get(a);
      if (known !== undefined) return known;
      const possible = allowed[variables[a]!]!;
      const stand = children[a]![possible.indexOf(1)];
      if (stand === undefined) throw new RangeError("a variable without a possible region");
      const standing = visit(stand);
      const below = children[a]!.map((below_, region) =>
        possible[region] === 1 ? visit(below_) : standing,
      );
      const result = node(variables[a]!, below);
      done.set(a, result);
      return result;
    };
    return visit(root);
  };

  return {
    sizes,
    node,
    and: (a, b) => choose(a, b, 0),
    or: (a, b) => choose(a, 1, b),
    not: (a) => choose(a, 0, 1),
    choose,
    restrict,
    variableOf,
    childrenOf,
    size: () => variables.length,
  };
}

/** Variables that the function depends on: exactly those that can still matter. */
export function supportOf(manager: Manager, root: NodeId): ReadonlySet<number> {
  const support = new Set<number>();
  const seen = new Set<NodeId>();
  const stack = [root];
  for (let a = stack.pop(); a !== undefined; a = stack.pop()) {
    if (isTerminal(a) || seen.has(a)) continue;
    seen.add(a);
    support.add(manager.variableOf(a));
    stack.push(...manager.childrenOf(a));
  }
  return support;
}
