// Public holidays, as standards/calendar.yaml keeps them.
import { parse } from "yaml";
import { z } from "zod";

const days = z.array(z.iso.date());

const file = z.strictObject({
  source: z.string().min(1),
  years: z.array(z.strictObject({ year: z.int(), holidays: days, workdays: days })).min(1),
});

/** Where the official calendar differs from Monday to Friday; days as YYYY-MM-DD. */
export type Calendar = {
  /** Days off that are not Saturday or Sunday. */
  readonly holidays: ReadonlySet<string>;
  /** Saturdays and Sundays that are worked. */
  readonly workdays: ReadonlySet<string>;
};

/** Reads the calendar; a fault in it throws. */
export function readCalendar(text: string): Calendar {
  const { years } = file.parse(parse(text));
  const holidays = years.flatMap((year) => year.holidays);
  const workdays = years.flatMap((year) => year.workdays);
  const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  const wrong = [
    ...holidays.filter(isWeekend),
    ...workdays.filter((day) => !isWeekend(day)),
    ...years.flatMap(({ year, holidays, workdays }) =>
      [...holidays, ...workdays].filter((day) => !day.startsWith(String(year))),
    ),
  ];
  if (wrong.length > 0) throw new Error(`the calendar has no such exceptions: ${wrong.join(", ")}`);
  return { holidays: new Set(holidays), workdays: new Set(workdays) };
}
