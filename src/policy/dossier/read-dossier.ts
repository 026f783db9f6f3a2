import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from "yaml";
import type { Problem } from "../problem/problem.ts";
import { refused, type Result } from "../result.ts";
import type { Pack } from "../rulebook/pack.ts";
import type { Dossier } from "./dossier.ts";
import { byteLimit } from "./limits.ts";
import { parseDossier } from "./parse-dossier.ts";
import { atIndex, createReport, type Report, shown, within } from "./report.ts";

/** Deeper than any dossier; below it nothing is looked at. */
const depthLimit = 12;

/** Codes of {@link readDossier} that say the text itself cannot be read, rather than what it says. */
export const malformedCodes: ReadonlySet<string> = new Set([
  "dossier-too-large",
  "not-text",
  "bad-yaml",
  "several-documents",
  "alias-not-allowed",
  "empty-dossier",
  "duplicate-key",
]);

/**
 * Reads a dossier from YAML 1.2 or JSON text. Refuses as `parseDossier` does, with the line and column of the field,
 * and text that is too large, no YAML, more than one document, or that uses aliases or a key twice.
 */
export function readDossier(pack: Pack, text: string): Result<Dossier, Problem> {
  if (text.length > byteLimit || new TextEncoder().encode(text).length > byteLimit) {
    return refuse("dossier-too-large", { limit: byteLimit });
  }
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text)) return refuse("not-text", {});
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    // The library compares every key with every other; `readNode` uses a set.
    uniqueKeys: false,
    // 'silent' would also hide a second document.
    logLevel: "error",
  });
  const error = document.errors[0] ?? document.warnings[0];
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    const several = error.code === "MULTIPLE_DOCS";
    return {
      ok: false,
      problems: [
        {
          code: several ? "several-documents" : "bad-yaml",
          params: several ? {} : { detail: firstLine(error.message) },
          at: { line, column: col },
        },
      ],
    };
  }
  if (document.contents === null) return refuse("empty-dossier", {});
  return readNodes(pack, document.contents, lines);
}

const refuse = (code: string, params: Problem["params"]): Result<never, Problem> =>
  refused({ code, params, at: {} });

const firstLine = (message: string): string => shown(message.split("\n", 1)[0] ?? "").slice(1, -1);

function readNodes(pack: Pack, contents: Node, lines: LineCounter): Result<Dossier, Problem> {
  const starts = new Map<string, number>();
  const { report, problems } = createReport();
  const value = readNode(contents, "", 0, starts, report);
  const found = problems();
  const result = found.length > 0 ? refused(...found) : parseDossier(pack, value);
  if (result.ok) return result;
  return { ok: false, problems: result.problems.map((problem) => locate(problem, starts, lines)) };
}

/** A node's plain value; notes where each path starts. Aliases and repeated keys are reported. */
function readNode(
  node: unknown,
  path: string,
  depth: number,
  starts: Map<string, number>,
  report: Report,
): unknown {
  if (isAlias(node)) {
    noteStart(node, path, starts);
    report("alias-not-allowed", path, { alias: shown(node.source) });
    return undefined;
  }
  if (depth > depthLimit) return undefined;
  if (isSeq(node)) {
    return node.items.map((item, index) => {
      const at = atIndex(path, index);
      noteStart(item, at, starts);
      return readNode(item, at, depth + 1, starts, report);
    });
  }
  if (isMap(node)) {
    const entries = new Map<string, unknown>();
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : "";
      const at = within(path, name);
      if (entries.has(name)) report("duplicate-key", at, { key: shown(name) });
      noteStart(key, at, starts);
      entries.set(name, readNode(value, at, depth + 1, starts, report));
    }
    return Object.fromEntries(entries);
  }
  return isScalar(node) ? scalarValue(node.value, node.source) : undefined;
}

/** Digits that a number would lose (an ID number without quotes) stay text. */
function scalarValue(value: unknown, source: string | undefined): unknown {
  return typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)
    ? (source ?? value)
    : value;
}

function noteStart(node: unknown, path: string, starts: Map<string, number>): void {
  const start = isNode(node) ? node.range?.[0] : undefined;
  if (start !== undefined) starts.set(path, start);
}

/** Line and column of the problem's path, or of the nearest part of it that is in the text. */
function locate(
  problem: Problem,
  starts: ReadonlyMap<string, number>,
  lines: LineCounter,
): Problem {
  let path = problem.at.path ?? "";
  while (path !== "" && !starts.has(path))
    path = path.slice(0, Math.max(path.lastIndexOf("."), path.lastIndexOf("["), 0));
  const start = starts.get(path);
  if (start === undefined) return problem;
  const { line, col } = lines.linePos(start);
  return { ...problem, at: { ...problem.at, line, column: col } };
}
