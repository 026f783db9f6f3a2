import * as fc from "fast-check";
import { formulas } from "./random-packs.ts";

/** Pieces of the language, to be put together wrongly. */
export const formulaPieces: readonly string[] = [
  ..."and or not in if then else some every satisfies between true false on item".split(" "),
  ...'( ) [ ] ] [ .. , = != < <= > >= + - * / " 1 2.5 650102 2024-02-29 2023-02-30'.split(" "),
  ...'1 year;30 days;a.b-c;kind;town;since;count(;"650102";≥;“;\n;\t; ;x in (;x in ];1..;[item.'.split(
    ";",
  ),
];

const { condition, date, months } = formulas(true);
/** Formulas that make sense over the random vocabulary. */
export const someFormula: fc.Arbitrary<string> = fc.oneof(condition, date, months);

/** Text that is nothing, almost a formula, or a formula with something done to it. */
export const garbled: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.constantFrom(...formulaPieces), { maxLength: 40 }).map((parts) => parts.join(" ")),
  fc.array(fc.constantFrom(...formulaPieces), { maxLength: 40 }).map((parts) => parts.join("")),
  fc
    .tuple(someFormula, fc.nat(), fc.nat({ max: 6 }), fc.constantFrom("", ...formulaPieces))
    .map(([text, at, length, piece]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + piece + text.slice(start + length);
    }),
);
