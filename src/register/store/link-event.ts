import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { County, IsoDate } from "../domain/shapes.ts";

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
 * Takes the head of the county's chain, or begins the chain, and appends the event in one statement. The formulas are
 * those of `linkOf` and `genesisOf`. The head is held until the transaction ends: run it last, counties ascending.
 */
const linkEvent = statement<Linked>(
  "register-link-event",
  `WITH head AS (
     INSERT INTO chain_head AS head (county, seq, prev_hash, hash)
     SELECT $1, 1, genesis, sha256(genesis || int4send($1) || int8send(1) || uuid_send($2) || $12::bytea)
     FROM sha256(convert_to('luohu register ' || $1::int, 'UTF8')) AS genesis
     ON CONFLICT (county) DO UPDATE SET seq = head.seq + 1, prev_hash = head.hash,
       hash = sha256(head.hash || int4send(head.county) || int8send(head.seq + 1) || uuid_send($2) || $12::bytea)
     RETURNING county, seq, prev_hash, hash
   )
   INSERT INTO register_event (county, seq, event_id, type, version, effective, recorded,
     actor, actor_name, approver, approver_name, act_key, digest, prev_hash, hash)
   SELECT county, seq, $2::uuid, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, prev_hash, hash FROM head
   RETURNING seq, encode(hash, 'hex') AS hash`,
);

/** @param isLast whether the transaction is committed with it: the head is held for no round trip then */
export async function appendToChain(tx: Transaction, link: Link, isLast: boolean): Promise<Linked> {
  const { county, event, type, version, effective, recorded, actor, approver, act, digest } = link;
  const [linked] = await tx[isLast ? "runLast" : "run"](linkEvent, [
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
  if (linked === undefined) throw new Error(`the chain of ${county} has no head`);
  return linked;
}
