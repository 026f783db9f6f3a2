import { hash } from "node:crypto";
import type { Act } from "./domain/act.ts";
import type { ActOutcome, ActRequest } from "./perform-act.ts";
import { type Register, scopeOf } from "./register.ts";
import { findProposalByKey } from "./store/proposals.ts";
import { type FoundReceipt, findPlaces, findReceipt } from "./store/receipts.ts";

/** Tells whether two requests ask for the same; the contract puts the fields of every act into one order. */
export const digestOfAct = (act: Act): Buffer => hash("sha256", JSON.stringify(act), "buffer");

/** What the same request led to before; `key-taken` where the key was another act's. */
export async function findEarlier(
  register: Register,
  { county, key, actor }: Pick<ActRequest, "county" | "key" | "actor">,
  digest: Buffer,
): Promise<ActOutcome | undefined> {
  const { receipt, proposal } = await register.database.inTransaction(
    scopeOf([county]),
    async (tx) => ({
      receipt: await findReceipt(tx, county, key),
      proposal: await findProposalByKey(tx, county, key),
    }),
  );
  if (receipt !== undefined) {
    const isSame = receipt.actor === actor.account && receipt.digest.equals(digest);
    return isSame ? readReceipt(register, key, receipt) : { kind: "key-taken" };
  }
  if (proposal === undefined) return undefined;
  const isSame = proposal.proposer.account === actor.account && proposal.digest.equals(digest);
  return isSame ? { kind: "proposed", proposal } : { kind: "key-taken" };
}

/** A receipt is kept without the places in the chain: they are known only when it is written already. */
async function readReceipt(
  { database }: Register,
  key: string,
  { receipt }: FoundReceipt,
): Promise<ActOutcome> {
  const counties = receipt.events.map(({ county }) => county);
  const places = await database.inTransaction(scopeOf(counties), (tx) =>
    findPlaces(tx, receipt.events),
  );
  const events = receipt.events.flatMap((each) =>
    places.flatMap((place) => (place.event === each.event ? [{ ...each, ...place }] : [])),
  );
  return { kind: "done", receipt: { ...receipt, key, events } };
}
