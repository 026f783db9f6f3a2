import { formatDay } from "../calendar/day.ts";
import type { Outcome } from "../decision/decision.ts";
import { valueInWords } from "../decision/words.ts";
import { DiagramLimit } from "../diagram/manager.ts";
import { factsOf } from "../fold/explain.ts";
import { type Slots, slotName } from "../fold/facts.ts";
import type { NamedPlace, Pack } from "../rulebook/pack.ts";
import { type Counted, countedGrounds, type RuleSet, selectRules } from "../rulebook/select.ts";
import { and, truth } from "../syntax/build.ts";
import type { Core } from "../syntax/core.ts";
import type { Text } from "../text.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";
import type { Aligned } from "./align.ts";
import { compareRuleSets } from "./compare.ts";
import type { Group } from "./diff-scope.ts";

export type Compared = {
  readonly service: string;
  /** The chain of texts, top first. */
  readonly chain: readonly string[];
  /** An instrument's id, or `all`. */
  readonly law: string;
  /** ISO days asked about on which it is so. */
  readonly days: readonly string[];
};

/** The smallest person whom the two sides answer differently; empty: anybody. */
export type Difference = Compared & {
  readonly person: readonly { readonly fact: string; readonly label: Text; readonly value: Text }[];
  /** Null where one side has no text in force. */
  readonly outcomes: readonly [Outcome, Outcome] | null;
  /** The side that has no text in force. */
  readonly noText: "first" | "second" | null;
  readonly exact: boolean;
};

export type Skipped = Compared & {
  readonly reason: "too-large" | "facts-differ";
  readonly facts: readonly string[];
};

/** Days by whose texts the sides answer, and the day asked about. */
export type DayPair = { readonly texts: readonly [number, number]; readonly asked: number };

export type Found = {
  readonly exact: boolean;
  readonly difference?: Difference;
  readonly skip?: Skipped;
};

/** One thing that both packs know, by the texts of a day each. */
export function compareOn(
  packs: readonly [Pack, Pack],
  { service, chain, law, counties }: Group,
  { texts, asked }: DayPair,
  { facts, clashing }: Pick<Aligned, "facts" | "clashing">,
): readonly Found[] {
  const compared = { service, chain, law, days: [formatDay(asked)] };
  const [a, b] = packs.map((pack, side) => {
    const county = counties[0]!;
    const on = texts[side]!;
    const selected = selectRules(pack, { service, county, on, knownAt: Infinity, law });
    return selected.ok ? within(selected.value, counties, facts) : undefined;
  });
  if (a === undefined || b === undefined) {
    const standing = a ?? b;
    // A single text that is not in force says nothing; what that changes, the chain as a whole shows.
    if (standing === undefined || standing.length === 0 || law !== "all") return [];
    const noText = a === undefined ? "first" : "second";
    const difference = { ...compared, person: [], outcomes: null, noText, exact: true } as const;
    return [{ exact: true, difference }];
  }
  if (a.length + b.length === 0) return [];
  if (JSON.stringify(a) === JSON.stringify(b)) return [{ exact: true }];
  const read = [...a, ...b].flatMap(({ where, when }) => [...factsOf(and(where, when))]);
  const differing = [...new Set(read)].filter((name) => clashing.has(name));
  if (differing.length > 0) {
    const skip = { ...compared, reason: "facts-differ" as const, facts: differing };
    return [{ exact: false, skip }];
  }
  try {
    const comparison = compareRuleSets(a, b, asked, facts);
    const { exact } = comparison;
    if (comparison.equal) return [{ exact }];
    const person = inWords(
      [...facts.values()],
      comparison.facts,
      comparison.person,
      packs[0].places,
    );
    const { outcomes } = comparison;
    return [{ exact, difference: { ...compared, person, outcomes, noText: null, exact } }];
  } catch (error) {
    if (!(error instanceof DiagramLimit)) throw error;
    return [{ exact: false, skip: { ...compared, reason: "too-large", facts: [] } }];
  }
}

/** The grounds that count for people who ask about one of these counties; nobody else is answered. */
function within(
  rules: RuleSet,
  counties: readonly string[],
  facts: ReadonlyMap<string, Fact>,
): readonly Counted[] {
  const asked: Core = {
    op: "is",
    term: { op: "read-code", read: { from: "fact", name: "place.county" } },
    values: counties.map(Number),
  };
  const here = facts.has("place.county") ? asked : truth;
  return countedGrounds(rules).map(({ where, when, gives }) => ({
    where: and(here, where),
    when,
    gives,
  }));
}

/** In the vocabulary's order, places by name. */
function inWords(
  inOrder: readonly Fact[],
  facts: readonly Fact[],
  person: Slots,
  places: readonly NamedPlace[],
): Difference["person"] {
  return inOrder
    .filter((fact) => facts.includes(fact))
    .map((fact) => {
      const code = person[slotName(fact.name)];
      const place =
        fact.type.kind === "code" ? places.find((one) => Number(one.code) === code) : undefined;
      const value = place?.name ?? valueInWords(fact, person) ?? fact.label;
      return { fact: fact.name, label: fact.label, value };
    });
}
