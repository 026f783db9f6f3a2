// COPY out in its binary format: bytea comes as bytes, where text would be twice as long and had to be decoded.
import { to as copyTo } from "pg-copy-streams";
import { readToEnd } from "./copy.ts";
import { clientOf, type Transaction } from "./database.ts";
import type { Statement } from "./statement.ts";

/** A column as PostgreSQL sends it (`int8send`, `byteasend` …); null where it is null. */
export type RawColumn = Buffer | null;

/** Signature, flags and an empty extension. */
const headerLength = 19;
/** Stands where the number of columns of a row would be. */
const trailer = -1;

/** The rows of a query without parameters, in batches, each column raw. */
export async function* copyOutBinary(
  tx: Transaction,
  query: Statement<unknown>,
): AsyncGenerator<readonly (readonly RawColumn[])[]> {
  const stream = clientOf(tx).query(copyTo(`COPY (${query.text}) TO STDOUT (FORMAT binary)`));
  let rest: Buffer | undefined;
  let started = false;
  for await (const chunk of readToEnd<Buffer>(stream)) {
    const bytes: Buffer = rest === undefined ? chunk : Buffer.concat([rest, chunk]);
    if (!started && bytes.length < headerLength) {
      rest = bytes;
      continue;
    }
    const rows: (readonly RawColumn[])[] = [];
    let at = started ? 0 : headerLength;
    started = true;
    for (let end = endOfRow(bytes, at); end !== undefined; end = endOfRow(bytes, at)) {
      rows.push(readRow(bytes, at));
      at = end;
    }
    rest = bytes.subarray(at);
    if (rows.length > 0) yield rows;
  }
}

/** Where the row that begins at `at` ends; undefined when it is not all there, or is the trailer. */
function endOfRow(bytes: Buffer, at: number): number | undefined {
  if (at + 2 > bytes.length) return undefined;
  const columns = bytes.readInt16BE(at);
  if (columns === trailer) return undefined;
  let end = at + 2;
  for (let column = 0; column < columns; column++) {
    if (end + 4 > bytes.length) return undefined;
    end += 4 + Math.max(bytes.readInt32BE(end), 0);
  }
  return end <= bytes.length ? end : undefined;
}

function readRow(bytes: Buffer, at: number): readonly RawColumn[] {
  const row: RawColumn[] = [];
  let from = at + 2;
  for (let column = bytes.readInt16BE(at); column > 0; column--) {
    const length = bytes.readInt32BE(from);
    from += 4;
    row.push(length < 0 ? null : bytes.subarray(from, from + length));
    from += Math.max(length, 0);
  }
  return row;
}
