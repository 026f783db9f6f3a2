import type { Segment } from "../../../src/policy/browser.ts";

const dayNumber = (iso: string) => Date.parse(iso) / 86_400_000;

/** How much of the bar a segment takes, of 100; never so little that its sign has no room. */
export function shareOf({ from, until }: Segment, first: string, end: string): number {
  const whole = dayNumber(end) - dayNumber(first);
  return Math.max(smallest, ((dayNumber(until) - dayNumber(from)) / whole) * 100);
}

const smallest = 9;
