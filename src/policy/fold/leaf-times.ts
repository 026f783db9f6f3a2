import { addMonths } from "../calendar/day.ts";
import { directionOver, type Direction, together, times } from "../diagram/direction.ts";
import type { Core, OrderedTerm } from "../syntax/core.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";
import { type Clock, type Condition, evaluatorAt, type Situation } from "./evaluate.ts";
import { FALSE, TRUE, type TruthValue, UNKNOWN } from "./facts.ts";
import { factsOf } from "./reads.ts";
import { bisected, scanned, type Window } from "./scan.ts";
import { always, type Timeline } from "./timeline.ts";

/** Truth of one condition over a window, from facts as they stand on day `base`. */
export type LeafTeller = (situation: Situation, base: number, window: Window) => Timeline;

/** A single condition: of the same truth on every day, or told over the days. */
export type Leaf =
  | { readonly moves: false; readonly truth: Condition }
  | { readonly moves: true; readonly tell: LeafTeller };

/** Tells the conditions that move with the day or with a counter from the others. */
export function leafTimes(facts: ReadonlyMap<string, Fact>): (leaf: Core) => Leaf {
  const counters = new Set(
    [...facts.values()].filter(({ moves }) => moves === "counter").map(({ name }) => name),
  );
  // The day and the base of the call under way.
  const clock: Clock = { day: 0, base: 0, counters };
  const evaluator = evaluatorAt(clock);
  const directionInTime = (term: OrderedTerm): Direction | undefined =>
    directionOver(term, (leaf) =>
      leaf.op === "on" ||
      (leaf.op === "read-ordered" && leaf.read.from === "fact" && counters.has(leaf.read.name))
        ? 1
        : 0,
    );
  return (leaf) => {
    const tell = leaf.op === "le" ? sinceReached(leaf.left, leaf.right) : undefined;
    if (tell !== undefined) return { moves: true, tell };
    const truth = evaluator.condition(leaf);
    const direction = directionOf(leaf);
    if (direction === 0) return { moves: false, truth };
    const search = direction === undefined ? scanned : bisected;
    return {
      moves: true,
      tell(situation, base, window) {
        clock.base = base;
        return search(window, (day) => {
          clock.day = day;
          return truth(situation);
        });
      },
    };
  };

  function directionOf(leaf: Core): Direction | undefined {
    if (leaf.op === "le")
      return together(times(directionInTime(leaf.left), -1), directionInTime(leaf.right));
    const readsTime =
      JSON.stringify(leaf).includes('"op":"on"') || !counters.isDisjointFrom(factsOf(leaf));
    return readsTime ? undefined : 0;
  }

  /** The two usual comparisons with time need no search: a term since a date, and an amount that a counter reaches. */
  function sinceReached(left: OrderedTerm, right: OrderedTerm): LeafTeller | undefined {
    if (left.op === "add-months" && right.op === "on" && directionInTime(left) === 0) {
      const start = evaluator.ordered(left.of);
      const { months } = left;
      const end = (day: number): number => (Number.isFinite(day) ? addMonths(day, months) : day);
      return (situation, _, window) => {
        const [low, high] = [start.low(situation), start.high(situation)];
        if (months >= 0 && high + months * longest <= window.from) return always(TRUE);
        if (months >= 0 && low + months * shortest >= window.until) return always(FALSE);
        const possible = end(low);
        return reached(window, possible, low === high ? possible : end(high));
      };
    }
    if (left.op === "number" && right.op === "read-ordered" && directionInTime(right) === 1) {
      const { value } = left;
      const now = evaluatorAt(0).ordered(right);
      const later = laterDays();
      if (value <= 0) return undefined;
      return (situation, base, window) => {
        const [low, high] = [now.low(situation), now.high(situation)];
        if (low !== high || !Number.isFinite(low))
          return always(value <= low ? TRUE : value > high ? FALSE : UNKNOWN);
        const months = Math.ceil(value - low);
        if (months <= 0 && base <= window.from) return always(TRUE);
        if (months >= 0 && base + months * shortest >= window.until) return always(FALSE);
        const day = later(base, months);
        return reached(window, day, day);
      };
    }
    return undefined;
  }
}

/** Days of a month at least and at most: what lies far enough off needs no calendar. */
const [shortest, longest] = [28, 31];

const turned = [FALSE, TRUE] as const;

/** Months after a day; the same few are asked of one day for everybody. */
function laterDays(): (day: number, months: number) => number {
  let from = Number.NaN;
  let known: number[] = [];
  return (day, months) => {
    if (months < 0 || months > 120) return addMonths(day, months);
    if (day !== from) [from, known] = [day, []];
    return (known[months] ??= addMonths(day, months));
  };
}

/** Possible from one day on, certain from another. */
function reached(window: Window, possible: number, certain: number): Timeline {
  if (certain <= window.from) return always(TRUE);
  if (possible >= window.until) return always(FALSE);
  if (possible === certain) return { days: [certain], values: turned };
  const days: number[] = [];
  const values: TruthValue[] = [FALSE];
  if (possible <= window.from) values[0] = UNKNOWN;
  else if (possible < certain) {
    days.push(possible);
    values.push(UNKNOWN);
  }
  if (certain < window.until) {
    days.push(certain);
    values.push(TRUE);
  }
  return days.length === 0 ? always(values[0]!) : { days, values };
}
