import { plainDigits } from "../../ui/digits.ts";
import { readDate } from "../../ui/date-value.ts";

/** Reads a day as clerks type it: 2024-05-01, 20240501, 2024.5.1, 2024年5月1日. */
export function readDay(typed: string): string | undefined {
  const text = plainDigits(typed.trim());
  const match =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text);
  if (match === null) return undefined;
  const [, year = "", month = "", day = ""] = match;
  const read = readDate({ year, month, day });
  return read.ok ? read.iso : undefined;
}

/** Today where the office is, whatever the clock of the machine is set to. */
export function readOfficeToday(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
}
