import { addMonths } from "../calendar/day.ts";
import { directionOver, type Direction, together, times } from "../diagram/direction.ts";
import type { Ground, RuleSet } from "../rulebook/select.ts";
import type { Core, OrderedTerm } from "../syntax/core.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";
import type { Bounds } from "./bounds.ts";
import { type Clock, evaluatorAt, type Situation } from "./evaluate.ts";
import { FALSE, type Slots, TRUE, type TruthValue, UNKNOWN } from "./facts.ts";
import { outcomeOf } from "./kernel.ts";
import { always, both, combine, either, opposite, timeline, type Timeline } from "./timeline.ts";

/** Days `from` up to but not including `until`. */
export type Window = { readonly from: number; readonly until: number };

export type Timelines = {
  /** Outcome codes over the window. */
  readonly outcome: Timeline<number>;
  readonly grounds: readonly { readonly ground: Ground; readonly truth: Timeline }[];
};

/** Facts as they stand on day `base`; dates stay, counters grow, everything else is taken to stay as it is. */
export type TimeTeller = (facts: Slots, base: number, window: Window) => Timelines;

/**
 * How a rule set answers over time: for every condition the days on which its answer changes, found by
 * bisection where it moves one way, day by day where it does not; then combined edge by edge. The same
 * as deciding each day of the window with {@link grownTo} facts.
 */
