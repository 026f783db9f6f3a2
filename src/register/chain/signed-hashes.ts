// The hashes of a county's chain that a signature vouches for, and what is wrong with the signatures themselves.
import { listKeys, type PublicKey, verifySignature } from "../../platform/keys/index.ts";
import type { Transaction } from "../../platform/postgres/index.ts";
import { hashBytes, sha256Of, stretchBytes } from "./checkpoint.ts";
import type { Faults } from "./fault.ts";
import { type HeadLine, readHeads } from "./heads-file.ts";
import type { Ledger } from "./ledger.ts";
import { spkiOf } from "./signing-keys.ts";
import type { CheckpointRow, KeyRow } from "./store/checkpoints.ts";

/** What lies outside the database, and is believed. Read it before the database: then nothing in it can be newer. */
export type Witness = {
  readonly keys: readonly PublicKey[];
  readonly heads: readonly HeadLine[];
};

export async function readWitness(folder: string, { headsFile }: Ledger): Promise<Witness> {
  return { keys: await listKeys(folder), heads: readHeads(folder, headsFile) };
}

export type SignedHashes = {
  /** The hash that was signed for an event; undefined where none was, or none that can be believed. */
  at(seq: number): Uint8Array | undefined;
  /** Stretches whose hashes can be believed, ascending. */
  readonly stretches: readonly CheckpointRow[];
  /** Stretches that were signed, by the file of heads, and are not in the database as they were. */
  readonly lost: readonly HeadLine[];
};

export async function readSignedHashes(
  tx: Transaction,
  { signs, statements }: Ledger,
  county: number,
  witness: Witness,
  published: readonly KeyRow[],
  faults: Faults,
): Promise<SignedHashes> {
  const rows = await tx.run(statements.listCheckpoints, [county]);
  const stretches: CheckpointRow[] = [];
  let next = 1;
  for (const row of rows) {
    const { from, through } = row;
    if (from !== next) faults.add("checkpoint-gap", { seq: from }, { expected: next, through });
    next = through + 1;
    const fault = await findFault(signs, row, witness.keys);
    if (fault === undefined) stretches.push(row);
    else faults.add(fault, { seq: through }, { from, through, key: row.key });
  }
  checkPublished(stretches, witness.keys, published, faults);
  const lost = await findLost(signs, county, rows, witness);
  for (const { from, through, signed } of lost) {
    faults.add("checkpoint-missing", { seq: through }, { from, through, signed });
  }
  return { at: lookUpIn(stretches), stretches, lost };
}

async function findFault(
  signs: string,
  { county, from, through, hashes, signed, key, signature }: CheckpointRow,
  keys: readonly PublicKey[],
) {
  const known = keys.find((each) => each.key === key);
  if (known === undefined) return "checkpoint-unknown-key";
  const whole = hashes.length === hashBytes * (through - from + 1);
  const bytes = stretchBytes(signs, { county, from, through, sha256: sha256Of(hashes), signed });
  return whole && (await verifySignature(known, bytes, signature))
    ? undefined
    : "checkpoint-changed";
}

/** People check papers by the keys that the database publishes. */
function checkPublished(
  stretches: readonly CheckpointRow[],
  keys: readonly PublicKey[],
  published: readonly KeyRow[],
  faults: Faults,
): void {
  for (const key of new Set(stretches.map((each) => each.key))) {
    const ours = keys.find((each) => each.key === key);
    const theirs = published.find((each) => each.key === key);
    if (ours === undefined) continue;
    const same =
      theirs !== undefined &&
      theirs.publicKey.equals(spkiOf(ours.x)) &&
      theirs.since === ours.created &&
      // The database hears of a key's end with the next checkpoint.
      (theirs.until === ours.retired || theirs.until === null);
    if (!same) faults.add("key-differs", {}, { key });
  }
}

async function findLost(
  signs: string,
  county: number,
  rows: readonly CheckpointRow[],
  { heads, keys }: Witness,
): Promise<readonly HeadLine[]> {
  const kept = new Set(rows.map(({ signature }) => signature.toString("base64url")));
  const gone = heads.filter((head) => head.county === county && !kept.has(head.signature));
  const genuine = await Promise.all(
    gone.map(async (head) => {
      const known = keys.find(({ key }) => key === head.key);
      const { from, through, sha256, signed } = head;
      const bytes = stretchBytes(signs, { county, from, through, sha256, signed });
      const signature = Buffer.from(head.signature, "base64url");
      return known !== undefined && (await verifySignature(known, bytes, signature));
    }),
  );
  return gone.filter((_, index) => genuine[index] === true);
}

/** Events are mostly asked for one after the other. */
function lookUpIn(stretches: readonly CheckpointRow[]): SignedHashes["at"] {
  let last = 0;
  const covers = (index: number, seq: number): boolean => {
    const stretch = stretches[index];
    return stretch !== undefined && stretch.from <= seq && seq <= stretch.through;
  };
  return (seq) => {
    if (!covers(last, seq)) {
      if (covers(last + 1, seq)) last += 1;
      else last = stretches.findIndex((_, index) => covers(index, seq));
    }
    const stretch = stretches[last];
    if (stretch === undefined) {
      last = 0;
      return undefined;
    }
    const at = (seq - stretch.from) * hashBytes;
    return stretch.hashes.subarray(at, at + hashBytes);
  };
}
