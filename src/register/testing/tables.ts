// As much of the standards as made-up histories need.
import type { Tables } from "../domain/view.ts";

export const tables: Tables = {
  relations: new Map([
    [1, null],
    [2, null],
    [10, null],
    [11, 1],
    [12, 2],
    [20, 1],
    [30, 2],
    [50, null],
    [97, null],
    [99, null],
  ]),
  marital: new Set([10, 20, 30, 40, 90]),
  education: new Set([10, 20, 60, 70, 80, 90]),
  // New Year's Day 2020, a Wednesday; the Sunday before the Spring Festival was worked.
  calendar: { holidays: new Set(["2020-01-01"]), workdays: new Set(["2020-01-19"]) },
};
