// The heads of our logs, signed, in a file beside the keys that only grows: whoever rewrites a log in the database, or
// cuts it short, is found out here.
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { listKeys, sign, verifySignature } from "../platform/keys/index.ts";
import { bytesOf } from "../register/index.ts";

const signedHead = z.strictObject({
  county: z.int(),
  seq: z.int(),
  /** Hexadecimal. */
  hash: z.string(),
  signed: z.string(),
  key: z.string(),
  /** base64url. */
  signature: z.string(),
});
type SignedHead = z.infer<typeof signedHead>;

/** A place in a county's log, and the hash that it has. */
export type Head = Pick<SignedHead, "seq" | "hash">;

const fileIn = (keys: string): string => join(keys, "exchange-heads.jsonl");

const bytesSigned = ({ county, seq, hash, signed }: Omit<SignedHead, "key" | "signature">) =>
  bytesOf({ exchange: { county, seq, hash, signed } });

export async function signHead(
  keys: string,
  county: number,
  { seq, hash }: Head,
  signed: string,
): Promise<void> {
  const { key, signature } = await sign(keys, bytesSigned({ county, seq, hash, signed }));
  const text = Buffer.from(signature).toString("base64url");
  const line = JSON.stringify({ county, seq, hash, signed, key, signature: text });
  // On a line of its own, whatever a crash left behind.
  appendFileSync(fileIn(keys), `\n${line}`, { mode: 0o600, flush: true });
}

/** The newest of each county whose signature holds. */
export async function readSignedHeads(keys: string): Promise<ReadonlyMap<number, Head>> {
  const path = fileIn(keys);
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  const known = await listKeys(keys);
  const found = new Map<number, Head>();
  for (const line of lines.toReversed()) {
    const head = readLine(line);
    if (head === undefined || found.has(head.county)) continue;
    const key = known.find((each) => each.key === head.key);
    const signature = Buffer.from(head.signature, "base64url");
    if (key !== undefined && (await verifySignature(key, bytesSigned(head), signature)))
      found.set(head.county, head);
  }
  return found;
}

/** Undefined for a line that a crash cut short: what it signed is signed again. */
function readLine(line: string): SignedHead | undefined {
  try {
    return signedHead.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
