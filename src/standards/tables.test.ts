import { describe, expect, it } from "vitest";
import { readCalendar } from "./domain/calendar.ts";
import { loadStandards } from "./load.ts";
import { registerTables } from "./tables.ts";

const tables = registerTables(loadStandards());

describe("what the register checks codes against", () => {
  it("says which sex a relation fits", () => {
    const sexes = [2, 10, 11, 12, 20, 38, 45, 50, 54, 73, 78, 82, 89, 91, 96, 97];
    expect(sexes.map((code) => tables.relations.get(code))).toEqual([
      null,
      null,
      1,
      2,
      1,
      2,
      2,
      null,
      2,
      1,
      1,
      2,
      1,
      null,
      2,
      null,
    ]);
    expect(tables.relations.has(98)).toBe(false);
    expect(tables.marital.has(22)).toBe(true);
    expect(tables.education.has(50)).toBe(false);
  });

  it("knows the holidays of this year, and the weekends that are worked for them", () => {
    expect(tables.calendar.holidays.has("2026-10-07")).toBe(true);
    expect(tables.calendar.workdays.has("2026-10-10")).toBe(true);
  });

  it("refuses a holiday on a weekend, and a day of another year", () => {
    const year = (days: string) =>
      `source: s\nyears:\n  - {year: 2026, holidays: [${days}], workdays: []}`;
    expect(readCalendar(year('"2026-01-01"')).holidays.size).toBe(1);
    expect(() => readCalendar(year('"2026-10-10"'))).toThrow("2026-10-10");
    expect(() => readCalendar(year('"2025-01-01"'))).toThrow("2025-01-01");
  });
});
