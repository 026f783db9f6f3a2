// What is signed of a chain: a stretch of its hashes, so that a rewritten event can be named.
import { hash } from "node:crypto";
import { bytesOf } from "./link.ts";

/** Bytes of a hash. */
export const hashBytes = 32;

export type Stretch = {
  readonly county: number;
  /** First and last event. */
  readonly from: number;
  readonly through: number;
  /** sha256 of the stretch's hashes one after the other, hexadecimal. */
  readonly sha256: string;
  /** When it was signed, an instant. */
  readonly signed: string;
};

export const sha256Of = (hashes: Uint8Array): string => hash("sha256", hashes, "hex");

/** The bytes that a checkpoint's signature covers; `signs` as the ledger has it. */
export function stretchBytes(
  signs: string,
  { county, from, through, sha256, signed }: Stretch,
): Buffer {
  return bytesOf({ [signs]: { county, from, through, sha256, signed } });
}

export type Head = {
  readonly county: number;
  readonly seq: number;
  /** Hexadecimal. */
  readonly hash: string;
  readonly signed: string;
};

/** The bytes that the signature on a paper covers: canonical JSON, which anybody can write again. */
export function headBytes({ county, seq, hash: head, signed }: Head): Buffer {
  return bytesOf({ head: { county, seq, hash: head, signed } });
}
