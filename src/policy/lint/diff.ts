import { formatDay, parseDay } from "../calendar/day.ts";
import type { Outcome } from "../decision/decision.ts";
import { valueInWords } from "../decision/words.ts";
import { DiagramLimit } from "../diagram/manager.ts";
import { factsOf } from "../fold/explain.ts";
import type { Slots } from "../fold/facts.ts";
import { slotName } from "../fold/facts.ts";
import type { Problem } from "../problem/problem.ts";
import { ok, refused, type Result } from "../result.ts";
import type { NamedPlace, Pack } from "../rulebook/pack.ts";
import { type RuleSet, selectRules } from "../rulebook/select.ts";
import { and, truth } from "../syntax/build.ts";
import type { Core } from "../syntax/core.ts";
import type { Text } from "../text.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";
import { alignPacks } from "./align.ts";
import { compareRuleSets } from "./compare.ts";
import { type FactChange, factChanges, type RuleChange, ruleChanges } from "./diff-rules.ts";
import { type Group, groupsOf, onlyOnOneSide, type Unmatched } from "./diff-scope.ts";

/** A pack, and the ISO day whose texts count; without one, see {@link diffPacks}. */
export type DiffSide = { readonly pack: Pack; readonly on?: string };

export type DiffQuestion = {
  readonly service?: string;
  /** 6-digit code; default: every county of every chain that both know. */
  readonly county?: string;
  /** ISO day for a side that names none. */
  readonly on?: string;
};

type Compared = {
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

export type PackDiff = {
  /** Everybody is answered alike, with the same family covered, papers and authority; words may differ. */
  readonly equal: boolean;
  readonly exact: boolean;
  /** How many services, chains, single texts and days were compared. */
  readonly compared: number;
  readonly differences: readonly Difference[];
  readonly skipped: readonly Skipped[];
  /** Services and texts that only one side knows. */
  readonly unmatched: readonly Unmatched[];
  readonly rules: readonly RuleChange[];
  readonly facts: readonly FactChange[];
};

/**
 * Two packs, or one on two days, for every service, chain of texts and single text that both know. Where
 * no side names a day: on every day on which a text or rule of either begins or ends. With two days, the
 * later one is asked about, by the texts of each. Refuses with `unknown-service`, `no-rulebook-for-place`
 * or `bad-date`.
 */
export function diffPacks(
  a: DiffSide,
  b: DiffSide,
  question: DiffQuestion = {},
): Result<PackDiff, Problem> {
  const days = [a.on ?? question.on, b.on ?? question.on];
  const wrong = days.find((day) => day !== undefined && parseDay(day) === undefined);
  if (wrong !== undefined)
    return refused({ code: "bad-date", params: { found: wrong }, at: { path: "on" } });
  const { facts, second, clashing } = alignPacks(a.pack, b.pack);
  const packs = [a.pack, second] as const;
  const scope = groupsOf(packs, question.service, question.county);
  if (!scope.ok) return scope;
  const pairs = dayPairs(packs, days);
  const found = scope.value.flatMap((group) =>
    pairs.flatMap((pair): readonly Found[] => compareOn(packs, group, pair, facts, clashing)),
  );
  const differences = merged(found.flatMap(({ difference }) => difference ?? []));
  const skipped = merged(found.flatMap(({ skip }) => skip ?? []));
  const unmatched = onlyOnOneSide(packs, question.service);
  const inForce = (side: 0 | 1) =>
    rulesOn(packs[side], days[side], question.service, days[0] !== days[1]);
  const rules = ruleChanges(inForce(0), inForce(1));
  const vocabulary = factChanges(a.pack, b.pack);
  return ok({
    equal:
      differences.length + skipped.length + unmatched.length === 0 &&
      !rules.some(({ parts }) => parts.some((part) => shownParts.has(part))) &&
      !vocabulary.some(({ parts }) => parts.some((part) => part !== "words")),
    exact: found.every(({ exact }) => exact),
    compared: found.length,
    differences,
    skipped,
    unmatched,
    rules,
    facts: vocabulary,
  });
}

/** Parts of a rule that a decision shows and that no comparison of outcomes sees. */
const shownParts: ReadonlySet<string> = new Set(["covers", "papers", "authority"]);

/** Days by whose texts the sides answer, and the day asked about. */
type DayPair = { readonly texts: readonly [number, number]; readonly asked: number };

function dayPairs(
  packs: readonly [Pack, Pack],
  named: readonly (string | undefined)[],
): readonly DayPair[] {
  const [first, second] = named.map((day) => (day === undefined ? undefined : parseDay(day)));
  if (first === undefined && second === undefined)
    return [...new Set(packs.flatMap(changeDays))]
      .toSorted((x, y) => x - y)
      .map((day) => ({ texts: [day, day], asked: day }));
  const texts = [
    first ?? Math.max(...changeDays(packs[0])),
    second ?? Math.max(...changeDays(packs[1])),
  ] as const;
  return [{ texts, asked: Math.max(...texts) }];
}

/** Days on which a text or rule begins or ends. */
const changeDays = ({ rules, instruments }: Pack): readonly number[] =>
  [...rules, ...instruments]
    .flatMap(({ inForce }) => [inForce.from, inForce.until ?? inForce.from])
    .filter(Number.isFinite);

/** Rules of the service asked for; when a day is named and the other side's is another, those in force on it. */
function rulesOn(
  { rules }: Pack,
  day: string | undefined,
  service: string | undefined,
  byDay: boolean,
): Pack["rules"] {
  const on = day === undefined || !byDay ? undefined : parseDay(day);
  return rules.filter(
    (rule) =>
      (service === undefined || rule.service === service) &&
      (on === undefined || (rule.inForce.from <= on && on < (rule.inForce.until ?? Infinity))),
  );
}

type Found = {
  readonly exact: boolean;
  readonly difference?: Difference;
  readonly skip?: Skipped;
};

function compareOn(
  packs: readonly [Pack, Pack],
  { service, chain, law, counties }: Group,
  { texts, asked }: DayPair,
  facts: ReadonlyMap<string, Fact>,
  clashing: ReadonlySet<string>,
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
    if (standing === undefined || standing.counted.length === 0 || law !== "all") return [];
    const noText = a === undefined ? "first" : "second";
    const difference = { ...compared, person: [], outcomes: null, noText, exact: true } as const;
    return [{ exact: true, difference }];
  }
  if (a.counted.length + b.counted.length === 0) return [];
  if (JSON.stringify(a.counted) === JSON.stringify(b.counted)) return [{ exact: true }];
  const read = [...a.counted, ...b.counted].flatMap(({ where, when }) => [
    ...factsOf(and(where, when)),
  ]);
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

/** The rule set for people who ask about one of these counties; nobody else is answered. */
function within(
  rules: RuleSet,
  counties: readonly string[],
  facts: ReadonlyMap<string, Fact>,
): RuleSet {
  const asked: Core = {
    op: "is",
    term: { op: "read-code", read: { from: "fact", name: "place.county" } },
    values: counties.map(Number),
  };
  const here = facts.has("place.county") ? asked : truth;
  return {
    ...rules,
    counted: rules.counted.map(({ where, when, gives }) => ({
      where: and(here, where),
      when,
      gives,
    })),
  };
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

/** The same on several days is one. */
function merged<T extends Compared>(found: readonly T[]): readonly T[] {
  const groups = Map.groupBy(found, ({ days: _, ...rest }) =>
    JSON.stringify({ ...rest, person: undefined }),
  );
  return [...groups.values()].map((list) => ({
    ...list[0]!,
    days: [...new Set(list.flatMap(({ days }) => days))],
  }));
}
