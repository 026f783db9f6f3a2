import type { Problem } from "../problem/problem.ts";
import type { LoadedRule } from "../rulebook/load-rules.ts";
import type { Reads } from "../rulebook/load-vocabulary.ts";
import type { Prohibition } from "../rulebook/pack.ts";

/** Prohibitions, first half: a rule that reads a forbidden fact, also through derived facts, does not load. */
export function forbiddenReads(
  rules: readonly LoadedRule[],
  reads: Reads,
  prohibitions: readonly Prohibition[],
): readonly Problem[] {
  return rules.flatMap((loaded) =>
    prohibitions
      .filter(({ services }) => services === "all" || services.includes(loaded.rule.service))
      .flatMap((prohibition) => {
        const path = pathTo(loaded.reads, reads, (name) =>
          prohibition.uses.some((use) => matches(name, use)),
        );
        if (path === undefined) return [];
        const params = {
          rule: loaded.rule.id,
          fact: path.at(-1)!,
          path: [loaded.rule.id, ...path].join(" → "),
          clause: prohibition.clause,
          prohibition: prohibition.id,
        };
        return [
          { code: "forbidden-fact", params, at: loaded.file.locate([...loaded.keys, "when"]) },
        ];
      }),
  );
}

/** `land.exit.*` stands for `land.exit` and every name below it: counting records reads them too. */
const matches = (name: string, use: string): boolean =>
  use.endsWith(".*")
    ? name === use.slice(0, -2) || name.startsWith(use.slice(0, -1))
    : name === use;

/** Shortest chain of names from what a rule reads to a forbidden one. */
function pathTo(
  from: ReadonlySet<string>,
  reads: Reads,
  forbidden: (name: string) => boolean,
): readonly string[] | undefined {
  const queue = [...from].map((name) => [name]);
  const seen = new Set(from);
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const name = path.at(-1)!;
    if (forbidden(name)) return path;
    for (const next of reads.get(name) ?? []) {
      if (!seen.has(next)) queue.push([...path, next]);
      seen.add(next);
    }
  }
  return undefined;
}
