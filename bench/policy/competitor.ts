import type { Pack, RuleSet } from "../../src/policy/index.ts";
import type { Facts } from "./facts.ts";
import type { Person } from "./people.ts";

/** The people of a run, and the law they are judged by. */
export type Bench = {
  readonly pack: Pack;
  readonly rules: RuleSet;
  readonly people: readonly Person[];
  readonly facts: readonly Facts[];
};

/** Answers everybody once: one outcome code a person, `0 refused, 1 unknown, 2 granted, 3 refer`. */
export type Pass = (codes: Uint8Array) => void | Promise<void>;

/** Compiles the rulebook and builds the objects it will read; neither is timed. */
export type Competitor = (bench: Bench) => Pass;

export const [REFUSED, UNKNOWN, GRANTED, REFER] = [0, 1, 2, 3] as const;

/** A pass that answers people one by one with a plain function. */
export function each<T>(items: readonly T[], answer: (item: T) => number): Pass {
  return (codes) => {
    for (let index = 0; index < items.length; index += 1) codes[index] = answer(items[index]!);
  };
}
