// Whether our log is what was written: every link, every payload, and what the requests say of themselves.
import type { Database, Transaction } from "../platform/postgres/index.ts";
import { linkOf } from "../register/index.ts";
import { hash } from "node:crypto";
import { scopeOf } from "./exchange.ts";
import { genesisOf } from "./log.ts";
import {
  countiesWithLog,
  listUnlogged,
  readEntries,
  readLogHead,
  type StoredEntry,
} from "./store/log.ts";

export type ExchangeFault = {
  readonly code:
    | "entry-missing"
    | "link-broken"
    | "payload-changed"
    | "department-differs"
    | "outcome-differs"
    | "head-differs"
    | "not-logged";
  /** Place in the chain, where it is about an entry. */
  readonly seq: number | null;
};

export type ExchangeVerified = {
  readonly county: number;
  readonly entries: number;
  /** Newest hash, hexadecimal. */
  readonly head: string;
  readonly faults: readonly ExchangeFault[];
};

const batch = 2_000;

/** Reads every county's exchange log in one snapshot; payloads that were erased are no fault. */
export async function verifyExchange(
  database: Database,
  only?: readonly number[],
): Promise<readonly ExchangeVerified[]> {
  const verified: ExchangeVerified[] = [];
  for (const county of await listCounties(database, only)) {
    const work = (tx: Transaction) => verifyCounty(tx, county);
    verified.push(await database.inTransaction(scopeOf([county]), work, { isolation: "snapshot" }));
  }
  return verified;
}

async function listCounties(
  database: Database,
  only: readonly number[] | undefined,
): Promise<readonly number[]> {
  const rows = await database.inTransaction(scopeOf([]), (tx) => tx.run(countiesWithLog));
  const all = rows.map(({ county }) => county);
  return only === undefined ? all : all.filter((county) => only.includes(county));
}

async function verifyCounty(tx: Transaction, county: number): Promise<ExchangeVerified> {
  const faults: ExchangeFault[] = [];
  let head: Buffer = genesisOf(county);
  let entries = 0;
  let last = 0;
  for (;;) {
    const rows = await tx.run(readEntries, [county, last, batch]);
    for (const row of rows) {
      if (row.seq !== last + 1) faults.push({ code: "entry-missing", seq: last + 1 });
      faults.push(...faultsOf(county, head, row).map((code) => ({ code, seq: row.seq })));
      head = row.hash;
      last = row.seq;
      entries += 1;
    }
    if (rows.length < batch) break;
  }
  const [kept] = await tx.run(readLogHead, [county]);
  if (kept === undefined || kept.seq !== last || !kept.hash.equals(head)) {
    faults.push({ code: "head-differs", seq: null });
  }
  const unlogged = await tx.run(listUnlogged, [county]);
  faults.push(...unlogged.map(() => ({ code: "not-logged" as const, seq: null })));
  return { county, entries, head: head.toString("hex"), faults };
}

function faultsOf(
  county: number,
  prev: Buffer,
  { seq, entry, kind, department, digest, hash: kept, payload, state, asked, ...row }: StoredEntry,
): readonly ExchangeFault["code"][] {
  const holds = row.prev.equals(prev) && linkOf(prev, county, seq, entry, digest).equals(kept);
  const isPayload = payload === null || hash("sha256", payload, "buffer").equals(digest);
  const isOutcome = kind === "asked" || kind === state;
  return [
    ...(holds ? [] : ["link-broken" as const]),
    ...(isPayload ? [] : ["payload-changed" as const]),
    ...(department === asked ? [] : ["department-differs" as const]),
    ...(isOutcome ? [] : ["outcome-differs" as const]),
  ];
}
