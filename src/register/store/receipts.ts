import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { County, HouseholdId, PersonId } from "../domain/shapes.ts";

/** An act that was done: the keys of what it did. */
export type StoredReceipt = {
  readonly recorded: string;
  readonly events: { readonly county: County; readonly event: string }[];
  readonly households: { readonly county: County; readonly household: HouseholdId }[];
  readonly people: { readonly county: County; readonly person: PersonId }[];
};

export type FoundReceipt = {
  readonly actor: string;
  readonly digest: Buffer;
  readonly receipt: StoredReceipt;
};

const findReceiptByKey = statement<FoundReceipt>(
  "register-find-receipt",
  `SELECT actor, request_digest AS digest, receipt FROM act_receipt WHERE county = $1 AND act_key = $2`,
);

export async function findReceipt(
  tx: Transaction,
  county: County,
  key: string,
): Promise<FoundReceipt | undefined> {
  const [found] = await tx.run(findReceiptByKey, [county, key]);
  return found;
}

const findLinks = statement<{
  readonly event: string;
  readonly seq: number;
  readonly hash: string;
}>(
  "register-find-links",
  `SELECT e.event_id AS event, e.seq, encode(e.hash, 'hex') AS hash
   FROM unnest($1::int[], $2::uuid[]) AS t (county, event_id) JOIN register_event e USING (county, event_id)`,
);

/** Where events stand in their chains. */
export async function findPlaces(
  tx: Transaction,
  events: StoredReceipt["events"],
): Promise<readonly { readonly event: string; readonly seq: number; readonly hash: string }[]> {
  return tx.run(findLinks, [events.map(({ county }) => county), events.map(({ event }) => event)]);
}
