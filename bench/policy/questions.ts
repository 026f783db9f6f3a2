import { allowedBy, diagramOf, type RuleDiagram } from "../../src/policy/diagram/build.ts";
import { isTerminal, type NodeId } from "../../src/policy/diagram/manager.ts";
import { factsBehind } from "../../src/policy/diagram/partition.ts";
import { writeValue } from "../../src/policy/dossier/derive.ts";
import { questionSearch } from "../../src/policy/fold/ask.ts";
import { slottedFacts, unknownSlots } from "../../src/policy/fold/facts.ts";
import type { Pack, RuleSet } from "../../src/policy/index.ts";
import { on } from "./people.ts";

/** Mean number of questions until the answer is settled, every answer equally likely. */
export type Questions = {
  readonly kind: string;
  /** Every fact that can matter at the place. */
  readonly fullForm: number;
  /** One after the other in the vocabulary's order until the answer is settled. */
  readonly fixedOrder: number;
  /** Rule by rule, each rule's open facts until it is settled. */
  readonly ruleOrder: number;
  readonly ask: number;
  /** The best of all orders, found by trying them all. */
  readonly optimum: number;
};

/** Nodes that the search for the optimum may make. */
const nodeLimit = 4_000_000;

/** Interviews about a town and a village of the region, asked in five ways. */
export function meanQuestions(pack: Pack, rules: RuleSet): readonly Questions[] {
  const facts = new Map(pack.vocabulary.facts.map((fact) => [fact.name, fact]));
  return ["town", "village"].map((kind) => {
    const diagram = diagramOf(rules, on, facts, nodeLimit);
    const { manager, variables } = diagram;
    const slots = unknownSlots(slottedFacts(pack.vocabulary));
    for (const [name, value] of [
      ["place.county", "652323"],
      ["place.kind", kind],
    ] as const) {
      writeValue(slots, name, facts.get(name)!.type, value);
    }
    const allowed = allowedBy(diagram, slots);
    const chances = allowed.map((possible) => {
      const count = possible.reduce((sum, bit) => sum + bit, 0);
      return Array.from(possible, (bit) => bit / count);
    });
    const root = manager.restrict(diagram.outcome, allowed);
    const search = questionSearch(manager, chances, 0);
    const mean = (index: number, of: (region: number) => number): number =>
      chances[index]!.reduce(
        (sum, chance, region) => (chance === 0 ? sum : sum + chance * of(region)),
        0,
      );
    const support = relevant(diagram, root);
    const inVocabulary = support.toSorted(
      (a, b) => position(pack, diagram, a) - position(pack, diagram, b),
    );

    const greedy = (node: NodeId): number => {
      if (isTerminal(node)) return 0;
      const index = search.best(node);
      return 1 + mean(index, (region) => greedy(search.cofactor(node, index, region)));
    };
    const fixed = memo((node = 0, at = 0): number => {
      if (isTerminal(node)) return 0;
      const index = inVocabulary[at]!;
      return 1 + mean(index, (region) => fixed(search.cofactor(node, index, region), at + 1));
    });
    const byRule = memo((node = 0, ...grounds): number => {
      if (isTerminal(node)) return 0;
      const ground = grounds.find((one) => !isTerminal(one))!;
      const index = manager.variableOf(ground);
      return (
        1 +
        mean(index, (region) =>
          byRule(
            search.cofactor(node, index, region),
            ...grounds.map((one) => search.cofactor(one, index, region)),
          ),
        )
      );
    });
    return {
      kind,
      fullForm: support.length,
      fixedOrder: fixed(root, 0),
      ruleOrder: byRule(
        root,
        ...diagram.grounds.map((ground) => manager.restrict(ground, allowed)),
      ),
      ask: greedy(root),
      optimum: questionSearch(manager, chances, variables.length).cheapest(root).cost,
    };
  });
}

/** The table that a run prints. */
export function describeQuestions(rows: readonly Questions[]): string {
  const columns = ["fullForm", "fixedOrder", "ruleOrder", "ask", "optimum"] as const;
  const heads = ["full form", "fixed order", "rule order", "luohu ask", "optimum"];
  const lines = rows.map((row) =>
    [row.kind.padEnd(10), ...columns.map((column) => row[column].toFixed(2).padStart(12))].join(""),
  );
  return [
    "mean number of questions".padEnd(10),
    ["".padEnd(10), ...heads.map((head) => head.padStart(12))].join(""),
    ...lines,
  ].join("\n");
}

function relevant({ manager }: RuleDiagram, root: NodeId): readonly number[] {
  const found = new Set<number>();
  const visit = memo((node = 0): number => {
    if (isTerminal(node)) return 0;
    found.add(manager.variableOf(node));
    manager.childrenOf(node).forEach((child) => visit(child));
    return 0;
  });
  visit(root);
  return [...found];
}

function position(pack: Pack, { variables }: RuleDiagram, index: number): number {
  const [fact] = factsBehind(variables[index]!);
  return pack.vocabulary.facts.findIndex(({ name }) => name === fact!.name);
}

function memo(of: (...keys: readonly number[]) => number): (...keys: readonly number[]) => number {
  const known = new Map<string, number>();
  return (...keys) => {
    const key = keys.join(",");
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = of(...keys);
    known.set(key, value);
    return value;
  };
}
