import * as fc from "fast-check";
import { expect, it } from "vitest";
import { readIdNumber } from "./id-number.ts";

it("takes the sample number of the standard", () => {
  expect(readIdNumber("11010519491231002X")).toEqual({ kind: "valid", born: "1949-12-31" });
  expect(readIdNumber("440524188001010014")).toEqual({ kind: "valid", born: "1880-01-01" });
});

it("finds any one digit mistyped, and any two neighbours swapped", () => {
  const number = "11010519491231002X";
  fc.assert(
    fc.property(fc.nat(16), fc.nat(9), (at, digit) => {
      const typed = number.slice(0, at) + String(digit) + number.slice(at + 1);
      expect(readIdNumber(typed).kind === "valid").toBe(typed === number);
    }),
  );
  for (let at = 0; at < 16; at += 1) {
    const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
    if (swapped !== number) expect(readIdNumber(swapped).kind).not.toBe("valid");
  }
});

it.each([
  "",
  "1",
  "11010519491231002x",
  "１１０１０５１９４９１２３１００２X",
  " 1010519491231002X",
  "01010519491231002X",
  "11010519491231002X ",
])("refuses %j", (text) => {
  expect(readIdNumber(text)).toEqual({ kind: "malformed" });
});
