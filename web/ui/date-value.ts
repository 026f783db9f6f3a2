import { plainDigits } from "./digits.ts";

/** A day as three typed parts; each stays as typed until the whole is read. */
export type DateParts = { readonly year: string; readonly month: string; readonly day: string };

export type DateFault =
  | "empty"
  | "incomplete"
  | "not-a-number"
  | "no-such-day"
  | "too-early"
  | "in-future";
export type DateRead =
  | { readonly ok: true; readonly iso: string }
  | { readonly ok: false; readonly fault: DateFault; readonly part: keyof DateParts };

const earliestYear = 1900;

export function splitDate(iso: string | undefined): DateParts {
  const [year = "", month = "", day = ""] = iso === undefined ? [] : iso.split("-");
  return { year, month: month.replace(/^0/, ""), day: day.replace(/^0/, "") };
}

/** Reads the parts as a day; `latest` is the last one allowed, where the question is about the past. */
export function readDate(parts: DateParts, latest?: string): DateRead {
  const order = ["year", "month", "day"] as const;
  const texts = order.map((part) => plainDigits(parts[part]));
  const fail = (fault: DateFault, part: keyof DateParts): DateRead => ({ ok: false, fault, part });
  if (texts.every((text) => text === "")) return fail("empty", "year");
  for (const [index, part] of order.entries()) {
    const text = texts[index] ?? "";
    if (text === "") return fail("incomplete", part);
    if (!/^\d+$/.test(text)) return fail("not-a-number", part);
  }
  const [year = 0, month = 0, day = 0] = texts.map(Number);
  if (year < earliestYear || year > 2199)
    return fail(year < earliestYear ? "too-early" : "no-such-day", "year");
  if (month < 1 || month > 12) return fail("no-such-day", "month");
  if (day < 1 || day > daysIn(year, month)) return fail("no-such-day", "day");
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  if (latest !== undefined && iso > latest) return fail("in-future", "year");
  return { ok: true, iso };
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
