import { type Slots, unknownSlots } from "../fold/facts.ts";
import type { RuleDiagram } from "./build.ts";
import { isTerminal, type Manager, type NodeId } from "./manager.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";
import { factsBehind, setValue, type Variable } from "./partition.ts";

/** Regions that lead to an answer, by variable index; every other variable may be anything. */
export type Witness = ReadonlyMap<number, number>;

/** The witness with the fewest facts for which `accepts` holds of the terminals that a tuple of functions reaches. */
export function smallestWitness(
  manager: Manager,
  roots: readonly NodeId[],
  accepts: (terminals: readonly NodeId[]) => boolean,
): Witness | undefined {
  const known = new Map<string, Witness | null>();
  const search = (nodes: readonly NodeId[]): Witness | null => {
    if (nodes.every(isTerminal)) return accepts(nodes) ? new Map() : null;
    const key = nodes.join(",");
    const found = known.get(key);
    if (found !== undefined) return found;
    const index = Math.min(...nodes.map((node) => manager.variableOf(node)));
    let best: Witness | null = null;
    for (let region = 0; region < manager.sizes[index]!; region += 1) {
      const below = search(
        nodes.map((node) =>
          manager.variableOf(node) === index ? manager.childrenOf(node)[region]! : node,
        ),
      );
      if (below !== null && (best === null || below.size + 1 < best.size))
        best = new Map([[index, region], ...below]);
    }
    known.set(key, best);
    return best;
  };
  return search(roots) ?? undefined;
}

/** The terminal that a witness leads to. */
export function follow(manager: Manager, root: NodeId, witness: Witness): NodeId {
  let node = root;
  while (!isTerminal(node))
    node = manager.childrenOf(node)[witness.get(manager.variableOf(node)) ?? 0]!;
  return node;
}

/** A person in slots: the witness's regions at their representatives, all else unknown. */
export function personOf(diagram: Pick<RuleDiagram, "variables">, witness: Witness): Slots {
  const facts = diagram.variables.flatMap(factsBehind);
  const slots = unknownSlots(facts);
  for (const [index, region] of witness) {
    const variable = diagram.variables[index]!;
    if (variable.kind !== "relation") setValue(slots, variable.fact, variable.regions[region]!);
  }
  return slots;
}

/** The facts a witness fixes. */
export function factsIn(variables: readonly Variable[], witness: Witness): readonly Fact[] {
  return [...witness.keys()].flatMap((index) => factsBehind(variables[index]!));
}
