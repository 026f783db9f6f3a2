import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formulaPieces, garbled, someFormula } from "../testing/garbled-formulas.ts";
import { runs } from "../testing/properties.ts";
import { formulaLimit, tokens } from "./lexer.ts";
import type { Node, Test } from "./node.ts";
import { parseFormula } from "./parser.ts";

/** A node in brackets, so that precedence can be seen. */
function shown(node: Node): string {
  switch (node.kind) {
    case "boolean":
      return String(node.value);
    case "number":
      return node.unit === undefined ? String(node.value) : `${node.value} ${node.unit}`;
    case "string":
      return JSON.stringify(node.value);
    case "date":
      return `day ${node.value}`;
    case "name":
      return node.name;
    case "not":
    case "negate":
      return `(${node.kind === "not" ? "not " : "-"}${shown(node.of)})`;
    case "and":
    case "or":
      return `(${node.of.map(shown).join(` ${node.kind} `)})`;
    case "compare":
    case "arithmetic":
      return `(${shown(node.left)} ${node.operator} ${shown(node.right)})`;
    case "in":
      return `(${shown(node.value)} in ${node.tests.map(shownTest).join(" | ")})`;
    case "if":
      return `(if ${shown(node.test)} then ${shown(node.then)} else ${shown(node.else)})`;
    case "some":
    case "every":
      return `(${node.kind} ${node.variable} in ${shown(node.list)} satisfies ${shown(node.condition)})`;
    case "filter":
      return `${shown(node.list)}[${shown(node.condition)}]`;
    case "call":
      return `${node.name}(${node.args.map(shown).join(", ")})`;
    case "list":
      return `[${node.items.map(shown).join(", ")}]`;
  }
}
function shownTest(test: Test): string {
  switch (test.kind) {
    case "value":
      return shown(test.of);
    case "comparison":
      return `${test.operator} ${shown(test.right)}`;
    case "range":
      return `${test.lowOpen ? "]" : "["}${shown(test.low)}..${shown(test.high)}${test.highOpen ? "[" : "]"}`;
  }
}
const read = (text: string): string => {
  const node = parseFormula(text);
  return "error" in node ? `${node.error.code} at ${node.error.span.start}` : shown(node);
};

