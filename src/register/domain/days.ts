// Days of the register: from when a change may count, how old someone is, how working days run.
import { addMonths, formatDay, parseDay, yearsBetween } from "../../policy/index.ts";
import { type Remark, remark } from "./remark.ts";
import type { IsoDate, PersonId } from "./shapes.ts";
import type { HouseholdView, PersonView, Tables, View } from "./view.ts";

/** Completed years on a day; negative before birth. */
export const ageOn = (birthDate: IsoDate, on: IsoDate): number =>
  yearsBetween(numberOf(birthDate), numberOf(on));

export const monthAfter = (day: IsoDate): IsoDate => formatDay(addMonths(numberOf(day), 1));

/** A change counts from a day that has come, and not from before the last change of anyone involved. */
export function dayRemarks(
  on: IsoDate,
  { today }: View,
  involved: readonly (HouseholdView | PersonView)[],
): readonly Remark[] {
  if (on > today) return [remark("future-day", "on", { today })];
  const changed = involved.map((each) => each.changed).reduce((a, b) => (a > b ? a : b), "");
  return on < changed ? [remark("before-last-change", "on", { changed })] : [];
}

/**
 * Nobody is registered anywhere for less than a day, so that everyone whom the register knows has a place in it:
 * leaving, or death, counts from a day after the arrival.
 */
export function stayRemarks(
  on: IsoDate,
  leavers: readonly PersonId[],
  { people }: View,
): readonly Remark[] {
  return people.flatMap(({ person, registered }) =>
    registered?.from === on && leavers.includes(person)
      ? [remark("same-day", "on", { person })]
      : [],
  );
}

const noticeDays = 5;

/**
 * First day on which a member whose booklet is withheld gets one of their own: five working days after the written
 * notice are over (domain.md 3.3). The day of the notice does not count, nor is the last day cut short (Civil Code
 * art. 201-203).
 */
export function ownBookletFrom(notified: IsoDate, calendar: Tables["calendar"]): IsoDate {
  let day = numberOf(notified);
  for (let left = noticeDays; left > 0;) {
    day += 1;
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return formatDay(day + 1);
}

function isWorkingDay(day: number, { holidays, workdays }: Tables["calendar"]): boolean {
  const date = formatDay(day);
  // Day 0, 1970-01-01, was a Thursday.
  const weekday = (((day + 4) % 7) + 7) % 7;
  if (weekday === 0 || weekday === 6) return workdays.has(date);
  return !holidays.has(date);
}

function numberOf(day: IsoDate): number {
  const number = parseDay(day);
  if (number === undefined) throw new Error(`${day} is no day`);
  return number;
}
