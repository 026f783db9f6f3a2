import { parseDay } from "../calendar/day.ts";
import type { Problem } from "../problem/problem.ts";
import { ok, refused, type Result } from "../result.ts";
import type { Pack } from "../rulebook/pack.ts";
import { alignPacks } from "./align.ts";
import {
  type Compared,
  compareOn,
  type DayPair,
  type Difference,
  type Found,
  type Skipped,
} from "./diff-compare.ts";
import { type FactChange, factChanges, type RuleChange, ruleChanges } from "./diff-rules.ts";
import { groupsOf, onlyOnOneSide, type Unmatched } from "./diff-scope.ts";

/** A pack, and the ISO day whose texts count; without one, see {@link diffPacks}. */
export type DiffSide = { readonly pack: Pack; readonly on?: string };

export type DiffQuestion = {
  readonly service?: string;
  /** 6-digit code; default: every county of every chain that both know. */
  readonly county?: string;
  /** ISO day for a side that names none. */
  readonly on?: string;
};

export type PackDiff = {
  /** Everybody is answered alike, with the same family covered, papers and authority; words may differ. */
  readonly equal: boolean;
  readonly exact: boolean;
  /** How many services, chains, single texts and days were compared. */
  readonly compared: number;
  readonly differences: readonly Difference[];
  readonly skipped: readonly Skipped[];
  /** Services, texts and places that only one side knows. */
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
  const aligned = alignPacks(a.pack, b.pack);
  const packs = [a.pack, aligned.second] as const;
  const scope = groupsOf(packs, question.service, question.county);
  if (!scope.ok) return scope;
  const pairs = dayPairs(packs, days);
  const found = scope.value.flatMap((group) =>
    pairs.flatMap((pair): readonly Found[] => compareOn(packs, group, pair, aligned)),
  );
  const differences = merged(found.flatMap(({ difference }) => difference ?? []));
  const skipped = merged(found.flatMap(({ skip }) => skip ?? []));
  const unmatched = onlyOnOneSide(packs, question.service);
  const named = days.some((day) => day !== undefined);
  const inForce = (side: 0 | 1) =>
    rulesOn(packs[side], named ? pairs[0]?.texts[side] : undefined, question.service);
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

/** Rules of the service asked for; when a day is named, those in force on it. */
function rulesOn(
  { rules }: Pack,
  on: number | undefined,
  service: string | undefined,
): Pack["rules"] {
  return rules.filter(
    (rule) =>
      (service === undefined || rule.service === service) &&
      (on === undefined || (rule.inForce.from <= on && on < (rule.inForce.until ?? Infinity))),
  );
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
