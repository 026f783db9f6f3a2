import type * as fc from "fast-check";
import { expect } from "vitest";
import { compileKernel } from "../fold/compile.ts";
import { explainer } from "../fold/explain.ts";
import {
  type Slots,
  forget,
  unknownSlots,
  slottedFacts,
  slotName,
  lowSlot,
  highSlot,
} from "../fold/facts.ts";
import { evaluatorAt } from "../fold/evaluate.ts";
import { OPEN, closureKernel, outcomes } from "../fold/kernel.ts";
import type { Pack } from "../rulebook/pack.ts";
import { type RuleSet, selectRules } from "../rulebook/select.ts";

/** Laws that every rule set keeps on every person; tests ask them of random packs and of the real one. */

export function rulesFor(
  pack: Pack,
  asked: {
    readonly county: string;
    readonly on: number;
    readonly knownAt?: number;
    readonly law?: string;
  },
): RuleSet {
  const selected = selectRules(pack, {
    service: "settlement",
    county: asked.county,
    on: asked.on,
    knownAt: asked.knownAt ?? Infinity,
    law: asked.law ?? "all",
  });
  if (!selected.ok) throw new Error(selected.problems[0]!.code);
  return selected.value;
}

/** The generated kernel and the closures say the same; returns what they say. */
export function agreedOutcome(rules: RuleSet, on: number, slots: Slots): (typeof outcomes)[number] {
  const generated = compileKernel(rules, on)(slots);
  expect(outcomes[generated]).toBe(outcomes[closureKernel(rules, on)(slots)]);
  return outcomes[generated]!;
}

/** What `explain` names forces the outcome by itself, nothing of it can be left out, and its trees tell the truth. */
export function explainsItself(pack: Pack, rules: RuleSet, on: number, slots: Slots): void {
  const kernel = compileKernel(rules, on);
  const declared = new Map(pack.vocabulary.facts.map((fact) => [fact.name, fact]));
  const { outcome, because, grounds } = explainer(rules, on, kernel, declared)(slots);
  expect(outcome).toBe(kernel(slots));
  const evaluator = evaluatorAt(on);
  const situation = { facts: slots, records: () => ({ items: [], complete: true }), items: {} };
  for (const { ground, truth, tree } of grounds) {
    const whole = { op: "and", of: [ground.where, ground.when] } as const;
    expect(truth).toBe(evaluator.condition(whole)(situation));
    expect(tree.truth).toBe(truth);
  }
  if (outcome === OPEN) {
    expect(because).toEqual([]);
    return;
  }
  const only = (names: readonly string[]): Slots => {
    const scratch = unknownSlots(slottedFacts(pack.vocabulary));
    for (const name of names)
      for (const slot of [slotName(name), lowSlot(name), highSlot(name)])
        if (scratch[slot] !== undefined) scratch[slot] = slots[slot]!;
    return scratch;
  };
  expect(outcomes[kernel(only(because))]).toBe(outcomes[outcome]);
  for (const left of because) {
    const without = only(because);
    forget(without, left, declared.get(left)!.type);
    expect([left, outcomes[kernel(without)]]).not.toEqual([left, outcomes[outcome]]);
  }
}

/** Parameters of every property: one seed, so that two runs are the same run. */
export const runs = (numRuns: number): fc.Parameters<unknown> => ({ seed: 20_141_027, numRuns });
