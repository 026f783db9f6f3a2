import type { RuleSet } from "../rulebook/select.ts";
import type { Core } from "../syntax/core.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";
import type { Situation } from "./evaluate.ts";
import { FALSE, type Slots, TRUE, type TruthValue } from "./facts.ts";
import type { Conditions } from "./kernel.ts";
import { type LeafTeller, leafTimes } from "./leaf-times.ts";
import { conditionsOf } from "./reads.ts";
import { join, openLeaves, type Residual, residualOf, settle } from "./residual.ts";
import type { Window } from "./scan.ts";
import { always, type Timeline } from "./timeline.ts";
import { type Combine, combiner, type Timelines } from "./when-cases.ts";

export type { Window } from "./scan.ts";
export type { Timelines } from "./when-cases.ts";

/** Facts as they stand on day `base`; dates stay, counters grow, everything else is taken to stay as it is. */
export type TimeTeller = (facts: Slots, base: number, window: Window) => Timelines;

/** What is left of all grounds, and of the limit, once the conditions met so far are settled. */
type Case = {
  /** The conditions to ask next, {@link ASKED} that do not move (the last one again where they are fewer), or none. */
  readonly asks: readonly number[];
  /** Where all that is open moves: one of it. */
  readonly moves: { readonly leaf: number; readonly tell: LeafTeller } | undefined;
  readonly grounds: readonly Residual[];
  readonly limit: Residual;
  /** By how the conditions came out; those that move, by a truth or {@link MOVING}. */
  readonly next: (Case | undefined)[];
  tell: Combine | undefined;
};

const MOVING = 3;

/** Conditions asked at a time: fewer steps, each for more outcomes. */
const ASKED = 3;

/** Cases kept before all are forgotten: far more than a rulebook of this house has. */
const MANY = 20_000;

/**
 * How a rule set answers over time: for every condition the days on which its answer changes, then combined
 * edge by edge. The same as deciding each day of the window, with counters grown. Most conditions do not move,
 * so what they leave of the grounds is worked out once for each way they come out, and then shared.
 * `conditions` are those of a kernel of the same rules, for any day: faster than evaluating them here.
 */
export function timeTeller(
  rules: RuleSet,
  facts: ReadonlyMap<string, Fact>,
  conditions?: Conditions,
): TimeTeller {
  const cores = conditionsOf(rules);
  const leaves = cores.map(leafTimes(facts));
  const numbers = new Map(cores.map((leaf, index) => [JSON.stringify(leaf), index]));
  const residual = (core: Core): Residual =>
    residualOf(core, (leaf) => numbers.get(JSON.stringify(leaf))!);
  const evaluate: Conditions =
    conditions ??
    ((slots, truths) => {
      const situation = situationOf(slots);
      for (const [index, leaf] of leaves.entries())
        if (!leaf.moves) truths[index] = leaf.truth(situation);
    });
  const combine = combiner(rules);
  const cases = new Map<string, Case>();
  const start = caseOf(
    rules.grounds.map(({ where, when }) => join("and", [residual(where), residual(when)])),
    rules.limit === undefined ? TRUE : residual(rules.limit),
  );
  // Used anew by every call.
  const truths = new Uint8Array(cores.length);
  const lines: Timeline[] = cores.map(() => always(FALSE));

  return (slots, base, window) => {
    const situation = situationOf(slots);
    evaluate(slots, truths);
    let at = start;
    for (;;) {
      const { asks, moves } = at;
      let out = 0;
      if (asks.length === ASKED)
        out = truths[asks[0]!]! + 3 * truths[asks[1]!]! + 9 * truths[asks[2]!]!;
      else if (moves === undefined) break;
      else {
        const line = moves.tell(situation, base, window);
        lines[moves.leaf] = line;
        out = line.days.length === 0 ? line.values[0]! : MOVING;
      }
      at = at.next[out] ?? meet(at, out);
    }
    return (at.tell ??= combine(at.grounds, at.limit))(lines);
  };

  function meet(from: Case, out: number): Case {
    let { grounds, limit } = from;
    const put = (leaf: number, as: TruthValue | "moving"): void => {
      grounds = grounds.map((one) => settle(one, leaf, as));
      limit = settle(limit, leaf, as);
    };
    for (const leaf of from.asks) put(leaf, truths[leaf] as TruthValue);
    if (from.asks.length === 0 && from.moves !== undefined)
      put(from.moves.leaf, out === MOVING ? "moving" : (out as TruthValue));
    return (from.next[out] = caseOf(grounds, limit));
  }

  /** Asks for what does not move first: it may leave nothing that does. */
  function caseOf(grounds: readonly Residual[], limit: Residual): Case {
    const key = JSON.stringify([grounds, limit]);
    const known = cases.get(key);
    if (known !== undefined) return known;
    const open = [...new Set([...grounds, limit].flatMap(openLeaves))];
    const still = open.filter((index) => !leaves[index]!.moves);
    const asks =
      still.length === 0
        ? []
        : Array.from({ length: ASKED }, (_, index) => still[Math.min(index, still.length - 1)]!);
    const [leaf = 0] = open;
    const first = open.length === 0 ? undefined : leaves[leaf]!;
    const moves =
      asks.length === 0 && first?.moves === true ? { leaf, tell: first.tell } : undefined;
    const next = Array.from<undefined>({
      length: moves === undefined ? 3 ** asks.length : MOVING + 1,
    });
    const made: Case = { asks, moves, grounds, limit, next, tell: undefined };
    if (cases.size >= MANY) {
      cases.clear();
      start.next.fill(undefined);
    }
    cases.set(key, made);
    return made;
  }
}

const situationOf = (facts: Slots): Situation => ({ facts, records: noRecords, items: noItems });
const noRecords = (): { readonly items: readonly Slots[]; readonly complete: boolean } => ({
  items: [],
  complete: true,
});
const noItems = {};
