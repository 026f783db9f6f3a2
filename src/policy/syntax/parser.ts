import { type SyntaxError, type Token, tokens } from "./lexer.ts";
import type { CompareOperator, Node, Span, Test } from "./node.ts";

/** Deepest nesting the parser follows. */
const depthLimit = 100;

/** Most links of `a + b + c …` or `list[…][…]`, each of which lies one deeper. */
const linkLimit = 200;

class Failure extends Error {
  readonly error: SyntaxError;
  constructor(error: SyntaxError) {
    super(error.code);
    this.error = error;
  }
}

/** Parses one formula (grammar in docs/rule-language.md); a syntax error is a value. */
export function parseFormula(text: string): Node | { readonly error: SyntaxError } {
  const read = tokens(text);
  if ("code" in read) return { error: read };
  try {
    const parser = createParser(read);
    return parser.whole();
  } catch (failure) {
    if (failure instanceof Failure) return { error: failure.error };
    throw failure;
  }
}

const comparisons: ReadonlySet<string> = new Set(["=", "!=", "<", "<=", ">", ">="]);
const reserved: ReadonlySet<string> = new Set([
  "and",
  "or",
  "in",
  "if",
  "then",
  "else",
  "satisfies",
  "between",
]);

function createParser(input: readonly Token[]) {
  let position = 0;
  let depth = 0;
  /** While the upper end of a range is read, `[` closes it (`]a..b[`) and is no filter. */
  let bracketCloses = false;

  const peek = (ahead = 0): Token => input[Math.min(position + ahead, input.length - 1)]!;
  const text = (token: Token): string => {
    switch (token.kind) {
      case "name":
      case "symbol":
        return token.text;
      case "end":
        return "";
      default:
        return String(token.value);
    }
  };
  const fail = (expected?: string): never => {
    const token = peek();
    throw new Failure({
      code: "unexpected-token",
      span: token.span,
      found: text(token),
      ...(expected === undefined ? {} : { expected }),
    });
  };
  const isSymbol = (symbol: string, ahead = 0): boolean => {
    const token = peek(ahead);
    return token.kind === "symbol" && token.text === symbol;
  };
  const isWord = (word: string, ahead = 0): boolean => {
    const token = peek(ahead);
    return token.kind === "name" && token.text === word;
  };
  const accept = (test: boolean): boolean => {
    if (test) position += 1;
    return test;
  };
  const expectSymbol = (symbol: string): void => void (accept(isSymbol(symbol)) || fail(symbol));
  const expectWord = (word: string): void => void (accept(isWord(word)) || fail(word));
  const last = (): Span => input[Math.max(0, position - 1)]!.span;
  const from = (start: number): Span => ({ start, end: last().end });

  const tooDeep = (limit: number): never => {
    throw new Failure({ code: "formula-too-deep", span: peek().span, found: String(limit) });
  };

  function nested<T>(read: () => T): T {
    depth += 1;
    if (depth > depthLimit) tooDeep(depthLimit);
    const value = read();
    depth -= 1;
    return value;
  }

  function whole(): Node {
    const node = expression();
    if (peek().kind !== "end") fail();
    return node;
  }

  const expression = (): Node =>
    nested(() => {
      const closes = bracketCloses;
      bracketCloses = false;
      const node = isWord("if") ? conditional() : quantifierAhead() ? quantified() : disjunction();
      bracketCloses = closes;
      return node;
    });

  function conditional(): Node {
    const { start } = peek().span;
    expectWord("if");
    const test = expression();
    expectWord("then");
    const then = expression();
    expectWord("else");
    const otherwise = expression();
    return { kind: "if", test, then, else: otherwise, span: from(start) };
  }

  const quantifierAhead = (): boolean =>
    (isWord("some") || isWord("every")) && peek(1).kind === "name" && isWord("in", 2);

  function quantified(): Node {
    const { start } = peek().span;
    const kind = isWord("some") ? "some" : "every";
    position += 1;
    const variable = plainName();
    expectWord("in");
    const list = postfix();
    expectWord("satisfies");
    const condition = expression();
    return { kind, variable, list, condition, span: from(start) };
  }

  function plainName(): string {
    const token = peek();
    if (token.kind !== "name" || reserved.has(token.text)) return fail("name");
    position += 1;
    return token.text;
  }

  const chain = (kind: "and" | "or", read: () => Node): Node => {
    const { start } = peek().span;
    const of = [read()];
    while (accept(isWord(kind))) of.push(read());
    return of.length === 1 ? of[0]! : { kind, of, span: from(start) };
  };
  const disjunction = (): Node => chain("or", conjunction);
  const conjunction = (): Node => chain("and", negation);

  function negation(): Node {
    if (!isWord("not")) return quantifierAhead() || isWord("if") ? expression() : comparison();
    const { start } = peek().span;
    position += 1;
    const of = nested(negation);
    return { kind: "not", of, span: from(start) };
  }

  function comparison(): Node {
    const { start } = peek().span;
    const left = sum();
    const token = peek();
    if (token.kind === "symbol" && comparisons.has(token.text)) {
      position += 1;
      const right = sum();
      return {
        kind: "compare",
        operator: token.text as CompareOperator,
        left,
        right,
        span: from(start),
      };
    }
    if (accept(isWord("between"))) {
      const low = sum();
      expectWord("and");
      const high = sum();
      const test: Test = {
        kind: "range",
        low,
        lowOpen: false,
        high,
        highOpen: false,
        span: { start: low.span.start, end: high.span.end },
      };
      return { kind: "in", value: left, tests: [test], span: from(start) };
    }
    if (accept(isWord("in"))) return { kind: "in", value: left, tests: tests(), span: from(start) };
    return left;
  }

  function tests(): readonly Test[] {
    if (!isSymbol("(") || rangeAhead()) return [test()];
    position += 1;
    const found = [test()];
    while (accept(isSymbol(","))) found.push(test());
    expectSymbol(")");
    return found;
  }

  /** A bracket opens a range when `..` comes before it closes or a comma separates. */
  function rangeAhead(): boolean {
    if (isSymbol("]")) return true;
    if (!isSymbol("[") && !isSymbol("(")) return false;
    let open = 0;
    for (let ahead = 1; open >= 0; ahead += 1) {
      const token = peek(ahead);
      if (token.kind === "end") return false;
      if (token.kind !== "symbol") continue;
      if (open === 0 && (token.text === ".." || token.text === ",")) return token.text === "..";
      if (token.text === "(" || token.text === "[") open += 1;
      if (token.text === ")" || token.text === "]") open -= 1;
    }
    return false;
  }

  function test(): Test {
    const { start } = peek().span;
    const token = peek();
    if (token.kind === "symbol" && comparisons.has(token.text)) {
      position += 1;
      const right = sum();
      return {
        kind: "comparison",
        operator: token.text as CompareOperator,
        right,
        span: from(start),
      };
    }
    if (rangeAhead()) return readRange();
    const of = sum();
    return { kind: "value", of, span: from(start) };
  }

  function readRange(): Test {
    const { start } = peek().span;
    const lowOpen = !isSymbol("[");
    position += 1;
    const low = sum();
    expectSymbol("..");
    bracketCloses = true;
    const high = sum();
    bracketCloses = false;
    const highOpen = !isSymbol("]");
    if (!accept(isSymbol("]") || isSymbol(")") || isSymbol("["))) fail("]");
    return { kind: "range", low, lowOpen, high, highOpen, span: from(start) };
  }

  const binary = (symbols: readonly ("+" | "-" | "*" | "/")[], read: () => Node): Node => {
    const { start } = peek().span;
    let left = read();
    let links = 0;
    for (;;) {
      const operator = symbols.find((symbol) => isSymbol(symbol));
      if (operator === undefined) return left;
      position += 1;
      links += 1;
      if (links > linkLimit) tooDeep(linkLimit);
      left = { kind: "arithmetic", operator, left, right: read(), span: from(start) };
    }
  };
  const sum = (): Node => binary(["+", "-"], product);
  const product = (): Node => binary(["*", "/"], unary);

  function unary(): Node {
    if (!isSymbol("-")) return postfix();
    const { start } = peek().span;
    position += 1;
    const of = nested(unary);
    return { kind: "negate", of, span: from(start) };
  }

  function postfix(): Node {
    const { start } = peek().span;
    let node = primary();
    let links = 0;
    while (!bracketCloses && isSymbol("[") && (node.kind === "name" || node.kind === "filter")) {
      position += 1;
      const condition = expression();
      expectSymbol("]");
      links += 1;
      if (links > linkLimit) tooDeep(linkLimit);
      node = { kind: "filter", list: node, condition, span: from(start) };
    }
    return node;
  }

  function primary(): Node {
    const token = peek();
    const { span } = token;
    position += 1;
    switch (token.kind) {
      case "number": {
        const unit = peek();
        if (unit.kind === "name" && !reserved.has(unit.text) && !unit.text.includes(".")) {
          position += 1;
          return { kind: "number", value: token.value, unit: unit.text, span: from(span.start) };
        }
        return { kind: "number", value: token.value, span };
      }
      case "string":
        return { kind: "string", value: token.value, span };
      case "date":
        return { kind: "date", value: token.value, span };
      case "name":
        return named(token.text, span);
      case "symbol":
        if (token.text === "(") {
          const inner = expression();
          expectSymbol(")");
          return inner;
        }
        if (token.text === "[") return list(span.start);
    }
    position -= 1;
    return fail("value");
  }

  function named(name: string, span: Span): Node {
    if (name === "true" || name === "false")
      return { kind: "boolean", value: name === "true", span };
    if (reserved.has(name)) {
      position -= 1;
      return fail("value");
    }
    if (!accept(isSymbol("("))) return { kind: "name", name, span };
    const args = isSymbol(")") ? [] : [expression()];
    while (accept(isSymbol(","))) args.push(expression());
    expectSymbol(")");
    return { kind: "call", name, args, span: from(span.start) };
  }

  function list(start: number): Node {
    const items = isSymbol("]") ? [] : [expression()];
    while (accept(isSymbol(","))) items.push(expression());
    expectSymbol("]");
    return { kind: "list", items, span: from(start) };
  }

  return { whole };
}
