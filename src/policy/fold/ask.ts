import { allowedBy, type RuleDiagram } from "../diagram/build.ts";
import {
  type Allowed,
  isTerminal,
  type Manager,
  type NodeId,
  supportOf,
  terminals,
} from "../diagram/manager.ts";
import { factsBehind } from "../diagram/partition.ts";
import { isKnown, type Slots } from "./facts.ts";
import { OPEN } from "./kernel.ts";

/** What to ask next, and what can still matter at all. */
export type Asking = {
  /** The answer that everything still possible has in common, or open. */
  readonly outcome: number;
  /** Null when no question can settle more. */
  readonly next: string | null;
  /** Facts that can still change the answer, unsure ones left out: exactly these, where the diagram is exact. */
  readonly open: readonly string[];
  /** How many questions are likely left, on average over the answers. */
  readonly expected: number;
  readonly exact: boolean;
};

export type Asker = (slots: Slots, unsure: readonly string[]) => Asking;

/** Support up to which the best question is found by trying every order. */
const exhaustiveLimit = 6;

/**
 * The interview: asks only what can still matter, and first what is expected to settle most (greatest
 * information gain about the outcome, every region of a fact equally likely; Quinlan 1986). Where six
 * facts or fewer are left, the order with the fewest expected questions is found exactly.
 * Facts the person is unsure of are left open, and asking stops when no other answer can settle the outcome.
 */
export function asker(diagram: RuleDiagram): Asker {
  const { manager, variables, exact } = diagram;
  return (slots, unsure) => {
    const allowed = allowedBy(diagram, slots);
    const askable = variables.map((variable) =>
      factsBehind(variable).filter(
        ({ name, type }) => !unsure.includes(name) && !isKnown(slots, name, type),
      ),
    );
    const unasked = askable.map((facts) => facts.length === 0);
    const known = manager.restrict(diagram.outcome, allowed);
    const outcome = isTerminal(known) ? known : OPEN;
    const root = consensus(manager, known, unasked);
    if (isTerminal(root)) return { outcome, next: null, open: [], expected: 0, exact };
    const search = questionSearch(manager, chancesOf(allowed));
    const open = [...supportOf(manager, root)]
      .toSorted((a, b) => a - b)
      .flatMap((index) => askable[index]!.map(({ name }) => name));
    return {
      outcome,
      next: askable[search.best(root)]![0]!.name,
      open: [...new Set(open)],
      expected: search.expected(root),
      exact,
    };
  };
}

/** Every region that is still possible is equally likely. */
function chancesOf(allowed: Allowed): readonly (readonly number[])[] {
  return allowed.map((possible) => {
    const count = possible.reduce((sum, bit) => sum + bit, 0);
    return Array.from(possible, (bit) => bit / count);
  });
}

/** The outcome as far as the other facts settle it: `OPEN` where unsure ones still tell answers apart. */
function consensus(manager: Manager, root: NodeId, unasked: readonly boolean[]): NodeId {
  if (!unasked.includes(true)) return root;
  const agreed = new Map<string, NodeId>();
  const child = (a: NodeId, index: number, region: number): NodeId =>
    manager.variableOf(a) === index ? manager.childrenOf(a)[region]! : a;
  const agree = (a: NodeId, b: NodeId): NodeId => {
    if (a === b) return a;
    if (isTerminal(a) && isTerminal(b)) return OPEN;
    const key = a < b ? `${a},${b}` : `${b},${a}`;
    const known = agreed.get(key);
    if (known !== undefined) return known;
    const index = Math.min(manager.variableOf(a), manager.variableOf(b));
    const children = Array.from({ length: manager.sizes[index]! }, (_, region) =>
      agree(child(a, index, region), child(b, index, region)),
    );
    const node = manager.node(index, children);
    agreed.set(key, node);
    return node;
  };
  const done = new Map<NodeId, NodeId>();
  const visit = (a: NodeId): NodeId => {
    if (isTerminal(a)) return a;
    const known = done.get(a);
    if (known !== undefined) return known;
    const index = manager.variableOf(a);
    const children = manager.childrenOf(a).map(visit);
    const node = unasked[index] ? children.reduce(agree) : manager.node(index, children);
    done.set(a, node);
    return node;
  };
  return visit(root);
}

