import { FALSE, TRUE, type TruthValue, UNKNOWN } from "./facts.ts";

/**
 * A value over a window of days: `values[0]` up to the day before `days[0]`, `values[i]` from `days[i - 1]` on.
 * Neighbouring values differ.
 */
export type Timeline<V = TruthValue> = {
  readonly days: readonly number[];
  readonly values: readonly V[];
};

const none: readonly number[] = [];
const constants: readonly Timeline[] = ([FALSE, UNKNOWN, TRUE] as const).map((value) => ({
  days: none,
  values: [value],
}));

export const always = (value: TruthValue): Timeline => constants[value]!;

/** Joins segments given by their first days (the first segment's is left out), leaving out edges where nothing changes. */
export function timeline<V>(days: readonly number[], values: readonly V[]): Timeline<V> {
  const kept: number[] = [];
  const left: V[] = [values[0]!];
  for (const [index, day] of days.entries()) {
    const value = values[index + 1]!;
    if (kept.at(-1) === day) {
      left[left.length - 1] = value;
      if (left.length > 1 && left.at(-2) === value) {
        left.pop();
        kept.pop();
      }
    } else if (value !== left.at(-1)) {
      kept.push(day);
      left.push(value);
    }
  }
  return { days: kept, values: left };
}

/** One timeline of a function of two. */
export function combine<A, B, C>(
  a: Timeline<A>,
  b: Timeline<B>,
  value: (a: A, b: B) => C,
): Timeline<C> {
  const days: number[] = [];
  let last = value(a.values[0]!, b.values[0]!);
  const values = [last];
  let [i, j] = [0, 0];
  while (i < a.days.length || j < b.days.length) {
    const nextA = i < a.days.length ? a.days[i]! : Infinity;
    const nextB = j < b.days.length ? b.days[j]! : Infinity;
    if (nextA <= nextB) i += 1;
    if (nextB <= nextA) j += 1;
    const next = value(a.values[i]!, b.values[j]!);
    if (next === last) continue;
    days.push(nextA < nextB ? nextA : nextB);
    values.push(next);
    last = next;
  }
  return { days, values };
}

/** One timeline of a function of truth, given by its three values. */
export function mapped<V>(line: Timeline, by: readonly V[]): Timeline<V> {
  let last = by[line.values[0]!]!;
  if (line.days.length === 1) {
    const next = by[line.values[1]!]!;
    return next === last
      ? { days: none, values: [last] }
      : { days: line.days, values: [last, next] };
  }
  const days: number[] = [];
  const values = [last];
  for (let index = 0; index < line.days.length; index += 1) {
    const next = by[line.values[index + 1]!]!;
    if (next === last) continue;
    days.push(line.days[index]!);
    values.push(next);
    last = next;
  }
  return { days, values };
}

const least = (a: TruthValue, b: TruthValue): TruthValue => (a < b ? a : b);
const greatest = (a: TruthValue, b: TruthValue): TruthValue => (a > b ? a : b);

export function both(a: Timeline, b: Timeline): Timeline {
  if (a.days.length === 0 && a.values[0] !== UNKNOWN) return a.values[0] === FALSE ? a : b;
  if (b.days.length === 0 && b.values[0] !== UNKNOWN) return b.values[0] === FALSE ? b : a;
  return combine(a, b, least);
}

export function either(a: Timeline, b: Timeline): Timeline {
  if (a.days.length === 0 && a.values[0] !== UNKNOWN) return a.values[0] === TRUE ? a : b;
  if (b.days.length === 0 && b.values[0] !== UNKNOWN) return b.values[0] === TRUE ? b : a;
  return combine(a, b, greatest);
}

export function opposite(a: Timeline): Timeline {
  if (a.days.length === 0) return always((TRUE - a.values[0]!) as TruthValue);
  return { days: a.days, values: a.values.map((value) => (TRUE - value) as TruthValue) };
}

/** The value on a day. */
export function valueAt<V>(line: Timeline<V>, day: number): V {
  let index = 0;
  while (index < line.days.length && line.days[index]! <= day) index += 1;
  return line.values[index]!;
}

/** First day of the segment that holds a day, and the first day after it; undefined at the window's ends. */
export function segmentAt<V>(
  line: Timeline<V>,
  day: number,
): { readonly value: V; readonly from: number | undefined; readonly until: number | undefined } {
  let index = 0;
  while (index < line.days.length && line.days[index]! <= day) index += 1;
  return { value: line.values[index]!, from: line.days[index - 1], until: line.days[index] };
}
