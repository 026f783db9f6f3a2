import { spawnSync } from "node:child_process";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../testing/properties.ts";
import {
  addMonths,
  civilOf,
  dayOf,
  daysInMonth,
  endOfMonth,
  endOfYear,
  formatDay,
  formatMonth,
  isLeapYear,
  latestStart,
  monthsBetween,
  parseDay,
  parseMonth,
  startOfMonth,
  startOfYear,
  yearsBetween,
} from "./day.ts";

const first = dayOf(1, 1, 1);
const last = dayOf(9999, 12, 31);
const anyDay = fc.integer({ min: first, max: last });
const anyMonths = fc.integer({ min: -1500, max: 1500 });
const inMiddle = fc.integer({ min: dayOf(200, 1, 1), max: dayOf(9800, 12, 31) });
const day = (text: string): number => parseDay(text)!;

/** Days since 1970 of a civil date, by the platform's calendar. */
function platformDay(year: number, month: number, dayOfMonth: number): number {
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, dayOfMonth);
  return time.getTime() / 86_400_000;
}

describe("days", () => {
  it("count as the platform's UTC calendar does, in every month from year 1 to 9999", () => {
    for (let year = 1; year <= 9999; year += 1) {
      expect([year, isLeapYear(year)]).toEqual([
        year,
        platformDay(year, 2, 29) !== platformDay(year, 3, 1),
      ]);
      for (const month of [1, 2, 3, 12]) {
        const start = dayOf(year, month, 1);
        if (start !== platformDay(year, month, 1))
          expect([year, month, start]).toBe("as the platform");
        const end = dayOf(year, month, daysInMonth(year, month));
        if (end !== platformDay(year, month + 1, 0))
          expect([year, month, end]).toBe("as the platform");
      }
    }
  });

  it("turn into civil dates and back", () => {
    fc.assert(
      fc.property(anyDay, (n) => {
        const { year, month, day: dayOfMonth } = civilOf(n);
        expect(dayOf(year, month, dayOfMonth)).toBe(n);
        expect(platformDay(year, month, dayOfMonth)).toBe(n);
        expect(parseDay(formatDay(n))).toBe(n);
        expect(parseMonth(formatMonth(n))).toBe(startOfMonth(n));
      }),
      runs(5000),
    );
  });

  it.each([
    ["1970-01-01", 0],
    ["0001-01-01", -719_162],
    ["2024-02-29", 19_782],
    ["9999-12-31", 2_932_896],
    ["2023-02-29", undefined],
    ["1900-02-29", undefined],
    ["2000-02-29", 11_016],
    ["2026-04-31", undefined],
    ["2026-00-10", undefined],
    ["2026-13-01", undefined],
    ["2026-01-00", undefined],
    ["0000-01-01", undefined],
    ["2026-1-1", undefined],
    ["26-01-01", undefined],
    ["2026-01-01 ", undefined],
    [" 2026-01-01", undefined],
    ["2026-01-01\n", undefined],
    ["+2026-01-01", undefined],
    ["２０２６-01-01", undefined],
    ["2026-01-01T00:00:00Z", undefined],
    ["", undefined],
  ])("read %j as %j", (text, expected) => {
    expect(parseDay(text)).toBe(expected);
  });

  it("read months", () => {
    expect(parseMonth("2026-05")).toBe(day("2026-05-01"));
    for (const text of ["2026-13", "2026-00", "2026-5", "2026-05-01", "2026", "0000-05"])
      expect(parseMonth(text)).toBeUndefined();
  });

  it("have edges of months and years", () => {
    fc.assert(
      fc.property(anyDay, (n) => {
        const { year, month } = civilOf(n);
        expect([startOfMonth(n), endOfMonth(n)]).toEqual([
          dayOf(year, month, 1),
          platformDay(year, month + 1, 0),
        ]);
        expect([startOfYear(n), endOfYear(n)]).toEqual([dayOf(year, 1, 1), dayOf(year, 12, 31)]);
      }),
      runs(1000),
    );
  });
});

