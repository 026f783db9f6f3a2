import type { TruthValue } from "./facts.ts";
import { always, timeline, type Timeline } from "./timeline.ts";

/** Days `from` up to but not including `until`. */
export type Window = { readonly from: number; readonly until: number };

type TruthOn = (day: number) => TruthValue;

/** Day by day: for what comes and goes, such as the month of the year. */
export function scanned(window: Window, truthOn: TruthOn): Timeline {
  const days = [];
  const values = [truthOn(window.from)];
  for (let day = window.from + 1; day < window.until; day += 1) {
    days.push(day);
    values.push(truthOn(day));
  }
  const line = timeline(days, values);
  return line.days.length === 0 ? always(line.values[0]!) : line;
}

/** A condition that moves one way changes at most twice: by way of unknown, or at once. */
export function bisected(window: Window, truthOn: TruthOn): Timeline {
  const [first, last] = [truthOn(window.from), truthOn(window.until - 1)];
  if (first === last) return always(first);
  const leaves = edge(window.from, window.until - 1, (day) => truthOn(day) !== first);
  const middle = truthOn(leaves);
  if (middle === last) return { days: [leaves], values: [first, last] };
  const reaches = edge(leaves, window.until - 1, (day) => truthOn(day) === last);
  return { days: [leaves, reaches], values: [first, middle, last] };
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
