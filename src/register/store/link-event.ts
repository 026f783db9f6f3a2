import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { County, IsoDate } from "../domain/shapes.ts";
import { genesisOf } from "../chain/link.ts";

/** One event as it joins its county's chain. */
export type Link = {
  readonly county: County;
  readonly event: string;
  readonly type: string;
  readonly version: number;
  readonly effective: IsoDate;
  readonly recorded: string;
  readonly actor: { readonly account: string; readonly name: string };
  readonly approver: { readonly account: string; readonly name: string } | null;
  readonly act: string;
  readonly digest: Buffer;
};

export type Linked = { readonly seq: number; readonly hash: string };

/**
 * Takes the head of the county's chain and appends the event in one statement. The formula is that of `linkOf`.
 * The head is held until the transaction ends: run it last, counties ascending.
 */
const linkEvent = statement<Linked>(
  "register-link-event",
  `WITH head AS (
     UPDATE chain_head SET seq = seq + 1, prev_hash = hash,
       hash = sha256(hash || int4send(county) || int8send(seq + 1) || uuid_send($2) || $12::bytea)
     WHERE county = $1::int
     RETURNING county, seq, prev_hash, hash
   )
   INSERT INTO register_event (county, seq, event_id, type, version, effective, recorded,
     actor, actor_name, approver, approver_name, act_key, digest, prev_hash, hash)
   SELECT county, seq, $2::uuid, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, prev_hash, hash FROM head
   RETURNING seq, encode(hash, 'hex') AS hash`,
);

const openChain = statement(
  "register-open-chain",
  `INSERT INTO chain_head (county, seq, prev_hash, hash) VALUES ($1, 0, $2, $2) ON CONFLICT DO NOTHING`,
);

export async function appendToChain(tx: Transaction, link: Link): Promise<Linked> {
  const { county, event, type, version, effective, recorded, actor, approver, act, digest } = link;
  const append = () =>
    tx.run(linkEvent, [
      county,
      event,
      type,
      version,
      effective,
      recorded,
      actor.account,
      actor.name,
      approver?.account ?? null,
      approver?.name ?? null,
      act,
      digest,
    ]);
  const [linked] = await append();
  if (linked !== undefined) return linked;
  // The county's first event.
  await tx.run(openChain, [county, genesisOf(county)]);
  const [first] = await append();
  if (first === undefined) throw new Error(`the chain of ${county} has no head`);
  return first;
}
