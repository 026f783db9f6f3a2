// Reads one county's chain from its first event to its last, checks it, and folds it.
import type { Transaction } from "../../platform/postgres/index.ts";
import { digestOf, genesisOf, linkOf } from "../chain/link.ts";
import { findContent, findRedactions } from "../chain/redactions.ts";
import { type StoredEvent, streamEvents } from "../chain/store/events.ts";
import type { County } from "../domain/shapes.ts";
import { type CountyFold, openCountyFold } from "./county-fold.ts";

/** The chain cannot be trusted, so nothing is rebuilt from it; `luohu verify` says more. */
export class BrokenChain extends Error {
  override readonly name = "BrokenChain";
  readonly county: County;
  readonly seq: number;

  constructor(county: County, seq: number) {
    super(`the chain of ${county} does not hold at event ${seq}`);
    this.county = county;
    this.seq = seq;
  }
}

/** The last link of a chain. */
export type Head = {
  readonly county: County;
  readonly seq: number;
  readonly prev: Uint8Array;
  readonly hash: Uint8Array;
};

/**
 * `tx` has the county as its scope; `onEvents` hears of each batch how many came.
 * @throws BrokenChain
 */
export async function foldCounty(
  tx: Transaction,
  county: County,
  onEvents: (count: number) => void,
): Promise<{ readonly fold: CountyFold; readonly head: Head }> {
  const redactions = await findRedactions(tx);
  const fold = openCountyFold(county);
  const genesis = genesisOf(county);
  let head: Head = { county, seq: 0, prev: genesis, hash: genesis };
  for await (const batch of streamEvents(tx)) {
    for (const stored of batch) {
      if (!follows(head, stored)) throw new BrokenChain(county, head.seq + 1);
      const content = findContent(stored, redactions);
      if (content === undefined) throw new BrokenChain(county, stored.seq);
      fold.add(content.event, stored.event, content.recorded);
      const { seq, prev, hash } = stored;
      head = { county, seq, prev, hash };
    }
    onEvents(batch.length);
  }
  return { fold, head };
}

function follows(head: Head, { seq, prev, event, digest, hash, salt, payload }: StoredEvent) {
  const { county } = head;
  return (
    seq === head.seq + 1 &&
    equal(prev, head.hash) &&
    linkOf(prev, county, seq, event, digest).equals(hash) &&
    (payload === null || salt === null || digestOf(salt, payload).equals(digest))
  );
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
