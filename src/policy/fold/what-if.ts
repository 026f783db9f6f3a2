import { allowedBy, type RuleDiagram } from "../diagram/build.ts";
import { isTerminal, type NodeId } from "../diagram/manager.ts";
import type { Variable } from "../diagram/partition.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";
import type { Slots } from "./facts.ts";

/** One fact made so: a value, or any value from `low` to `high` (either may be open). */
export type Change = {
  readonly fact: Fact;
  /** Truth, enum index or code; for dates and numbers the value nearest to today's. */
  readonly value: number;
  /** Bounds of the values that would do, for dates and numbers. */
  readonly low: number;
  readonly high: number;
  /** It was not known before: stating it may be enough. */
  readonly wasOpen: boolean;
};

/** Smallest sets of changes, each enough for a grant whatever is still open; fewest changes first. */
export type WhatIf = (slots: Slots) => readonly (readonly Change[])[];

/** Sets with more changes than this are not looked for, nor more sets than that. */
const changeLimit = 3;
const setLimit = 24;

/**
 * What a person could bring about to be granted: exact over the regions of the diagram. Facts that the
 * vocabulary does not mark as the person's (`personal`), and facts that only time moves, are never proposed.
 */
export function whatIf(diagram: RuleDiagram): WhatIf {
  const { manager, variables } = diagram;
  return (slots) => {
    const allowed = allowedBy(diagram, slots);
    const root = manager.restrict(
      diagram.granted,
      allowed.map((possible, index) =>
        isChangeable(variables[index]!) ? new Uint8Array(possible.length).fill(1) : possible,
      ),
    );
    const known = new Map<NodeId, readonly Assignment[]>();

    /** Minimal assignments that make the node hold for certain. */
    function enough(node: NodeId): readonly Assignment[] {
      if (isTerminal(node)) return node === 1 ? [new Map()] : [];
      const found = known.get(node);
      if (found !== undefined) return found;
      const index = manager.variableOf(node);
      const children = manager.childrenOf(node);
      const possible = allowed[index]!;
      const left = children
        .filter((_, region) => possible[region] === 1)
        .map(enough)
        .reduce((sets, more) => sets.flatMap((set) => more.flatMap((other) => union(set, other))));
      const changed = isChangeable(variables[index]!)
        ? children.flatMap((child, region) =>
            enough(child).flatMap((set) =>
              isReachable(variables[index]!, possible, region)
                ? union(set, new Map([[index, region]]))
                : [],
            ),
          )
        : [];
      const result = minimal([...left, ...changed]);
      known.set(node, result);
      return result;
    }

    return enough(root)
      .filter((set) => set.size > 0)
      .map((set) =>
        [...set].map(([index, region]) => changeOf(variables[index]!, region, allowed[index]!)),
      );
  };
}

/** Region by variable index. */
type Assignment = ReadonlyMap<number, number>;

function isChangeable(variable: Variable): boolean {
  return (
    variable.kind !== "relation" && variable.fact.personal && variable.fact.moves === "constant"
  );
}

/** A change leads to a whole number, where something else was possible. */
function isReachable(variable: Variable, possible: Uint8Array, region: number): boolean {
  const isCertain = possible[region] === 1 && possible.reduce((sum, bit) => sum + bit, 0) === 1;
  return Number.isInteger(variable.regions[region]) && !isCertain;
}

/** Both together, unless they disagree or are too many. */
function union(a: Assignment, b: Assignment): readonly Assignment[] {
  const both = new Map(a);
  for (const [index, region] of b) {
    if ((both.get(index) ?? region) !== region) return [];
    both.set(index, region);
  }
  return both.size > changeLimit ? [] : [both];
}

function minimal(sets: readonly Assignment[]): readonly Assignment[] {
  const kept: Assignment[] = [];
  for (const set of sets.toSorted((a, b) => a.size - b.size)) {
    const isCovered = kept.some((smaller) =>
      [...smaller].every(([index, region]) => set.get(index) === region),
    );
    if (!isCovered && kept.length < setLimit) kept.push(set);
  }
  return kept;
}

function changeOf(variable: Variable, region: number, possible: Uint8Array): Change {
  if (variable.kind === "relation") throw new TypeError("a relation between facts is not changed");
  const wasOpen = possible.reduce((sum, bit) => sum + bit, 0) > 1;
  const { fact, regions } = variable;
  const value = regions[region]!;
  if (variable.kind !== "ordered") return { fact, value, low: value, high: value, wasOpen };
  const low = region === 0 ? -Infinity : Math.ceil(variable.highest[region - 1]! + 1e-9);
  const high = region === regions.length - 1 ? Infinity : variable.highest[region]!;
  const rises = possible.lastIndexOf(1) < region;
  return {
    fact,
    value: rises && low !== -Infinity ? low : Math.min(value, high),
    low,
    high,
    wasOpen,
  };
}
