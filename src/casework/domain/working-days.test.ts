import * as fc from "fast-check";
import { expect, it } from "vitest";
import { calendar } from "../testing/made-up.ts";
import {
  dayAfter,
  endOnWorkingDay,
  isWorkingDay,
  lastDay,
  workingDaysUntil,
} from "./working-days.ts";

const day = fc.nat({ max: 400 }).map((days) => dayAfter("2026-01-01", days));

it("follows the official calendar where it differs from Monday to Friday", () => {
  expect(isWorkingDay("2026-04-30", calendar)).toBe(true);
  expect(isWorkingDay("2026-05-01", calendar)).toBe(false);
  expect(isWorkingDay("2026-05-02", calendar)).toBe(false);
  expect(isWorkingDay("2026-05-09", calendar)).toBe(true);
});

it("does not count the first day, nor days off", () => {
  // 30 April is a Thursday; 1, 4 and 5 May are free.
  expect(lastDay("2026-04-30", 1, calendar)).toBe("2026-05-06");
  expect(lastDay("2026-04-30", 4, calendar)).toBe("2026-05-09");
  expect(lastDay("2026-04-30", 3, undefined)).toBe("2026-05-03");
  expect(endOnWorkingDay("2026-05-02", calendar)).toBe("2026-05-06");
});

it("has exactly as many working days in it as were given", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (from, days) => {
      const end = lastDay(from, days, calendar) ?? "";
      expect(isWorkingDay(end, calendar)).toBe(true);
      expect(workingDaysUntil(from, end, calendar)).toBe(days);
      expect(workingDaysUntil(end, from, calendar)).toBe(-days);
    }),
  );
});

it("stands still in a pause, and gives the same number of working days after it", () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 1, max: 30 }),
      fc.nat({ max: 40 }),
      fc.nat({ max: 40 }),
      (from, days, after, long) => {
        const begin = dayAfter(from, after + 1);
        const until = dayAfter(begin, long);
        const plain = lastDay(from, days, calendar) ?? "";
        const end = lastDay(from, days, calendar, [{ from: begin, until }]) ?? "";
        if (begin > plain) {
          expect(end).toBe(plain);
          return;
        }
        const paused = workingDaysUntil(dayAfter(begin, -1), until, calendar);
        expect(workingDaysUntil(from, end, calendar)).toBe(days + paused);
        expect(lastDay(from, days, calendar, [{ from: begin, until: null }])).toBeUndefined();
      },
    ),
  );
});