export function timeTeller(rules: RuleSet, facts: ReadonlyMap<string, Fact>): TimeTeller {
  // The day, the base and the window of the call under way.
  let window: Window = { from: 0, until: 1 };
  const counters = new Set(
    [...facts.values()].filter(({ moves }) => moves === "counter").map(({ name }) => name),
  );
  const clock: Clock = { day: 0, base: 0, counters };
  const evaluator = evaluatorAt(clock);
  const directionInTime = (term: OrderedTerm): Direction | undefined =>
    directionOver(term, (leaf) =>
      leaf.op === "on" ||
      (leaf.op === "read-ordered" && leaf.read.from === "fact" && counters.has(leaf.read.name))
        ? 1
        : 0,
    );

  const told = rules.grounds.map((ground) => ({
    ground,
    where: tell(ground.where),
    when: tell(ground.when),
  }));
  const limit = rules.limit === undefined ? undefined : tell(rules.limit);

  const outcome = outcomeOf(rules);
  return (slots, base, over) => {
    clock.base = base;
    window = over;
    const situation: Situation = { facts: slots, records: noRecords, items: noItems };
    const grounds = told.map(({ ground, where, when }) => {
      const here = where(situation);
      const nowhere = here.days.length === 0 && here.values[0] === FALSE;
      return { ground, truth: nowhere ? here : both(here, when(situation)) };
    });
    let [grant, refer] = [always(FALSE), always(FALSE)];
    for (const { ground, truth } of grounds) {
      if (ground.gives === "grant") grant = either(grant, truth);
      else refer = either(refer, truth);
    }
    if (limit !== undefined) {
      const allowed = limit(situation);
      refer = either(refer, both(grant, opposite(allowed)));
      grant = both(grant, allowed);
    }
    return {
      outcome: combine(grant, refer, (granted, referred) => outcome(granted, referred)),
      grounds,
    };
  };

  function tell(core: Core): (situation: Situation) => Timeline {
    switch (core.op) {
      case "not": {
        const of = tell(core.of);
        return (situation) => opposite(of(situation));
      }
      case "named":
        return tell(core.of);
      case "and":
        return folded(core.of.map(tell), both, FALSE, TRUE);
      case "or":
        return folded(core.of.map(tell), either, TRUE, FALSE);
      case "if": {
        const [test, then, other] = [tell(core.test), tell(core.then), tell(core.else)];
        return (situation) => {
          const [tested, a, b] = [test(situation), then(situation), other(situation)];
          return either(either(both(tested, a), both(opposite(tested), b)), both(a, b));
        };
      }
      case "le":
        return tellComparison(core.left, core.right);
      default: {
        const truth = evaluator.condition(core);
        return (situation) => always(truth(situation));
      }
    }
  }

  function tellComparison(
    left: OrderedTerm,
    right: OrderedTerm,
  ): (situation: Situation) => Timeline {
    const [a, b] = [evaluator.ordered(left), evaluator.ordered(right)];
    const since = sinceReached(left, right);
    if (since !== undefined) return since;
    const direction = together(times(directionInTime(left), -1), directionInTime(right));
    if (direction === 0) {
      const truth = evaluator.condition({ op: "le", left, right });
      return (situation) => always(truth(situation));
    }
    const truthOn = (day: number, situation: Situation): TruthValue => {
      clock.day = day;
      return truthOf(a, b, situation);
    };
    if (direction === undefined) return (situation) => scanned((day) => truthOn(day, situation));
    return (situation) => bisected((day) => truthOn(day, situation));
  }

  /** The two usual comparisons with time need no search: a term since a date, and an amount that a counter reaches. */
  function sinceReached(
    left: OrderedTerm,
    right: OrderedTerm,
  ): ((situation: Situation) => Timeline) | undefined {
    if (left.op === "add-months" && right.op === "on" && directionInTime(left) === 0) {
      const start = evaluator.ordered(left);
      return (situation) => reached(start.low(situation), start.high(situation));
    }
    if (left.op === "number" && right.op === "read-ordered" && directionInTime(right) === 1) {
      const { value } = left;
      const now = evaluatorAt(0).ordered(right);
      if (value <= 0) return undefined;
      return (situation) => {
        const [low, high] = [now.low(situation), now.high(situation)];
        if (low !== high || !Number.isFinite(low))
          return always(value <= low ? TRUE : value > high ? FALSE : UNKNOWN);
        const day = addMonths(clock.base, Math.ceil(value - low));
        return reached(day, day);
      };
    }
    return undefined;
  }

  /** Possible from one day on, certain from another. */
  function reached(possible: number, certain: number): Timeline {
    if (certain <= window.from) return always(TRUE);
    if (possible >= window.until) return always(FALSE);
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

  /** Day by day: for what comes and goes, such as the month of the year. */
  function scanned(truthOn: (day: number) => TruthValue): Timeline {
    const days = [];
    const values = [truthOn(window.from)];
    for (let day = window.from + 1; day < window.until; day += 1) {
      days.push(day);
      values.push(truthOn(day));
    }
    return timeline(days, values);
  }

  /** A condition that moves one way changes at most twice: by way of unknown, or at once. */
  function bisected(truthOn: (day: number) => TruthValue): Timeline {
    const [first, last] = [truthOn(window.from), truthOn(window.until - 1)];
    if (first === last) return always(first);
    const leaves = edge(window.from, window.until - 1, (day) => truthOn(day) !== first);
    const middle = truthOn(leaves);
    if (middle === last) return { days: [leaves], values: [first, last] };
    const reaches = edge(leaves, window.until - 1, (day) => truthOn(day) === last);
    return { days: [leaves, reaches], values: [first, middle, last] };
  }
}

/** First day after `low`, up to `high`, on which `changed` holds, where it holds from some day on. */
function edge(low: number, high: number, changed: (day: number) => boolean): number {
  let [before, after] = [low, high];
  while (after - before > 1) {
    const middle = (before + after) >> 1;
    if (changed(middle)) after = middle;
    else before = middle;
  }
  return after;
}

function truthOf(a: Bounds, b: Bounds, situation: Situation): TruthValue {
  if (a.high(situation) <= b.low(situation)) return TRUE;
  return a.low(situation) > b.high(situation) ? FALSE : UNKNOWN;
}

function folded(
  parts: readonly ((situation: Situation) => Timeline)[],
  join: (a: Timeline, b: Timeline) => Timeline,
  settling: TruthValue,
  neutral: TruthValue,
): (situation: Situation) => Timeline {
  return (situation) => {
    let line = always(neutral);
    for (const part of parts) {
      line = join(line, part(situation));
      if (line.days.length === 0 && line.values[0] === settling) return line;
    }
    return line;
  };
}

const noRecords = (): { readonly items: readonly Slots[]; readonly complete: boolean } => ({
  items: [],
  complete: true,
});
const noItems = {};
