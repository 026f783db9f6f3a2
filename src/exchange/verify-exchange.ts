// Whether our log is what was written: every link, every payload, what was signed, and what the requests say of themselves.
import type { Database, Transaction } from "../platform/postgres/index.ts";
import { scopeOf } from "./exchange.ts";
import { genesisOf } from "./log.ts";
import { type Head, readSignedHeads } from "./signed-heads.ts";
import { countiesWithLog, listUnlogged, readLogHead } from "./store/log.ts";
import { type EntryFault, walkLog } from "./walk-log.ts";

export type ExchangeFault =
  | EntryFault
  /** About the whole log. */
  | { readonly code: "head-differs" | "not-logged"; readonly seq: null };

export type ExchangeVerified = {
  readonly county: number;
  readonly entries: number;
  /** Newest hash, hexadecimal. */
  readonly head: string;
  /** The last entry that a signature protects; 0 where none does. */
  readonly signed: number;
  readonly faults: readonly ExchangeFault[];
};

export type ExchangeScope = {
  /** Folder of the keys that sign logs. */
  readonly keys: string;
  /** Every county that has a log unless given. */
  readonly counties?: readonly number[];
};

/** Reads every county's exchange log in one snapshot; payloads that were erased are no fault. */
export async function verifyExchange(
  database: Database,
  { keys, counties }: ExchangeScope,
): Promise<readonly ExchangeVerified[]> {
  // Before the database: nothing in it can then be newer than what the database is asked for.
  const signed = await readSignedHeads(keys);
  const kept = await database.inTransaction(scopeOf([]), (tx) => tx.run(countiesWithLog));
  const known = new Set([...kept.map(({ county }) => county), ...signed.keys()]);
  const wanted = [...known].filter((county) => counties?.includes(county) ?? true);
  const verified: ExchangeVerified[] = [];
  for (const county of wanted.toSorted((a, b) => a - b)) {
    const work = (tx: Transaction) => verifyCounty(tx, county, signed.get(county));
    verified.push(await database.inTransaction(scopeOf([county]), work, { isolation: "snapshot" }));
  }
  return verified;
}

async function verifyCounty(
  tx: Transaction,
  county: number,
  signed: Head | undefined,
): Promise<ExchangeVerified> {
  const genesis = { seq: 0, hash: genesisOf(county).toString("hex") };
  const { head, entries, faults } = await walkLog(tx, county, genesis, signed);
  const [kept] = await tx.run(readLogHead, [county]);
  const isHead = kept?.seq === head.seq && kept.hash.toString("hex") === head.hash;
  const unlogged = await tx.run(listUnlogged, [county]);
  return {
    county,
    entries,
    head: head.hash,
    signed: signed?.seq ?? 0,
    faults: [
      ...faults,
      ...(isHead ? [] : [{ code: "head-differs", seq: null } as const]),
      ...unlogged.map(() => ({ code: "not-logged", seq: null }) as const),
    ],
  };
}
