// What an erasure leaves of what was said in a case of others: a key in place of the number, nothing in place of the name.
import type { Action } from "./action.ts";

/** Somebody by everything that a case may call them. */
export type Named = {
  readonly person: number;
  readonly names: ReadonlySet<string>;
  readonly idNumbers: ReadonlySet<string>;
};

/** The same actions, by which the case folds to the same stage with the same words of the same signers. */
export const redactActions = (actions: readonly Action[], whom: Named): readonly Action[] =>
  actions.map((action) => redacted(action, whom) as Action);

const nobody = "—";

/** Fields whose values are of a list, days or keys: no name stands in them, and they are what the case folds by. */
const fixed: ReadonlySet<string> = new Set([
  "clause",
  "do",
  "grade",
  "heard",
  "how",
  "issued",
  "key",
  "kind",
  "law",
  "on",
  "outcome",
  "receipt",
  "relation",
  "role",
  "rule",
  "says",
  "session",
  "source",
  "state",
  "stated",
  "subject",
  "tie",
]);

function redacted(value: unknown, whom: Named, key = ""): unknown {
  if (typeof value === "string") return fixed.has(key) ? value : withoutThem(value, whom);
  if (Array.isArray(value)) return value.map((each: unknown) => redacted(each, whom, key));
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, redacted(part, whom, name)]);
  return { ...Object.fromEntries(parts), ...yearOnly(value, whom) };
}

/** Their day of birth keeps its year: it says who had to sign for whom. */
function yearOnly(value: object, { idNumbers }: Named): object {
  const { citizen, idNumber, birthDate } = value as Readonly<Record<string, unknown>>;
  const isThem = [citizen, idNumber].some(
    (each) => typeof each === "string" && idNumbers.has(each),
  );
  return isThem && typeof birthDate === "string"
    ? { birthDate: `${birthDate.slice(0, 4)}-01-01` }
    : {};
}

function withoutThem(text: string, { person, names, idNumbers }: Named): string {
  let left = text;
  for (const number of idNumbers) left = left.replaceAll(number, `erased-${person}`);
  for (const name of names) left = left.replaceAll(name, nobody);
  return left;
}