describe("months", () => {
  it.each([
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2024-02-29", -12, "2023-02-28"],
    ["2023-02-28", 12, "2024-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2025-01-31", 1, "2025-02-28"],
    ["2025-03-31", -1, "2025-02-28"],
    ["2025-03-31", 1, "2025-04-30"],
    ["2025-12-31", 2, "2026-02-28"],
    ["2025-01-15", -1, "2024-12-15"],
    ["2025-01-15", -13, "2023-12-15"],
    ["1900-01-31", 1, "1900-02-28"],
    ["2000-01-31", 1, "2000-02-29"],
    ["2025-05-01", 0, "2025-05-01"],
  ])("%s and %i more is %s", (from, months, to) => {
    expect(formatDay(addMonths(day(from), months))).toBe(to);
  });

  it("keep the day of the month, or go to the month's last", () => {
    fc.assert(
      fc.property(inMiddle, anyMonths, (n, months) => {
        const [a, b] = [civilOf(n), civilOf(addMonths(n, months))];
        expect(b.year * 12 + b.month).toBe(a.year * 12 + a.month + months);
        expect(b.day).toBe(Math.min(a.day, daysInMonth(b.year, b.month)));
      }),
      runs(3000),
    );
  });

  it("never go back when the day goes forward", () => {
    fc.assert(
      fc.property(inMiddle, anyMonths, (n, months) => {
        expect(addMonths(n + 1, months)).toBeGreaterThanOrEqual(addMonths(n, months));
      }),
      runs(3000),
    );
  });

  it("have a latest start: exactly those that start by it are over", () => {
    fc.assert(
      fc.property(inMiddle, anyMonths, fc.integer({ min: -40, max: 40 }), (on, months, near) => {
        const start = latestStart(on, months);
        expect(addMonths(start, months) <= on).toBe(true);
        expect(addMonths(start + 1, months) <= on).toBe(false);
        expect(addMonths(start + near, months) <= on).toBe(near <= 0);
      }),
      runs(3000),
    );
    expect(formatDay(latestStart(day("2025-02-28"), 12))).toBe("2024-02-29");
    expect(formatDay(latestStart(day("2025-02-27"), 12))).toBe("2024-02-27");
  });

  it("between two days are the most that fit", () => {
    fc.assert(
      fc.property(inMiddle, fc.integer({ min: -40_000, max: 40_000 }), (from, distance) => {
        const to = from + distance;
        const months = monthsBetween(from, to);
        expect(addMonths(from, months) <= to).toBe(true);
        expect(addMonths(from, months + 1) <= to).toBe(false);
        const years = yearsBetween(from, to);
        expect(addMonths(from, 12 * years) <= to).toBe(true);
        expect(addMonths(from, 12 * years + 12) <= to).toBe(false);
      }),
      runs(3000),
    );
  });

  it("between are more the later the end and the earlier the start", () => {
    fc.assert(
      fc.property(inMiddle, inMiddle, (from, to) => {
        expect(monthsBetween(from, to + 1)).toBeGreaterThanOrEqual(monthsBetween(from, to));
        expect(monthsBetween(from + 1, to)).toBeLessThanOrEqual(monthsBetween(from, to));
      }),
      runs(3000),
    );
  });

  it.each([
    ["2024-02-29", "2025-02-28", 12, 1],
    ["2024-02-29", "2025-02-27", 11, 0],
    ["2025-01-31", "2025-02-28", 1, 0],
    ["2025-01-31", "2025-02-27", 0, 0],
    ["2025-02-28", "2025-01-31", -1, -1],
    ["2025-05-01", "2025-04-30", -1, -1],
    ["2025-05-01", "2024-05-01", -12, -1],
    ["2025-05-01", "2025-05-01", 0, 0],
  ])("from %s to %s are %i, and years %i", (from, to, months, years) => {
    expect(monthsBetween(day(from), day(to))).toBe(months);
    expect(yearsBetween(day(from), day(to))).toBe(years);
  });
});

describe("time zones", () => {
  // In both, some local days have 23 or 25 hours, or midnight is not on the hour in UTC.
  it.each(["Asia/Urumqi", "America/St_Johns", "UTC"])("do not matter in %s", (zone) => {
    const file = JSON.stringify(join(import.meta.dirname, "day.ts"));
    const script = `const c = await import(${file});
      let sum = 0;
      for (let n = -30000; n < 60000; n += 7) sum = (sum * 31 + c.parseDay(c.formatDay(n)) + c.addMonths(n, 13)) % 1000003;
      console.log(sum, c.formatDay(c.parseDay("2026-03-29")));`;
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      env: { ...process.env, TZ: zone },
      encoding: "utf8",
    });
    expect(run.stdout.trim()).toBe("420672 2026-03-29");
  });
});
