import { formatDay } from "../calendar/day.ts";
import type { Pack, Rule } from "../rulebook/pack.ts";
import type { Text } from "../text.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";

/** What of a rule is another. */
export type RulePart =
  | "period"
  | "place"
  | "condition"
  | "gives"
  | "exceptions"
  | "covers"
  | "papers"
  | "authority"
  | "words";

export type RuleChange = {
  readonly kind: "added" | "removed" | "changed";
  readonly service: string;
  readonly instrument: string;
  readonly rule: string;
  readonly clause: string;
  readonly title: Text;
  /** ISO day from which this version is in force. */
  readonly from: string;
  /** Empty unless it was changed. */
  readonly parts: readonly RulePart[];
};

export type FactChange = {
  readonly kind: "added" | "removed" | "changed";
  readonly fact: string;
  readonly label: Text;
  readonly parts: readonly ("type" | "derive" | "moves" | "words")[];
};

/** Rules added, removed and changed, version by version; `counts` says which of each side take part. */
export function ruleChanges(
  first: readonly Rule[],
  second: readonly Rule[],
): readonly RuleChange[] {
  const pairs = pairedRules(first, second);
  return pairs.flatMap(([a, b]) => {
    if (a === undefined) return b === undefined ? [] : [changeOf("added", b, [])];
    if (b === undefined) return [changeOf("removed", a, [])];
    const parts = (Object.keys(partsOf) as RulePart[]).filter(
      (part) => JSON.stringify(partsOf[part](a)) !== JSON.stringify(partsOf[part](b)),
    );
    return parts.length === 0 ? [] : [changeOf("changed", b, parts)];
  });
}

const partsOf: Readonly<Record<RulePart, (rule: Rule) => unknown>> = {
  period: ({ inForce, recorded }) => [inForce.from, inForce.until ?? null, recorded],
  place: ({ where }) => where,
  condition: ({ when }) => when,
  gives: ({ gives, binds }) => [gives, binds],
  exceptions: ({ exceptionTo }) => exceptionTo.toSorted(),
  covers: ({ covers }) => covers.map(({ relation, condition }) => [relation, condition ?? null]),
  papers: ({ papers }) => papers.toSorted(),
  authority: ({ authority }) => Object.entries(authority).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  words: ({ clause, title, plain, readings }) => [clause, title, plain, readings],
};

/** Versions of one rule: those of the same first day, then the rest in order of time. */
function pairedRules(
  first: readonly Rule[],
  second: readonly Rule[],
): readonly (readonly [Rule | undefined, Rule | undefined])[] {
  const nameOf = ({ instrument, service, id }: Rule): string => `${service} ${instrument} ${id}`;
  const names = new Set([...first, ...second].map(nameOf));
  const versions = (rules: readonly Rule[], name: string): readonly Rule[] =>
    rules
      .filter((rule) => nameOf(rule) === name)
      .toSorted((a, b) => a.inForce.from - b.inForce.from);
  return [...names].flatMap((name) => {
    const [left, right] = [versions(first, name), versions(second, name)];
    const same = left.flatMap((a) => {
      const b = right.find(({ inForce }) => inForce.from === a.inForce.from);
      return b === undefined ? [] : [[a, b] as const];
    });
    const [restA, restB] = [
      left.filter((rule) => !same.some(([a]) => a === rule)),
      right.filter((rule) => !same.some(([, b]) => b === rule)),
    ];
    const rest = Array.from(
      { length: Math.max(restA.length, restB.length) },
      (_, index) => [restA[index], restB[index]] as const,
    );
    return [...same, ...rest];
  });
}

const changeOf = (
  kind: RuleChange["kind"],
  { service, instrument, id, clause, title, inForce }: Rule,
  parts: readonly RulePart[],
): RuleChange => ({
  kind,
  service,
  instrument,
  rule: id,
  clause,
  title,
  from: formatDay(inForce.from),
  parts,
});

/** Facts added, removed and changed. */
export function factChanges(first: Pack, second: Pack): readonly FactChange[] {
  const [left, right] = [factsByName(first), factsByName(second)];
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].flatMap((name): readonly FactChange[] => {
    const [a, b] = [left.get(name), right.get(name)];
    const { label } = (b ?? a)!;
    if (a === undefined || b === undefined) {
      return [{ kind: a === undefined ? "added" : "removed", fact: name, label, parts: [] }];
    }
    const parts = (Object.keys(factParts) as (keyof typeof factParts)[]).filter(
      (part) => JSON.stringify(factParts[part](a)) !== JSON.stringify(factParts[part](b)),
    );
    return parts.length === 0 ? [] : [{ kind: "changed", fact: name, label, parts }];
  });
}

const factsByName = ({ vocabulary }: Pack): ReadonlyMap<string, Fact> =>
  new Map(vocabulary.facts.map((fact) => [fact.name, fact]));

const factParts: Readonly<Record<FactChange["parts"][number], (fact: Fact) => unknown>> = {
  type: ({ type }) => (type.kind === "enum" ? type.values.map(({ id }) => id).toSorted() : type),
  derive: ({ derive }) => derive?.core ?? null,
  moves: ({ moves }) => moves,
  words: ({ label, question, why, type }) => [
    label,
    question ?? null,
    why ?? null,
    type.kind === "enum" ? type.values.map((value) => value.label) : null,
  ],
};
