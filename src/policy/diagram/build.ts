import { GRANTED, REFER, REFUSED } from "../fold/kernel.ts";
import { evaluatorAt } from "../fold/evaluate.ts";
import { factsOf } from "../fold/explain.ts";
import { type Counted, countedGrounds, type RuleSet } from "../rulebook/select.ts";
import type { Slots } from "../fold/facts.ts";
import { TRUE } from "../fold/facts.ts";
import type { Core } from "../syntax/core.ts";
import { and } from "../syntax/build.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";
import { DiagramLimit, type Allowed, createManager, type Manager, type NodeId } from "./manager.ts";
import { situationOf, evaluated, partition, possibleRegions, type Variable } from "./partition.ts";

/** A rule set at one day as decision diagrams. */
export type RuleDiagram = {
  readonly manager: Manager;
  readonly variables: readonly Variable[];
  readonly on: number;
  /** Terminals are outcome codes: refused, granted, refer. */
  readonly outcome: NodeId;
  /** Whether some ground grants. */
  readonly granted: NodeId;
  /** Each ground's own condition, in the order of the rule set. */
  readonly grounds: readonly NodeId[];
  /** False where facts are compared with one another: answers about what can matter are then approximate. */
  readonly exact: boolean;
};

/**
 * Builds the diagrams of a rule set at one day. Exact while every condition reads one fact; throws
 * {@link DiagramLimit} beyond `limit` nodes.
 */
export function diagramOf(
  rules: RuleSet,
  on: number,
  facts: ReadonlyMap<string, Fact>,
  limit?: number,
): RuleDiagram {
  const conditions = rules.grounds.map(({ where, when }) => and(where, when));
  const counted = countedGrounds(rules);
  const whole = counted.map(({ where, when }) => and(where, when));
  const variables = partition([...whole, ...conditions], on, facts);
  const manager = createManager(
    variables.map(({ regions }) => regions.length),
    limit,
  );
  const toNode = converter(manager, variables, on);
  const grounds = conditions.map(toNode);
  const { granted, outcome } = outcomeNodes(manager, counted, toNode);
  return {
    manager,
    variables,
    on,
    granted,
    grounds,
    outcome,
    exact: variables.every(({ kind }) => kind !== "relation"),
  };
}

/** The diagrams of a rule set, or undefined where they would outgrow the limit. */
export function diagramIfSmall(
  rules: RuleSet,
  on: number,
  facts: ReadonlyMap<string, Fact>,
): RuleDiagram | undefined {
  try {
    return diagramOf(rules, on, facts);
  } catch (error) {
    if (error instanceof DiagramLimit) return undefined;
    throw error;
  }
}

/** Whether some ground grants, and the outcome. */
export function outcomeNodes(
  manager: Manager,
  counted: readonly Counted[],
  toNode: (core: Core) => NodeId,
): { readonly granted: NodeId; readonly outcome: NodeId } {
  const any = (wanted: "grant" | "refer"): NodeId =>
    counted
      .filter(({ gives }) => gives === wanted)
      .reduce<NodeId>((found, { where, when }) => manager.or(found, toNode(and(where, when))), 0);
  const granted = any("grant");
  return {
    granted,
    outcome: manager.choose(granted, GRANTED, manager.choose(any("refer"), REFER, REFUSED)),
  };
}

/** Conditions to nodes, over variables that cut every fact they read. */
export function converter(
  manager: Manager,
  variables: readonly Variable[],
  on: number,
): (core: Core) => NodeId {
  const indexOf = new Map(
    variables.map((variable, index) => [
      variable.kind === "relation" ? JSON.stringify(variable.core) : variable.fact.name,
      index,
    ]),
  );
  const known = new Map<string, NodeId>();

  function atom(core: Core): NodeId {
    const key = JSON.stringify(core);
    const found = known.get(key);
    if (found !== undefined) return found;
    const node = factsOf(core).size === 0 ? daily(core) : overRegions(core, key);
    known.set(key, node);
    return node;
  }

  /** A condition that only the day settles. */
  function daily(core: Core): NodeId {
    return evaluatorAt(on).condition(core)(situationOf({})) === TRUE ? 1 : 0;
  }

  function overRegions(core: Core, key: string): NodeId {
    const index = indexOf.get(key) ?? indexOf.get([...factsOf(core)][0]!)!;
    const variable = variables[index]!;
    const truths =
      variable.kind === "relation"
        ? variable.regions
        : variable.regions.map((value) => evaluated([core], variable.fact, on)(value)[0]!);
    return manager.node(
      index,
      truths.map((truth) => (truth === TRUE ? 1 : 0)),
    );
  }

  function convert(core: Core): NodeId {
    switch (core.op) {
      case "constant":
        return core.value ? 1 : 0;
      case "not":
        return manager.not(convert(core.of));
      case "named":
        return convert(core.of);
      case "and":
        return core.of.reduce<NodeId>((node, part) => manager.and(node, convert(part)), 1);
      case "or":
        return core.of.reduce<NodeId>((node, part) => manager.or(node, convert(part)), 0);
      case "if":
        return manager.choose(convert(core.test), convert(core.then), convert(core.else));
      default:
        return atom(core);
    }
  }
  return convert;
}

/** What a person's slots leave possible of every variable. */
export const allowedBy = (diagram: RuleDiagram, slots: Slots): Allowed =>
  diagram.variables.map((variable) => possibleRegions(variable, slots, diagram.on));
