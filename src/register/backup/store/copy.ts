// Whole tables as COPY writes and reads them, without a look at what is in them.
import type { PoolClient } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { finished } from "node:stream/promises";
import type { Section } from "../sections.ts";

/** Bytes that are compressed together. */
const chunkBytes = 1 << 20;

const namesOf = (columns: readonly string[]): string =>
  columns.map((name) => `"${name}"`).join(", ");

/** A table's rows in COPY's text format, in chunks of whole rows. */
export async function* readTable(
  client: PoolClient,
  { table, columns }: Section,
): AsyncGenerator<Buffer> {
  const query = `COPY (SELECT ${namesOf(columns)} FROM public."${table}") TO STDOUT`;
  const stream = client.query(copyTo(query));
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    length += chunk.length;
    const lineEnd = length < chunkBytes ? -1 : chunk.lastIndexOf(10);
    if (lineEnd < 0) continue;
    const rest = chunk.subarray(lineEnd + 1);
    yield Buffer.concat([...waiting.slice(0, -1), chunk.subarray(0, lineEnd + 1)]);
    waiting = [rest];
    length = rest.length;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

export type TableLoad = { write(bytes: Buffer): Promise<void>; end(): Promise<number> };

/** Loads what `readTable` gave; `end` gives how many rows came in. */
export function loadTable(client: PoolClient, { table, columns }: Section): TableLoad {
  const stream = client.query(copyFrom(`COPY public."${table}" (${namesOf(columns)}) FROM STDIN`));
  const ended = finished(stream);
  ended.catch(() => undefined);
  return {
    async write(bytes) {
      if (stream.write(bytes)) return;
      await Promise.race([new Promise((resolve) => stream.once("drain", resolve)), ended]);
    },
    async end() {
      stream.end();
      await ended;
      return stream.rowCount;
    },
  };
}
