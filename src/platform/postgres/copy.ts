// COPY, PostgreSQL's fast way in and out: for loading, rebuilding and backups. Its text format.
import { once } from "node:events";
import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { clientOf, type Transaction } from "./database.ts";
import type { Statement } from "./statement.ts";

/** A column's value on its way in; bytea takes bytes, an array its literal: `{1,2}`. */
export type CopyValue = string | number | bigint | boolean | Uint8Array | null;

/** Characters between two writes: enough for the cost of a write to vanish. */
const batchLength = 1 << 16;

/**
 * Loads rows into a table, as the owner: COPY does not go together with row-level security.
 * @returns how many rows came in
 */
export async function copyIn(
  tx: Transaction,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>,
): Promise<number> {
  const names = columns.map(quoteName).join(", ");
  const stream = clientOf(tx).query(copyFrom(`COPY ${quoteName(table)} (${names}) FROM STDIN`));
  const ended = new Promise<void>((resolve, reject) => {
    stream.once("finish", resolve);
    stream.once("error", reject);
  });
  // Until somebody waits for it, its failure is nobody's.
  ended.catch(() => undefined);

  async function send(batch: string): Promise<void> {
    // An unpaired surrogate would silently become another character in UTF-8.
    if (!batch.isWellFormed()) throw new Error(`a text for ${table} is not well-formed Unicode`);
    if (!stream.write(batch)) await Promise.race([once(stream, "drain"), ended]);
  }

  try {
    let batch = "";
    // Waiting at each row of what is there already would take most of the time.
    if (Symbol.iterator in rows) {
      for (const row of rows) {
        batch += encodeRow(row);
        if (batch.length >= batchLength) batch = await send(batch).then(() => "");
      }
    } else {
      for await (const row of rows) {
        batch += encodeRow(row);
        if (batch.length >= batchLength) batch = await send(batch).then(() => "");
      }
    }
    if (batch !== "") await send(batch);
    stream.end();
  } catch (error) {
    // PostgreSQL undoes the whole COPY, and its answer ends the stream.
    stream.destroy(error as Error);
  }
  await ended;
  return stream.rowCount;
}

/**
 * The rows of a query without parameters, in batches, each column as PostgreSQL's text for it.
 * What narrows the query comes from the transaction's scope.
 */
export async function* copyOut(
  tx: Transaction,
  query: Statement<unknown>,
): AsyncGenerator<readonly (readonly (string | null)[])[]> {
  const stream = clientOf(tx).query(copyTo(`COPY (${query.text}) TO STDOUT`));
  stream.setEncoding("utf8");
  let rest = "";
  for await (const chunk of readToEnd<string>(stream)) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    if (lines.length > 0) yield lines.map(decodeRow);
  }
}

/** What a COPY sends. Who stops half-way leaves a rest that has to be gone before anything else. */
export async function* readToEnd<Chunk>(stream: Readable): AsyncGenerator<Chunk> {
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) yield chunk as Chunk;
  } finally {
    if (!stream.readableEnded && !stream.destroyed) {
      stream.resume();
      // A connection that is lost meanwhile is told by the next statement.
      await finished(stream).catch(() => undefined);
    }
  }
}

function encodeRow(row: readonly CopyValue[]): string {
  let line = "";
  for (let index = 0; index < row.length; index++) {
    line += index === 0 ? encodeValue(row[0]) : `\t${encodeValue(row[index])}`;
  }
  return `${line}\n`;
}

const special = /[\\\n\r\t]/;

function encodeValue(value: CopyValue | undefined): string {
  if (typeof value === "string") return special.test(value) ? escapeText(value) : value;
  if (value === null || value === undefined) return "\\N";
  if (value instanceof Uint8Array) {
    return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.length).toString("hex")}`;
  }
  return String(value);
}

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

const unescapes: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const escapeText = (text: string) =>
  text.replace(/[\\\n\r\t]/g, (character) => escapes[character] ?? character);

function decodeRow(line: string): readonly (string | null)[] {
  return line.split("\t").map((field) => {
    if (field === "\\N") return null;
    if (!field.includes("\\")) return field;
    return field.replace(/\\(.)/gs, (_, character: string) => unescapes[character] ?? character);
  });
}

const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;
