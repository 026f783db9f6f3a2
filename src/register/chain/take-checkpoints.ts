import { sign } from "../../platform/keys/index.ts";
import type { Database, Transaction } from "../../platform/postgres/index.ts";
import { hashBytes, sha256Of, stretchBytes } from "./checkpoint.ts";
import { appendHeads, type HeadLine } from "./heads-file.ts";
import { type Ledger, registerLedger } from "./ledger.ts";
import { linkOf } from "./link.ts";
import { publishKeys } from "./signing-keys.ts";
import type { TailRow } from "./store/checkpoints.ts";

export type CheckpointOptions = {
  readonly database: Database;
  /** Folder of the keys. */
  readonly keys: string;
  /** The instant. */
  readonly now: () => string;
  /** The register's events unless given. */
  readonly ledger?: Ledger;
};

/** A chain that does not hold is not signed: `seq` is the first entry that does not link. */
export type Unsigned = { readonly county: number; readonly seq: number };

export type CheckpointsTaken = {
  readonly signed: readonly HeadLine[];
  readonly refused: readonly Unsigned[];
};

/** Entries that one checkpoint covers at most: 320 kB of hashes. */
const longest = 10_000;

/**
 * Signs what every county recorded since its last checkpoint. Signatures go into the database first and
 * then into the file of heads: a crash in between leaves the file a line short, which is no fault.
 * @throws KeysLost, KeysError
 */
export async function takeCheckpoints(options: CheckpointOptions): Promise<CheckpointsTaken> {
  const { database, keys, ledger = registerLedger } = options;
  const scope = { counties: [], department: "public-security" } as const;
  const counties = await database.inTransaction(scope, async (tx) => {
    await publishKeys(tx, keys);
    return (await tx.run(ledger.listCounties)).map(({ county }) => county);
  });
  const behind = await database.inTransaction({ ...scope, counties }, (tx) =>
    tx.run(ledger.statements.countiesWithTail),
  );
  const signed: HeadLine[] = [];
  const refused: Unsigned[] = [];
  for (const { county } of behind) {
    for (;;) {
      const taken = await database.inTransaction({ ...scope, counties: [county] }, (tx) =>
        takeOne(tx, county, ledger, options),
      );
      if ("refused" in taken) refused.push(taken.refused);
      if (!("head" in taken)) break;
      appendHeads(keys, ledger.headsFile, [taken.head]);
      signed.push(taken.head);
      if (taken.last) break;
    }
  }
  return { signed, refused };
}

type Taken =
  | { readonly head: HeadLine; readonly last: boolean }
  | { readonly refused: Unsigned }
  | { readonly nothing: true };

async function takeOne(
  tx: Transaction,
  county: number,
  { signs, genesisOf, statements }: Ledger,
  { keys, now }: CheckpointOptions,
): Promise<Taken> {
  await tx.run(statements.lockCheckpoints, [county]);
  const rows = await tx.run(statements.readTail, [county, longest]);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return { nothing: true };
  const [signedHead] = await tx.run(statements.readSignedHead, [county]);
  const broken = findBroken(county, signedHead?.hash ?? genesisOf(county), rows);
  if (broken !== undefined) return { refused: { county, seq: broken } };

  const hashes = Buffer.concat(rows.map(({ hash }) => hash));
  const stretch = {
    county,
    from: first.seq,
    through: last.seq,
    sha256: sha256Of(hashes),
    signed: now(),
  };
  const { key, signature } = await sign(keys, stretchBytes(signs, stretch));
  const { from, through, signed } = stretch;
  const values = [county, from, through, hashes, signed, key, signature];
  await tx.run(statements.insertCheckpoint, values);
  const text = Buffer.from(signature).toString("base64url");
  return { head: { ...stretch, key, signature: text }, last: rows.length < longest };
}

/** The first entry that does not hold on to the one before it. */
function findBroken(
  county: number,
  signedHead: Uint8Array,
  rows: readonly TailRow[],
): number | undefined {
  let prev = signedHead;
  let expected = rows[0]?.seq ?? 1;
  for (const { seq, event, digest, hash } of rows) {
    if (hash.length !== hashBytes || seq !== expected) return expected;
    if (!linkOf(prev, county, seq, event, digest).equals(hash)) return seq;
    prev = hash;
    expected = seq + 1;
  }
  return undefined;
}
