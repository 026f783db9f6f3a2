/**
 * Days as integers since 1970-01-01 in the proleptic Gregorian calendar: no clock, no time zone.
 * The civil-date arithmetic is Howard Hinnant's (days_from_civil), exact for every year 0000-9999.
 */
export type Day = number;

export type Civil = { readonly year: number; readonly month: number; readonly day: number };

const floorDivide = (a: number, b: number): number => Math.floor(a / b);

/** Day number of a civil date whose month and day exist. */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = floorDivide(y, 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Civil date of a day number. */
export function civilOf(day: Day): Civil {
  const z = day + 719468;
  const era = floorDivide(z, 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

export const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `YYYY-MM-DD` of a day that exists, years 0001-9999; undefined otherwise. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined;
  return dayOf(year, month, day);
}

/** First day of `YYYY-MM`; undefined for a month that does not exist. */
export function parseMonth(text: string): Day | undefined {
  return /^\d{4}-\d{2}$/.test(text) ? parseDay(`${text}-01`) : undefined;
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/** ISO date. */
export function formatDay(day: Day): string {
  const { year, month, day: dayOfMonth } = civilOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** `YYYY-MM`. */
export const formatMonth = (day: Day): string => formatDay(day).slice(0, 7);

/**
 * The same day of the month, or the month's last day where it has none
 * (Civil Code art. 202; DMN 1.5 §10.3.2.3.7): 2024-02-29 + 12 months = 2025-02-28.
 */
export function addMonths(day: Day, months: number): Day {
  const civil = civilOf(day);
  const index = civil.year * 12 + civil.month - 1 + months;
  const year = floorDivide(index, 12);
  const month = index - year * 12 + 1;
  return dayOf(year, month, Math.min(civil.day, daysInMonth(year, month)));
}

/**
 * The latest day whose `months` are over on `on`: `addMonths(start, months) <= on` exactly for
 * `start <= latestStart(on, months)`, because `addMonths` never decreases.
 */
export function latestStart(on: Day, months: number): Day {
  let start = addMonths(on, -months);
  while (addMonths(start + 1, months) <= on) start += 1;
  while (addMonths(start, months) > on) start -= 1;
  return start;
}

/** Completed months from `from` to `to`: the largest n with `addMonths(from, n) <= to`; negative when `to` lies before. */
export function monthsBetween(from: Day, to: Day): number {
  const [a, b] = [civilOf(from), civilOf(to)];
  const guess = (b.year - a.year) * 12 + b.month - a.month;
  return addMonths(from, guess) <= to ? guess : guess - 1;
}

/** Completed years, by the same clamping. */
export const yearsBetween = (from: Day, to: Day): number =>
  Math.floor(monthsBetween(from, to) / 12);

export function startOfMonth(day: Day): Day {
  return day - civilOf(day).day + 1;
}

export function endOfMonth(day: Day): Day {
  const { year, month } = civilOf(day);
  return dayOf(year, month, daysInMonth(year, month));
}

export const startOfYear = (day: Day): Day => dayOf(civilOf(day).year, 1, 1);
export const endOfYear = (day: Day): Day => dayOf(civilOf(day).year, 12, 31);
