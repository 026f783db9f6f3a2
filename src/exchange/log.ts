// Our side of what was asked and answered: a hash chain a county, by the register's formula.
import { hash } from "node:crypto";
import type { Transaction } from "../platform/postgres/index.ts";
import { uuidAt } from "../register/index.ts";
import type { Exchange } from "./exchange.ts";
import { linkEntry, type LogKind, openLog } from "./store/log.ts";

export type NewEntry = {
  readonly county: number;
  readonly request: string;
  readonly kind: LogKind;
  readonly department: string;
  readonly digest: Buffer;
};

/** The head is held until the transaction ends: run it last, counties ascending. */
export async function appendEntry(
  tx: Transaction,
  { clock, random }: Pick<Exchange, "clock" | "random">,
  { county, request, kind, department, digest }: NewEntry,
): Promise<void> {
  const now = clock();
  const append = () =>
    tx.run(linkEntry, [
      county,
      uuidAt(now, random),
      request,
      now.toISOString(),
      kind,
      department,
      digest,
    ]);
  if ((await append()).length > 0) return;
  // The county's first entry.
  await tx.run(openLog, [county, genesisOf(county)]);
  if ((await append()).length === 0) throw new Error(`the exchange log of ${county} has no head`);
}

/** What the first entry of a county links to. */
export const genesisOf = (county: number): Buffer =>
  hash("sha256", Buffer.from(`luohu exchange ${county}`, "utf8"), "buffer");
