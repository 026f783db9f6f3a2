import type { RuleSet } from "../rulebook/select.ts";
import { type Kernel, kernelLibrary, kernelSource } from "./kernel.ts";

/** A kernel as it is emitted: the calendar and the day in, the kernel out. */
export type KernelMaker = (library: typeof kernelLibrary, on: number) => Kernel;

/**
 * Compiles a rule set for one day with generated code. Needs `new Function`, so it runs on the server;
 * the browser imports the module that {@link emitKernels} writes at build time.
 */
export function compileKernel(rules: RuleSet, on: number): Kernel {
  const make = new Function(`return ${kernelSource(rules)}`) as () => KernelMaker;
  return make()(kernelLibrary, on);
}

/** Stable name of a rule set: the versions it is made of. */
export function ruleSetKey(rules: RuleSet): string {
  const versions = rules.grounds.map(
    ({ rule, gives }) =>
      `${rule.instrument}/${rule.id}@${rule.inForce.from}${gives === "grant" ? "" : "?"}`,
  );
  return [rules.service, ...rules.texts.map(({ id }) => id), ...versions].join(" ");
}

/** An ES module that exports `kernels`, one maker for each rule set, under its key. */
export function emitKernels(sets: readonly RuleSet[]): string {
  const entries = new Map(sets.map((rules) => [ruleSetKey(rules), kernelSource(rules)]));
  return `export const kernels = {\n${[...entries].map(([key, source]) => `${JSON.stringify(key)}: ${source}`).join(",\n")}\n};\n`;
}
