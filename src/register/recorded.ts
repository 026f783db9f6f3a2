// What is written and digested of an event: with who, when and by which act, so that none of it can be changed unseen.
import { eventVersion, type RegisterEvent } from "./domain/event.ts";
import { upcast } from "./domain/upcast.ts";
import { bytesOf } from "./chain/link.ts";

/** Someone who works at the register: the account, and the name that people are shown. */
export type Signatory = { readonly account: string; readonly name: string };

/** Who and when; all of it stands in columns as well. */
type Stamp = {
  readonly version: number;
  /** An instant, as Date.toISOString writes it. */
  readonly recorded: string;
  readonly actor: Signatory;
  /** The second person, where four eyes are asked for. */
  readonly approver: Signatory | null;
  /** Key of the act that led to it. */
  readonly act: string;
};

/** The stamp of an event whose payload is gone. */
export type KeptStamp = Stamp & { readonly event: string };

/** The payload of an event. */
export type Recorded = Stamp & {
  readonly event: RegisterEvent;
  /** Stamps of what an erasure removed: without them nothing would vouch for their columns. */
  readonly kept?: readonly KeptStamp[];
};

export function writeRecorded(recorded: Omit<Recorded, "version">): Buffer {
  return bytesOf({ ...recorded, version: eventVersion });
}

/** @throws for a version that is newer than this program */
export function readRecorded(payload: Uint8Array): Recorded {
  const read = JSON.parse(Buffer.from(payload).toString("utf8")) as Recorded;
  return { ...read, event: upcast(read.version, read.event) };
}

/** Keys of the events whose payload an event removes, also those that an earlier erasure removed that it removes. */
export function erasedBy(event: RegisterEvent): readonly string[] {
  if (event.type !== "person-erased") return [];
  const keys = event.redacted.flatMap(({ event: key, left }) => [key, ...erasedBy(left)]);
  return [...new Set(keys)];
}
