// One county's chain of a ledger against what was signed of it.
import type { Transaction } from "../../platform/postgres/index.ts";
import { checkLinks, type LinkRow } from "./check-links.ts";
import type { Faults } from "./fault.ts";
import type { Ledger } from "./ledger.ts";
import { readSignedHashes, type Witness } from "./signed-hashes.ts";
import type { KeyRow } from "./store/checkpoints.ts";

export type ChainChecked = {
  readonly entries: number;
  /** Newest hash, hexadecimal. */
  readonly head: string;
  /** The newest signature that holds. */
  readonly checkpoint: {
    readonly seq: number;
    readonly signed: string;
    readonly key: string;
  } | null;
  /** Entries that no signature protects yet, and when the first of them was written. */
  readonly tail: number;
  readonly tailSince: string | null;
};

export type ChainCheck = {
  /** Rows come in the order of seq; `at` says when a row was written. */
  add(row: LinkRow, at: () => string): void;
  end(): Promise<ChainChecked>;
};

export async function openChainCheck(
  tx: Transaction,
  ledger: Ledger,
  county: number,
  {
    witness,
    published,
    faults,
  }: {
    readonly witness: Witness;
    /** The keys that the database publishes. */
    readonly published: readonly KeyRow[];
    readonly faults: Faults;
  },
): Promise<ChainCheck> {
  const signed = await readSignedHashes(tx, ledger, county, witness, published, faults);
  const links = checkLinks(ledger, county, signed, faults);
  const newest = signed.stretches.at(-1);
  const through = newest?.through ?? 0;
  let entries = 0;
  let tailSince: string | null = null;
  let last: Uint8Array = ledger.genesisOf(county);
  return {
    add(row, at) {
      links.add(row);
      if (row.seq > through) tailSince ??= at();
      last = row.hash;
      entries += 1;
    },
    async end() {
      links.end((await tx.run(ledger.statements.readHead, [county]))[0]);
      const checkpoint =
        newest === undefined ? null : { seq: through, signed: newest.signed, key: newest.key };
      const head = Buffer.from(last).toString("hex");
      return { entries, head, checkpoint, tail: Math.max(0, entries - through), tailSince };
    },
  };
}