describe("precedence", () => {
  it.each([
    ["a or b and c", "(a or (b and c))"],
    ["a and b or c and d", "((a and b) or (c and d))"],
    ["a or b or c", "(a or b or c)"],
    ["not a and b", "((not a) and b)"],
    ["not(a) and b", "((not a) and b)"],
    ["not (a and b)", "(not (a and b))"],
    ["not not a", "(not (not a))"],
    ["not a = b", "(not (a = b))"],
    ["a = b and c != d", "((a = b) and (c != d))"],
    ["1 + 2 * 3", "(1 + (2 * 3))"],
    ["(1 + 2) * 3", "((1 + 2) * 3)"],
    ["1 - 2 - 3", "((1 - 2) - 3)"],
    ["8 / 4 / 2", "((8 / 4) / 2)"],
    ["-1 + 2", "((-1) + 2)"],
    ["-a * b", "((-a) * b)"],
    ["- -1", "(-(-1))"],
    ["2 - -1", "(2 - (-1))"],
    ["a + 1 < b * 2", "((a + 1) < (b * 2))"],
    ["on - 1 year >= since", "((on - 1 year) >= since)"],
    ["a between 1 and 5 and b", "((a in [1..5]) and b)"],
    ["a between 1 + 1 and 5 * 2 or b", "((a in [(1 + 1)..(5 * 2)]) or b)"],
    ["a in [1, 2] and b", "((a in [1, 2]) and b)"],
    ["if a then b else c and d", "(if a then b else (c and d))"],
    ["if a then if b then 1 else 2 else 3", "(if a then (if b then 1 else 2) else 3)"],
    ["a and if b then c else d", "(a and (if b then c else d))"],
    ["some x in xs satisfies x.a and x.b", "(some x in xs satisfies (x.a and x.b))"],
    [
      "every x in xs satisfies some y in ys satisfies x.a = y.a",
      "(every x in xs satisfies (some y in ys satisfies (x.a = y.a)))",
    ],
    ["a and some x in xs satisfies x.a", "(a and (some x in xs satisfies x.a))"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("forms", () => {
  it.each([
    ["x in (1, 2)", "(x in 1 | 2)"],
    ["x in (< 5, [7..9], > 20)", "(x in < 5 | [7..9] | > 20)"],
    ["x in [1..5]", "(x in [1..5])"],
    ["x in (1..5)", "(x in ]1..5[)"],
    ["x in ]1..5[", "(x in ]1..5[)"],
    ["x in [1..5[", "(x in [1..5[)"],
    ["x in (1..5]", "(x in ]1..5])"],
    ["x in ]a..b[", "(x in ]a..b[)"],
    ["x in [a..b[ and c", "((x in [a..b[) and c)"],
    ["x in ([a..b[, ]c..on[)", "(x in [a..b[ | ]c..on[)"],
    ["x in ]a..-b[", "(x in ]a..(-b)[)"],
    ["x in ]a..max(b, c)[", "(x in ]a..max(b, c)[)"],
    ["x in [count(rs[item.a = 1])..5]", "(x in [count(rs[(item.a = 1)])..5])"],
    ["x in ]1..count(rs[item.a])[", "(x in ]1..count(rs[item.a])[)"],
    ["x in [f(1, 2)..5]", "(x in [f(1, 2)..5])"],
    ["x in [(1)..(2)]", "(x in [1..2])"],
    ["x in ((1), (2))", "(x in 1 | 2)"],
    ["x in [-1..1]", "(x in [(-1)..1])"],
    ["x in [2024-01-01..2024-12-31]", "(x in [day 19723..day 20088])"],
    ["x in < 5", "(x in < 5)"],
    ["x in y", "(x in y)"],
    ["x in []", "(x in [])"],
    ["rs[item.a][item.b]", "rs[item.a][item.b]"],
    ["a-b.c-d", "a-b.c-d"],
    ["a - b", "(a - b)"],
    ["x1.y2-3", "x1.y2-3"],
    ["1.5 years", "1.5 years"],
    ["12months", "12 months"],
    ["1 .. 2", "unexpected-token at 2"],
    ['"650102"', '"650102"'],
    ['""', '""'],
    ["f()", "f()"],
    ["  true  ", "true"],
    ["2024-02-29 + 1 year", "(day 19782 + 1 year)"],
    ["a\n  and\tb", "(a and b)"],
    ["not(a) = b", "(not (a = b))"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("errors", () => {
  it.each([
    ["", "unexpected-token at 0"],
    ["a and", "unexpected-token at 5"],
    ["a b", "unexpected-token at 2"],
    ["1 < 2 < 3", "unexpected-token at 6"],
    ["(a", "unexpected-token at 2"],
    ["a)", "unexpected-token at 1"],
    ["x in (1, 2", "unexpected-token at 10"],
    ["x in [1..5", "unexpected-token at 10"],
    ["x in 1..5", "unexpected-token at 6"],
    ["if a then b", "unexpected-token at 11"],
    ["some x in xs", "unexpected-token at 12"],
    ["some and in xs satisfies a", "unexpected-token at 5"],
    ["a = ", "unexpected-token at 4"],
    ["a == b", "unexpected-token at 3"],
    ["a ? b", "unexpected-character at 2"],
    ["a & b", "unexpected-character at 2"],
    ["日期 > 1", "unexpected-character at 0"],
    ["a = “x”", "unexpected-character at 4"],
    ['a = "x', "unclosed-string at 4"],
    ['a = "x\n"', "unclosed-string at 4"],
    ["2023-02-29", "bad-date-literal at 0"],
    ["on >= 2026-13-01", "bad-date-literal at 6"],
    ["1 and then", "unexpected-token at 6"],
    ["and", "unexpected-token at 0"],
    ["a.", "unexpected-character at 1"],
    ["a..b", "unexpected-token at 1"],
    ["👩", "unexpected-character at 0"],
  ])("%j", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("name what they found, and a whole character", () => {
    expect(parseFormula("a ≥ b")).toMatchObject({ error: { found: "≥" } });
    expect(parseFormula("👩‍👧")).toMatchObject({
      error: { found: "👩", span: { start: 0, end: 2 } },
    });
    expect(parseFormula("a then")).toMatchObject({ error: { found: "then" } });
  });

  it("come from nesting too deep or text too long, not from the stack", () => {
    for (const [open, inner, close] of [
      ["(", "a", ")"],
      ["not ", "a", ""],
      ["-", "1", ""],
      ["[", "", "]"],
      ["f(", "a", ")"],
      ["if a then b else ", "c", ""],
      ["some x in xs satisfies ", "a", ""],
      ["x in (", "1", ")"],
      ["x in [", "1", "..2]"],
      ["a[", "b", "]"],
      ["x in ((", "1", "))"],
      ["x in (x + (", "1", "))"],
    ] as const) {
      const text = `${open.repeat(600)}${inner}${close.repeat(600)}`.slice(0, formulaLimit);
      expect([open, parseFormula(text)]).toMatchObject([open, { error: {} }]);
    }
    for (const text of ["1 + ".repeat(2400) + "1", `a${"[b]".repeat(3000)}`])
      expect(parseFormula(text)).toMatchObject({ error: { code: "formula-too-deep" } });
    expect(read(`${"a and ".repeat(1600)}a`)).toMatch(/^\(a and a/);
    expect(parseFormula("a".repeat(formulaLimit + 1))).toMatchObject({
      error: { code: "formula-too-long" },
    });
  });
});

describe("spans", () => {
  it("cover exactly the text of each part", () => {
    const text =
      'a and not (b.c in (1 year, ]2..x-1[)) or some t in ts[item.k = "v"] satisfies -t.n < 2';
    const node = parseFormula(text) as Node;
    const parts: string[] = [];
    const walk = (part: Node): void => {
      parts.push(text.slice(part.span.start, part.span.end));
      switch (part.kind) {
        case "and":
        case "or":
          return part.of.forEach(walk);
        case "not":
        case "negate":
          return walk(part.of);
        case "compare":
        case "arithmetic":
          walk(part.left);
          return walk(part.right);
        case "in":
          walk(part.value);
          for (const test of part.tests) parts.push(text.slice(test.span.start, test.span.end));
          return;
        case "some":
          walk(part.list);
          return walk(part.condition);
        case "filter":
          walk(part.list);
          return walk(part.condition);
        default:
      }
    };
    walk(node);
    expect(parts).toEqual([
      text,
      "a and not (b.c in (1 year, ]2..x-1[))",
      "a",
      "not (b.c in (1 year, ]2..x-1[))",
      "b.c in (1 year, ]2..x-1[)",
      "b.c",
      "1 year",
      "]2..x-1[",
      'some t in ts[item.k = "v"] satisfies -t.n < 2',
      'ts[item.k = "v"]',
      "ts",
      'item.k = "v"',
      "item.k",
      '"v"',
      "-t.n < 2",
      "-t.n",
      "t.n",
      "2",
    ]);
  });

  it("of tokens and the blanks between them are the whole text", () => {
    fc.assert(
      fc.property(someFormula, (text) => {
        const found = tokens(text);
        if ("code" in found) throw new Error(found.code);
        let end = 0;
        for (const { span } of found) {
          expect(text.slice(end, span.start).trim()).toBe("");
          end = span.end;
        }
        expect(end).toBe(text.length);
      }),
      runs(300),
    );
  });
});

describe("any text", () => {
  const isAnswer = (text: string): void => {
    const node = parseFormula(text);
    if (!("error" in node)) return;
    const { start, end } = node.error.span;
    expect(start >= 0 && start <= end && end <= text.length).toBe(true);
    expect(node.error.code).toMatch(/^[a-z-]+$/);
  };

  it("gives a node or one error inside the text", () => {
    fc.assert(fc.property(garbled, isAnswer), runs(3000));
  });

  it("whole formulas always parse", () => {
    fc.assert(
      fc.property(someFormula, (text) => {
        expect("error" in parseFormula(text)).toBe(false);
      }),
      runs(500),
    );
  });

  it("takes time in proportion to its length", () => {
    const patterns = [
      ...formulaPieces,
      "((((",
      "x in ((",
      "x in (x in (",
      "x in [(",
      "[x in (1, ",
      "x in ]1..",
      "not (",
      "a or x in (1, [2..3]) or ",
      "x in (y[",
    ];
    for (const pattern of patterns) {
      const text = pattern.repeat(Math.ceil(formulaLimit / pattern.length)).slice(0, formulaLimit);
      const before = performance.now();
      isAnswer(text);
      expect([pattern, performance.now() - before < 500]).toEqual([pattern, true]);
    }
  });
});
