import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDate, splitDate } from "./date-value.ts";

const parts = (text: string) => {
  const [year = "", month = "", day = ""] = text.split("-");
  return { year, month, day };
};

describe("a typed date", () => {
  it.each([
    ["2024-2-29", "2024-02-29"],
    ["2025-06-16", "2025-06-16"],
    ["２０２５-６-１", "2025-06-01"],
    [" 1950 - 1 - 1 ", "1950-01-01"],
    ["2000-02-29", "2000-02-29"],
  ])("%s is read as %s", (typed, iso) => {
    expect(readDate(parts(typed))).toEqual({ ok: true, iso });
  });

  it.each([
    ["--", "empty", "year"],
    ["2024--1", "incomplete", "month"],
    ["2024-2-", "incomplete", "day"],
    ["2024-x-1", "not-a-number", "month"],
    ["2024-1.5-1", "not-a-number", "month"],
    ["2025-2-29", "no-such-day", "day"],
    ["1900-2-29", "no-such-day", "day"],
    ["2024-13-1", "no-such-day", "month"],
    ["2024-0-1", "no-such-day", "month"],
    ["2024-4-31", "no-such-day", "day"],
    ["24-4-1", "too-early", "year"],
    ["2024-1-2", "in-future", "year"],
  ])("%s is refused: %s at %s", (typed, fault, part) => {
    expect(readDate(parts(typed), "2024-01-01")).toEqual({ ok: false, fault, part });
  });

  it("comes back as it was typed", () => {
    const days = fc.date({
      min: new Date("1900-01-01"),
      max: new Date("2199-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(readDate(splitDate(iso))).toEqual({ ok: true, iso });
      }),
    );
  });

  it("never throws, whatever is typed", () => {
    const anything = fc.record({ year: fc.string(), month: fc.string(), day: fc.string() });
    fc.assert(fc.property(anything, (typed) => typeof readDate(typed).ok === "boolean"));
  });
});
