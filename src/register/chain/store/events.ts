// A county's events in the order of its chain, with their payloads: what verify and rebuild read.
import {
  copyOutBinary,
  type RawColumn,
  statement,
  type Transaction,
} from "../../../platform/postgres/index.ts";

/** An event as it lies in the tables; salt and payload are null once erased. */
export type StoredEvent = {
  readonly seq: number;
  readonly event: string;
  readonly digest: Uint8Array;
  readonly prev: Uint8Array;
  readonly hash: Uint8Array;
  readonly salt: Uint8Array | null;
  readonly payload: Buffer | null;
  /** Reads what the row says beside the link. */
  readonly columns: () => EventColumns;
};

/** What stands in the row and in the payload both. */
export type EventColumns = {
  readonly type: string;
  readonly version: number;
  readonly effective: string;
  /** UTC, milliseconds; with more digits when the row has them. */
  readonly recorded: string;
  readonly actor: string;
  readonly actorName: string;
  readonly approver: string | null;
  readonly approverName: string | null;
  readonly act: string;
};

/** The one county of the transaction's scope; the events come from the index in their order. */
const events = statement(
  "chain-stream-events",
  `SELECT e.seq, e.event_id, e.digest, e.prev_hash, e.hash, p.salt, p.payload,
     e.type, e.version, e.effective::text, e.recorded, e.actor, e.actor_name, e.approver,
     e.approver_name, e.act_key
   FROM register_event e
     LEFT JOIN register_payload p ON p.county = e.county AND p.event_id = e.event_id
   WHERE e.county = (SELECT (current_setting('luohu.counties')::int[])[1])
   ORDER BY e.seq`,
);

/** A sort or a hash would hold a whole county's payloads before the first one comes. */
const inOrder = statement(
  "chain-stream-in-order",
  `SELECT set_config('enable_sort', 'off', true), set_config('enable_hashjoin', 'off', true),
     set_config('enable_mergejoin', 'off', true)`,
);

/** Batches of the events of the one county in the transaction's scope. */
export async function* streamEvents(tx: Transaction): AsyncGenerator<readonly StoredEvent[]> {
  await tx.run(inOrder);
  for await (const batch of copyOutBinary(tx, events)) yield batch.map(readEvent);
}

function readEvent(row: readonly RawColumn[]): StoredEvent {
  const [seq, event, digest, prev, hash, salt = null, payload = null] = row;
  return {
    seq: Number(bytes(seq).readBigInt64BE()),
    event: uuidOf(bytes(event)),
    digest: bytes(digest),
    prev: bytes(prev),
    hash: bytes(hash),
    salt,
    payload,
    columns: () => readColumns(row.slice(7)),
  };
}

function readColumns(row: readonly RawColumn[]): EventColumns {
  const [type, version, effective, recorded, actor, actorName, approver, approverName, act] = row;
  return {
    type: bytes(type).toString("utf8"),
    version: bytes(version).readInt16BE(),
    effective: bytes(effective).toString("utf8"),
    recorded: instantOf(bytes(recorded).readBigInt64BE()),
    actor: bytes(actor).toString("utf8"),
    actorName: bytes(actorName).toString("utf8"),
    approver: approver?.toString("utf8") ?? null,
    approverName: approverName?.toString("utf8") ?? null,
    act: uuidOf(bytes(act)),
  };
}

function bytes(column: RawColumn | undefined): Buffer {
  if (column === null || column === undefined) throw new Error("a column is null that never is");
  return column;
}

function uuidOf(column: Buffer): string {
  const hex = column.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** PostgreSQL counts microseconds from the start of 2000. */
const epoch = BigInt(Date.UTC(2000, 0, 1)) * 1000n;

function instantOf(microseconds: bigint): string {
  const since1970 = microseconds + epoch;
  const milliseconds = new Date(Number(since1970 / 1000n)).toISOString();
  const rest = since1970 % 1000n;
  return rest === 0n
    ? milliseconds
    : `${milliseconds.slice(0, -1)}${String(rest).padStart(3, "0")}Z`;
}
