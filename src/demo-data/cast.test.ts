import { expect, it } from "vitest";
import { readIdNumber } from "../policy/index.ts";
import { cast } from "./cast.ts";
import { madeUpIdNumber } from "./made-up-id-number.ts";

it("has one of each role, subjects that differ, and numbers and stories only for residents", () => {
  expect(new Set(cast.map(({ role }) => role)).size).toBe(7);
  expect(new Set(cast.map(({ subject }) => subject)).size).toBe(cast.length);
  for (const { role, idNumber, story } of cast) {
    expect([idNumber !== undefined, story !== undefined]).toEqual(
      Array(2).fill(role === "resident"),
    );
    if (idNumber !== undefined) expect(readIdNumber(idNumber).kind).toBe("valid");
  }
});

it("makes no number that a real place could have issued", () => {
  expect(madeUpIdNumber(990_101, "1988-04-12", 902)).toMatch(/^99010119880412902[\dX]$/);
  expect(() => madeUpIdNumber(650_102, "1988-04-12", 902)).toThrow("real place");
});
