// Days on which offices work: Monday to Friday, but for what the official calendar says.
import { addMonths, formatDay, parseDay } from "../../policy/index.ts";
import type { IsoDate } from "./shapes.ts";

/** Where the official calendar differs from Monday to Friday (src/standards). */
export type Calendar = {
  readonly holidays: ReadonlySet<IsoDate>;
  readonly workdays: ReadonlySet<IsoDate>;
};

export function numberOf(day: IsoDate): number {
  const number = parseDay(day);
  if (number === undefined) throw new Error(`${day} is no day`);
  return number;
}

export const dayAfter = (day: IsoDate, days = 1): IsoDate => formatDay(numberOf(day) + days);

export const monthsAfter = (day: IsoDate, months: number): IsoDate =>
  formatDay(addMonths(numberOf(day), months));

export const isWorkingDay = (day: IsoDate, calendar: Calendar): boolean =>
  worksOn(numberOf(day), calendar);

function worksOn(day: number, { holidays, workdays }: Calendar): boolean {
  // Day 0, 1970-01-01, was a Thursday.
  const weekday = (((day + 4) % 7) + 7) % 7;
  const name = formatDay(day);
  return weekday === 0 || weekday === 6 ? workdays.has(name) : !holidays.has(name);
}

/** A last day on which nobody works moves to the next on which they do (Civil Code art. 203). */
export function endOnWorkingDay(day: IsoDate, calendar: Calendar): IsoDate {
  let end = day;
  while (!isWorkingDay(end, calendar)) end = dayAfter(end);
  return end;
}

/** First and last day, both within, on which a clock stands still; an open end while it still does. */
export type Pause = { readonly from: IsoDate; readonly until: IsoDate | null };

/**
 * The last of so many days, of working days where `working` says so. The first day does not count (Civil Code
 * art. 201), nor do days of a pause. Undefined while a pause without end keeps it away.
 */
export function lastDay(
  from: IsoDate,
  days: number,
  working: Calendar | undefined,
  pauses: readonly Pause[] = [],
): IsoDate | undefined {
  const open = pauses.find(({ until }) => until === null)?.from;
  let day = from;
  for (let left = days; left > 0;) {
    day = dayAfter(day);
    if (open !== undefined && day >= open) return undefined;
    const stands = pauses.some(({ from, until }) => from <= day && until !== null && day <= until);
    if (!stands && (working === undefined || isWorkingDay(day, working))) left -= 1;
  }
  return day;
}

/** Working days from after a day until another, that one included; negative once it lies before. */
export function workingDaysUntil(from: IsoDate, until: IsoDate, calendar: Calendar): number {
  if (until < from) return -workingDaysUntil(until, from, calendar);
  let count = 0;
  for (let day = numberOf(from) + 1, last = numberOf(until); day <= last; day++)
    if (worksOn(day, calendar)) count += 1;
  return count;
}