/** Searches for the best question under fixed chances of every variable's regions. */
export function questionSearch(
  manager: Manager,
  chances: readonly (readonly number[])[],
  limit = exhaustiveLimit,
) {
  const cofactors = new Map<string, NodeId>();
  const distributions = new Map<NodeId, readonly number[]>();
  const cheapestOf = new Map<NodeId, { readonly variable: number; readonly cost: number }>();
  const lengths = new Map<NodeId, number>();

  const mean = (index: number, of: (region: number) => number): number => {
    let sum = 0;
    for (const [region, chance] of chances[index]!.entries())
      if (chance > 0) sum += chance * of(region);
    return sum;
  };

  /** The function once one variable is known. */
  function cofactor(node: NodeId, index: number, region: number): NodeId {
    const at = manager.variableOf(node);
    if (at > index) return node;
    if (at === index) return manager.childrenOf(node)[region]!;
    const key = `${node},${index},${region}`;
    const known = cofactors.get(key);
    if (known !== undefined) return known;
    const result = manager.node(
      at,
      manager.childrenOf(node).map((child) => cofactor(child, index, region)),
    );
    cofactors.set(key, result);
    return result;
  }

  /** Chance of each terminal. */
  function distribution(node: NodeId): readonly number[] {
    const known = distributions.get(node);
    if (known !== undefined) return known;
    const result = Array.from({ length: terminals }, () => 0);
    if (isTerminal(node)) result[node] = 1;
    else {
      for (const [region, chance] of chances[manager.variableOf(node)]!.entries()) {
        if (chance === 0) continue;
        const below = distribution(manager.childrenOf(node)[region]!);
        for (let terminal = 0; terminal < terminals; terminal += 1)
          result[terminal]! += chance * below[terminal]!;
      }
    }
    distributions.set(node, result);
    return result;
  }

  const entropy = (node: NodeId): number =>
    isTerminal(node)
      ? 0
      : distribution(node).reduce(
          (sum, chance) => (chance > 0 ? sum - chance * Math.log2(chance) : sum),
          0,
        );

  function best(node: NodeId): number {
    const support = [...supportOf(manager, node)].toSorted((a, b) => a - b);
    if (support.length <= limit) return cheapest(node).variable;
    let found = { variable: support[0]!, rest: Infinity };
    for (const index of support) {
      const rest = mean(index, (region) => entropy(cofactor(node, index, region)));
      if (rest < found.rest - 1e-9) found = { variable: index, rest };
    }
    return found.variable;
  }

  /** The exact optimum, by trying every order. */
  function cheapest(node: NodeId): { readonly variable: number; readonly cost: number } {
    const known = cheapestOf.get(node);
    if (known !== undefined) return known;
    let found = { variable: -1, cost: isTerminal(node) ? 0 : Infinity };
    for (const index of [...supportOf(manager, node)].toSorted((a, b) => a - b)) {
      const cost = 1 + mean(index, (region) => cheapest(cofactor(node, index, region)).cost);
      if (cost < found.cost - 1e-9) found = { variable: index, cost };
    }
    cheapestOf.set(node, found);
    return found;
  }

  /** Mean number of questions when asked in the diagram's own order: an estimate from above. */
  function expected(node: NodeId): number {
    if (isTerminal(node)) return 0;
    const known = lengths.get(node);
    if (known !== undefined) return known;
    const length =
      1 + mean(manager.variableOf(node), (region) => expected(manager.childrenOf(node)[region]!));
    lengths.set(node, length);
    return length;
  }

  return { best, cheapest, expected, cofactor };
}
