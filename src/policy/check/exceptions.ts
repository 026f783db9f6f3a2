import type { Problem } from "../problem/problem.ts";
import { overlap } from "../rulebook/load-parameters.ts";
import type { LoadedRule } from "../rulebook/load-rules.ts";
import type { Rule } from "../rulebook/pack.ts";
import { and } from "../syntax/build.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";
import { satisfiable } from "./regions.ts";

/**
 * Exceptions form an order: no rule is an exception to itself, none is without a clause, and two
 * exceptions to one rule that can hold at once must say which yields (Catala: a conflict is an error).
 */
export function ambiguousExceptions(
  rules: readonly LoadedRule[],
  facts: ReadonlyMap<string, Fact>,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const loaded of rules) {
    const { rule } = loaded;
    if (yieldsTo(rule, rule, rules))
      problems.push(at(loaded, "circular-exception", { rule: rule.id }));
    if (rule.exceptionTo.length > 0 && !/\w/.test(rule.clause))
      problems.push(at(loaded, "exception-without-clause", { rule: rule.id }));
  }
  if (problems.length > 0) return problems;
  for (const [index, first] of rules.entries()) {
    for (const second of rules.slice(index + 1)) {
      const shared = first.rule.exceptionTo.find((id) => second.rule.exceptionTo.includes(id));
      if (shared === undefined || !conflict(first.rule, second.rule)) continue;
      if (yieldsTo(first.rule, second.rule, rules) || yieldsTo(second.rule, first.rule, rules))
        continue;
      const both = and(first.rule.where, first.rule.when, second.rule.where, second.rule.when);
      if (satisfiable(both, facts) === "no") continue;
      problems.push(
        at(second, "ambiguous-exception", {
          rule: second.rule.id,
          other: first.rule.id,
          base: shared,
        }),
      );
    }
  }
  return problems;
}

const conflict = (a: Rule, b: Rule): boolean =>
  a.id !== b.id && a.service === b.service && overlap(a.inForce, b.inForce) && a.gives !== b.gives;

/** Whether `rule` is an exception to `base`, directly or through others. */
function yieldsTo(rule: Rule, base: Rule, rules: readonly LoadedRule[]): boolean {
  const queue = [...rule.exceptionTo];
  const seen = new Set(queue);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === base.id) return true;
    for (const next of rules
      .filter((other) => other.rule.id === id)
      .flatMap((other) => other.rule.exceptionTo)) {
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  return false;
}

const at = (
  loaded: LoadedRule,
  code: string,
  params: Readonly<Record<string, string>>,
): Problem => ({
  code,
  params,
  at: loaded.file.locateKey([...loaded.keys, "exception-to"]),
});
