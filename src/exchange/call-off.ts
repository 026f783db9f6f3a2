import type { Transaction } from "../platform/postgres/index.ts";
import { digestOfCode } from "./digest.ts";
import type { Exchange } from "./exchange.ts";
import { appendEntry } from "./log.ts";
import { callOffWaiting } from "./store/requests.ts";

/**
 * Takes back what a case asked and nobody has answered yet, in the caller's transaction: an answer that is on its way is
 * not taken any more. It takes the head of the county's exchange log: run it last but for the register's chain.
 */
export async function callOff(
  tx: Transaction,
  exchange: Exchange,
  { county, caseReference }: { readonly county: number; readonly caseReference: string },
): Promise<void> {
  const kind = "called-off";
  const now = exchange.clock().toISOString();
  const digest = digestOfCode(kind);
  for (const off of await tx.run(callOffWaiting, [county, caseReference, now]))
    await appendEntry(tx, exchange, { county, ...off, kind, digest });
}
