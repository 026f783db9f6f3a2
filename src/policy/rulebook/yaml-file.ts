import {
  LineCounter,
  type Node,
  type ParsedNode,
  type Scalar,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
} from "yaml";
import type { Problem, Place } from "../problem/problem.ts";

/** A YAML file as plain data that still knows where each value stands. */
export type YamlFile = {
  readonly path: string;
  readonly data: unknown;
  /** Position of the value at `keys`, or of the nearest value around it. */
  readonly locate: (keys: readonly PropertyKey[]) => Place;
  /** Position of character `offset` of the text value at `keys`. */
  readonly locateInside: (keys: readonly PropertyKey[], offset: number) => Place;
  /** Position of a key itself. */
  readonly locateKey: (keys: readonly PropertyKey[]) => Place;
};

/** Largest rulebook file, in characters. */
const fileLimit = 2_000_000;

/** Reads one YAML 1.2 document; syntax errors and duplicate keys come back with line and column. */
export function readYaml(
  path: string,
  text: string,
): YamlFile | { readonly problems: readonly Problem[] } {
  if (text.length > fileLimit)
    return {
      problems: [
        {
          code: "file-too-large",
          params: { limit: fileLimit },
          at: { file: path, line: 1, column: 1 },
        },
      ],
    };
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    // The library compares every key with every other; `repeatedKeys` uses a set.
    uniqueKeys: false,
  });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: path, line, column: col };
  };
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => ({
        code: "bad-yaml",
        params: { detail: error.message },
        at: at(error.pos[0]),
      })),
    };
  }
  const root: ParsedNode | null = document.contents;
  const repeated = repeatedKeys(root);
  if (repeated.length > 0)
    return {
      problems: repeated.map((key) => ({
        code: "duplicate-key",
        params: { key: String(key.value) },
        at: at(key.range?.[0] ?? 0),
      })),
    };
  const read = plainData(document);
  if ("detail" in read)
    return {
      problems: [
        {
          code: "bad-yaml",
          params: { detail: read.detail },
          at: at(firstAlias(root)?.range?.[0] ?? 0),
        },
      ],
    };
  const { data } = read;
  return {
    path,
    data,
    locate: (keys) => at(find(root, keys).value?.range?.[0] ?? 0),
    locateKey: (keys) => {
      const found = find(root, keys);
      return at(found.key?.range?.[0] ?? found.value?.range?.[0] ?? 0);
    },
    locateInside: (keys, offset) => {
      const node = find(root, keys).value;
      if (!isScalar(node) || !node.range || typeof node.value !== "string")
        return at(node?.range?.[0] ?? 0);
      return at(offsetInSource(text, node.range[0], node.value, offset));
    },
  };
}

/** Keys that a map has already. */
function repeatedKeys(root: Node | null): readonly Scalar[] {
  const found: Scalar[] = [];
  const queue: unknown[] = [root];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (isSeq(node)) for (const item of node.items) queue.push(item);
    if (!isMap(node)) continue;
    const seen = new Set<string>();
    for (const { key, value } of node.items) {
      queue.push(value);
      if (!isScalar(key)) continue;
      const name = String(key.value);
      if (seen.has(name)) found.push(key);
      seen.add(name);
    }
  }
  return found;
}

/** The document as data; aliases can fail, by their number or for want of an anchor. */
function plainData(
  document: ReturnType<typeof parseDocument>,
): { readonly data: unknown } | { readonly detail: string } {
  try {
    return { data: document.toJS({ maxAliasCount: 100 }) ?? null };
  } catch (error) {
    return { detail: error instanceof Error ? error.message : String(error) };
  }
}

function firstAlias(root: Node | null): Node | undefined {
  const queue: unknown[] = [root];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (isAlias(node)) return node;
    if (isSeq(node)) for (const item of node.items.toReversed()) queue.push(item);
    if (isMap(node))
      for (const { key, value } of node.items.toReversed()) {
        queue.push(value);
        queue.push(key);
      }
  }
  return undefined;
}

type Found = { readonly key?: Node; readonly value: Node | null };

function find(root: Node | null, keys: readonly PropertyKey[]): Found {
  let found: Found = { value: root };
  for (const key of keys) {
    const node = found.value;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(key),
      );
      if (pair === undefined) return found;
      found = { key: pair.key as Node, value: (pair.value ?? pair.key) as Node };
    } else if (isSeq(node) && typeof key === "number" && node.items[key] !== undefined)
      found = { value: node.items[key] as Node };
    else return found;
  }
  return found;
}

/** A folded or quoted scalar differs from its source by its quote or header and by line breaks read as one blank. */
function offsetInSource(source: string, start: number, value: string, offset: number): number {
  let position = source[start] === '"' || source[start] === "'" ? start + 1 : start;
  if (source[start] === ">" || source[start] === "|") {
    // A block's text begins on the line after its header, behind the indentation.
    position = source.indexOf("\n", start) + 1;
    while (source[position] === " ") position += 1;
  }
  for (let index = 0; index < offset && position < source.length; index += 1) {
    const space = /[ \t]*\r?\n\s*/y;
    space.lastIndex = position;
    const broken = /\s/.test(value[index] ?? "") ? space.exec(source)?.[0] : undefined;
    position += broken?.length ?? 1;
  }
  return position;
}
