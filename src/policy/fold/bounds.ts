import type { Situation } from "./evaluate.ts";

/** The interval that holds a quantity: exact where both ends meet. */
export type Bounds = {
  readonly low: (situation: Situation) => number;
  readonly high: (situation: Situation) => number;
};

/** A never-decreasing function applied to both bounds; infinite bounds stay. */
export function monotone(of: Bounds, apply: (value: number) => number): Bounds {
  const safe = (value: number): number => (Number.isFinite(value) ? apply(value) : value);
  return { low: (s) => safe(of.low(s)), high: (s) => safe(of.high(s)) };
}
