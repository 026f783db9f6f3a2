import { expect, it } from "vitest";
import type { z } from "zod";
import type { Decision, Explanation, Interview, Times, WhatIf } from "../policy/index.ts";
import type * as contract from "./contract.ts";

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** The same type with every part readonly. */
type Fixed<T> = T extends readonly (infer Item)[]
  ? readonly Fixed<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Fixed<T[K]> }
    : T;

it("has the engine's own types", () => {
  // Checked by the compiler: these lines do not type-check once the contract and the engine part ways.
  const decisions: Same<Fixed<z.output<typeof contract.decision>>, Fixed<Decision>> = true;
  const explanations: Same<Fixed<z.output<typeof contract.explanation>>, Fixed<Explanation>> = true;
  const interviews: Same<Fixed<z.output<typeof contract.interview>>, Fixed<Interview>> = true;
  const times: Same<Fixed<z.output<typeof contract.times>>, Fixed<Times>> = true;
  const whatIfs: Same<Fixed<z.output<typeof contract.whatIf>>, Fixed<WhatIf>> = true;
  expect([decisions, explanations, interviews, times, whatIfs]).not.toContain(false);
});
