// What an erasure leaves of what was said in a case of others: a key in place of the number, nothing in place of the name.
import type { Action } from "./action.ts";

/** Somebody by everything that a case may call them. */
export type Named = {
  readonly person: number;
  readonly names: ReadonlySet<string>;
  readonly idNumbers: ReadonlySet<string>;
  readonly birthDates: ReadonlySet<string>;
};

/** The same actions, by which the case folds to the same stage with the same words of the same signers. */
export const redactActions = (actions: readonly Action[], whom: Named): readonly Action[] =>
  actions.map((action) => redacted(action, whom) as Action);

const nobody = "—";

function redacted(value: unknown, whom: Named, key = ""): unknown {
  if (typeof value === "string") return wordWithout(value, whom, key);
  if (Array.isArray(value)) return value.map((each: unknown) => redacted(each, whom));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, redacted(part, whom, name)]),
  );
}

/** A day of birth keeps its year: it says who had to sign for whom. */
function wordWithout(
  value: string,
  { person, names, idNumbers, birthDates }: Named,
  key: string,
): string {
  if (birthDates.has(value) && key === "birthDate") return `${value.slice(0, 4)}-01-01`;
  let left = value;
  for (const number of idNumbers) left = left.replaceAll(number, `erased-${person}`);
  for (const name of names) left = left.replaceAll(name, nobody);
  return left;
}
