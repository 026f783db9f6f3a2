// How one event holds on to the one before it. A county has a chain of its own.
import { hash } from "node:crypto";
import canonicalize from "canonicalize";
import type { County } from "../domain/shapes.ts";

/** Bytes of random salt before a payload: an erased payload cannot be guessed from its digest. */
export const saltBytes = 16;

/** A payload as it is written and digested: canonical JSON (RFC 8785), so equal content is equal bytes. */
export function bytesOf(payload: object): Buffer {
  const text = canonicalize(payload);
  if (text === undefined) throw new Error("a payload has to be JSON");
  return Buffer.from(text, "utf8");
}

/** sha256(salt ‖ payload). It stays in the chain when salt and payload are lawfully removed. */
export function digestOf(salt: Uint8Array, payload: Uint8Array): Buffer {
  return sha256(Buffer.concat([salt, payload]));
}

/**
 * sha256(prev ‖ county ‖ seq ‖ event ‖ digest): county 4 bytes and seq 8 bytes, big-endian, event the
 * 16 bytes of its UUID. In SQL: `sha256(prev_hash || int4send(county) || int8send(seq) || uuid_send(event_id) || digest)`.
 */
export function linkOf(
  prev: Uint8Array,
  county: County,
  seq: number,
  event: string,
  digest: Uint8Array,
): Buffer {
  const link = Buffer.allocUnsafe(92);
  link.set(prev, 0);
  link.writeInt32BE(county, 32);
  link.writeBigInt64BE(BigInt(seq), 36);
  if (link.write(event.replaceAll("-", ""), 44, 16, "hex") !== 16) {
    throw new Error(`not a UUID: ${event}`);
  }
  link.set(digest, 60);
  return sha256(link);
}

/**
 * What the first event of a county links to: sha256 of `luohu register ` and the county's code.
 * In SQL: `sha256(convert_to('luohu register ' || county, 'UTF8'))`.
 */
export function genesisOf(county: County): Buffer {
  return sha256(Buffer.from(`luohu register ${county}`, "utf8"));
}

function sha256(bytes: Uint8Array): Buffer {
  return hash("sha256", bytes, "buffer");
}
