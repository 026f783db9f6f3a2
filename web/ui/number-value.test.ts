import { expect, it } from "vitest";
import { readNumber } from "./number-value.ts";

it.each([
  ["12", { ok: true, value: 12 }],
  ["１２", { ok: true, value: 12 }],
  ["0", { ok: true, value: 0 }],
  ["1.5", { ok: true, value: 1.5 }],
  ["1。5", { ok: true, value: 1.5 }],
  ["", { ok: false, fault: "empty" }],
  ["-1", { ok: false, fault: "not-a-number" }],
  ["1e3", { ok: false, fault: "not-a-number" }],
  ["twelve", { ok: false, fault: "not-a-number" }],
  ["101", { ok: false, fault: "too-big" }],
])("%s is read as %o", (typed, read) => {
  expect(readNumber(typed, 0, 100)).toEqual(read);
});

it("knows a smallest value", () => {
  expect(readNumber("0", 1)).toEqual({ ok: false, fault: "too-small" });
});
