import { converter, outcomeNodes } from "../diagram/build.ts";
import { createManager } from "../diagram/manager.ts";
import { partition } from "../diagram/partition.ts";
import { factsIn, follow, personOf, smallestWitness } from "../diagram/person.ts";
import type { Slots } from "../fold/facts.ts";
import { outcomes } from "../fold/kernel.ts";
import type { Outcome } from "../decision/decision.ts";
import type { Counted } from "../rulebook/select.ts";
import { and } from "../syntax/build.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";

export type Comparison =
  | { readonly equal: true; readonly exact: boolean }
  | {
      readonly equal: false;
      readonly exact: boolean;
      /** A person with the fewest facts whom the two answer differently. */
      readonly person: Slots;
      readonly facts: readonly Fact[];
      readonly outcomes: readonly [Outcome, Outcome];
    };

/** Whether two sets of grounds, as they count together, answer every person alike on a day, or the smallest person who tells them apart. */
export function compareRuleSets(
  a: readonly Counted[],
  b: readonly Counted[],
  on: number,
  facts: ReadonlyMap<string, Fact>,
): Comparison {
  const conditions = [...a, ...b].map(({ where, when }) => and(where, when));
  const variables = partition(conditions, on, facts);
  const manager = createManager(variables.map(({ regions }) => regions.length));
  const toNode = converter(manager, variables, on);
  const exact = variables.every(({ kind }) => kind !== "relation");
  const roots = [a, b].map((counted) => outcomeNodes(manager, counted, toNode).outcome);
  if (roots[0] === roots[1]) return { equal: true, exact };
  const witness = smallestWitness(manager, roots, ([left, right]) => left !== right)!;
  const reached = roots.map((root) => follow(manager, root, witness));
  return {
    equal: false,
    exact,
    person: personOf({ variables }, witness),
    facts: factsIn(variables, witness),
    outcomes: [outcomes[reached[0]!]!, outcomes[reached[1]!]!],
  };
}
