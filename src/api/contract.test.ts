import { expect, it } from "vitest";
import type { z } from "zod";
import type { Decision, Explanation } from "../policy/index.ts";
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
  expect(decisions && explanations).toBe(true);
});
