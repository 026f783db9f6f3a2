import { parseDay } from "../calendar/day.ts";
import type { Span } from "./node.ts";

export type Token = { readonly span: Span } & (
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "date"; readonly value: number }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "symbol"; readonly text: string }
  | { readonly kind: "end" }
);

export type SyntaxError = {
  readonly code:
    | "unexpected-character"
    | "bad-date-literal"
    | "unclosed-string"
    | "unexpected-token"
    | "formula-too-deep"
    | "formula-too-long";
  readonly span: Span;
  readonly found: string;
  readonly expected?: string;
};

/** Longest formula the parser reads, in characters. */
export const formulaLimit = 10_000;

const patterns: readonly (readonly [
  "space" | "date" | "number" | "name" | "string" | "symbol",
  RegExp,
])[] = [
  ["space", /\s+/y],
  ["date", /\d{4}-\d{2}-\d{2}(?![\w-])/y],
  ["number", /\d+(?:\.(?!\.)\d+)?/y],
  ["name", /[A-Za-z_][A-Za-z0-9_]*(?:[-.][A-Za-z0-9_]+)*/y],
  ["string", /"[^"\n]*"/y],
  ["symbol", /!=|<=|>=|\.\.|[=<>+\-*/()[\],]/y],
];

/** Splits a formula into tokens, or says where it stops making sense. */
export function tokens(text: string): readonly Token[] | SyntaxError {
  if (text.length > formulaLimit) {
    return {
      code: "formula-too-long",
      span: { start: formulaLimit, end: text.length },
      found: String(text.length),
    };
  }
  const found: Token[] = [];
  let start = 0;
  while (start < text.length) {
    const read = readToken(text, start);
    if ("code" in read) return read;
    if (read.token !== undefined) found.push(read.token);
    start = read.end;
  }
  found.push({ kind: "end", span: { start: text.length, end: text.length } });
  return found;
}

function readToken(
  text: string,
  start: number,
): { readonly token?: Token; readonly end: number } | SyntaxError {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = start;
    const match = pattern.exec(text)?.[0];
    if (match === undefined) continue;
    const end = start + match.length;
    const span = { start, end };
    switch (kind) {
      case "space":
        return { end };
      case "number":
        return { token: { kind, value: Number(match), span }, end };
      case "name":
        return { token: { kind, text: match, span }, end };
      case "string":
        return { token: { kind, value: match.slice(1, -1), span }, end };
      case "symbol":
        return { token: { kind, text: match, span }, end };
      case "date": {
        const value = parseDay(match);
        return value === undefined
          ? { code: "bad-date-literal", span, found: match }
          : { token: { kind, value, span }, end };
      }
    }
  }
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  return {
    code: character === '"' ? "unclosed-string" : "unexpected-character",
    span: { start, end: start + character.length },
    found: character,
  };
}
