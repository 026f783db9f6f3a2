import type { Outcome } from "../decision/decision.ts";
import { diagramIfSmall, type RuleDiagram } from "../diagram/build.ts";
import type { NodeId } from "../diagram/manager.ts";
import { factsIn, follow, personOf, smallestWitness } from "../diagram/person.ts";
import { factsBehind, setValue } from "../diagram/partition.ts";
import type { Slots } from "../fold/facts.ts";
import { outcomes } from "../fold/kernel.ts";
import type { RuleSet } from "../rulebook/select.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";

export type Independence =
  | { readonly independent: true; readonly exact: boolean }
  | {
      readonly independent: false;
      readonly exact: boolean;
      /** Two people who differ in this fact alone, and how each is answered. */
      readonly people: readonly [Slots, Slots];
      readonly outcomes: readonly [Outcome, Outcome];
      /** What else has to be so about both. */
      readonly facts: readonly Fact[];
    };

/**
 * Whether a fact makes a difference to anybody: the rules' outcome with the fact at any value is the same
 * function (`f[x:=a] ≡ f[x:=b]`), or two people show that it is not. Prohibitions, second half.
 * Undefined where the rule set is too large to say.
 */
export function independenceOf(
  fact: Fact,
  rules: RuleSet,
  on: number,
  facts: ReadonlyMap<string, Fact>,
): Independence | undefined {
  const diagram = diagramIfSmall(rules, on, facts);
  if (diagram === undefined) return undefined;
  const { manager, variables, outcome, exact } = diagram;
  const index = variables.findIndex(
    (variable) => variable.kind !== "relation" && variable.fact.name === fact.name,
  );
  if (index < 0) return { independent: true, exact: exact || !isRelated(fact, diagram.variables) };
  const fixed = variables[index]!.regions.map((_, region): NodeId =>
    manager.restrict(
      outcome,
      variables.map(({ regions }, other) =>
        Uint8Array.from(regions, (__, which) => (other !== index || which === region ? 1 : 0)),
      ),
    ),
  );
  for (const [region, node] of fixed.entries()) {
    if (node === fixed[0]) continue;
    const roots = [fixed[0]!, node];
    const witness = smallestWitness(manager, roots, ([a, b]) => a !== b)!;
    const answers = roots.map((root) => outcomes[follow(manager, root, witness)]!);
    const person = (at: number): Slots => {
      const slots = personOf(diagram, witness);
      setValue(slots, fact, variables[index]!.regions[at]!);
      return slots;
    };
    return {
      independent: false,
      exact,
      people: [person(0), person(region)],
      outcomes: [answers[0]!, answers[1]!],
      facts: factsIn(variables, witness),
    };
  }
  return { independent: true, exact };
}

function isRelated(fact: Fact, variables: RuleDiagram["variables"]): boolean {
  return variables.some((variable) => factsBehind(variable).some(({ name }) => name === fact.name));
}
