import * as fc from "fast-check";
import { expect } from "vitest";
import { describeProblem } from "../problem/describe.ts";
import { type PackFile, isCaseFile, loadPack } from "../rulebook/load.ts";
import { locales } from "../text.ts";
import { formulaPieces } from "./garbled-formulas.ts";
import { realRulebooks } from "./pack-files.ts";

/** The real rulebooks with some of their text deleted, doubled, moved or replaced. */

const files = realRulebooks().filter(({ path }) => !isCaseFile(path));

const yamlPieces: readonly string[] = [
  ": ",
  "- ",
  "\n",
  "  ",
  "{",
  "}",
  "[",
  "]",
  "'",
  '"',
  "|",
  ">-",
  "&a ",
  "*a",
  "!!js ",
  "#",
  "---\n",
  "? ",
  "\t",
  "~",
  "when: ",
  "from: ",
  "until: ",
  "2014-10-27",
  "refer",
  "grant",
  "settlement",
  "true",
  "exception-to: [home]",
  "constructor",
  "__proto__",
  ..."facts:;rules:;type: date;derive: ;formula: ;unit: years;table: {rows: [{when: true, then: true}]};0;-1;1e999;9".split(
    ";",
  ),
];

type Damage = {
  readonly at: number;
  readonly length: number;
  readonly piece: string;
  readonly from: number;
};

const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 12 }), fc.nat({ max: 400 })),
  piece: fc.oneof(
    fc.constant(""),
    fc.constantFrom(...yamlPieces),
    fc.constantFrom(...formulaPieces),
    fc.constant("copy"),
    fc.string({ maxLength: 8 }),
  ),
  from: fc.nat(),
});

export const damaged: fc.Arbitrary<readonly PackFile[]> = fc
  .array(fc.tuple(fc.nat({ max: files.length - 1 }), damage), { minLength: 1, maxLength: 4 })
  .map((damages) => {
    const texts = files.map(({ text }) => text);
    for (const [file, { at, length, piece, from }] of damages) {
      const text = texts[file]!;
      const start = at % (text.length + 1);
      const copied = from % (text.length + 1);
      const put = piece === "copy" ? text.slice(copied, copied + 120) : piece;
      texts[file] = text.slice(0, start) + put + text.slice(start + length);
    }
    return files.map(({ path }, index) => ({ path, text: texts[index]! }));
  });

/** A pack, or problems each with a file and a place in it and words in both languages; soon. */
export function isAnswered(pack: readonly PackFile[]): void {
  const before = performance.now();
  const loaded = loadPack(pack);
  expect(performance.now() - before).toBeLessThan(5000);
  if (loaded.ok) return;
  expect(loaded.problems.length).toBeGreaterThan(0);
  for (const problem of loaded.problems) {
    const { file, line, column } = problem.at;
    const text = pack.find(({ path }) => path === file)?.text;
    if (text === undefined || line === undefined || column === undefined)
      throw new Error(`no place: ${JSON.stringify(problem)}`);
    if (line < 1 || line > text.split("\n").length || column < 1)
      throw new Error(`not in the file: ${JSON.stringify(problem)}`);
    for (const locale of locales) {
      const words = describeProblem(problem, locale);
      if (words.endsWith(` ${problem.code}`)) throw new Error(`no words: ${words}`);
    }
  }
}
