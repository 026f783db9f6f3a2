import {
  civilOf,
  endOfMonth,
  endOfYear,
  monthsBetween,
  startOfMonth,
  startOfYear,
  yearsBetween,
} from "../calendar/day.ts";
import type { DateFunction } from "../syntax/core.ts";
import { type Bounds, monotone } from "./bounds.ts";

const rising = {
  year: (day: number) => civilOf(day).year,
  "start-of-month": startOfMonth,
  "end-of-month": endOfMonth,
  "start-of-year": startOfYear,
  "end-of-year": endOfYear,
} as const;

const between = {
  "years-between": yearsBetween,
  "months-between": monthsBetween,
  "days-between": (from: number, to: number) => to - from,
} as const;

/** The language's date functions on intervals: rising ones bound by bound, differences by opposite bounds. */
export function applyDateFunction(name: DateFunction, args: readonly Bounds[]): Bounds {
  switch (name) {
    case "month":
      return ofOneDay(args[0]!, (day) => civilOf(day).month, 12);
    case "day":
      return ofOneDay(args[0]!, (day) => civilOf(day).day, 31);
    case "years-between":
    case "months-between":
    case "days-between": {
      const [from, to] = [args[0]!, args[1]!];
      const apply = between[name];
      // A day that never comes lies infinitely far off; between two of them nothing is known.
      const safe = (a: number, b: number, otherwise: number): number => {
        if (Number.isFinite(a)) return Number.isFinite(b) ? apply(a, b) : b;
        return a === b ? otherwise : -a;
      };
      return {
        low: (s) => safe(from.high(s), to.low(s), -Infinity),
        high: (s) => safe(from.low(s), to.high(s), Infinity),
      };
    }
    default:
      return monotone(args[0]!, rising[name]);
  }
}

/** Known only when the day is; otherwise somewhere from 1 to `most`. */
function ofOneDay(of: Bounds, apply: (day: number) => number, most: number): Bounds {
  return {
    low: (s) => (of.low(s) === of.high(s) && Number.isFinite(of.low(s)) ? apply(of.low(s)) : 1),
    high: (s) => (of.low(s) === of.high(s) && Number.isFinite(of.low(s)) ? apply(of.low(s)) : most),
  };
}
