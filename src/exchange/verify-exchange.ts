// Whether our log is what was written: every link and signature, every payload, and what the requests say of themselves.
import { hash } from "node:crypto";
import type { Database, Transaction } from "../platform/postgres/index.ts";
import {
  type ChainChecked,
  type Fault,
  type FaultCode,
  faultsOf,
  listSigningKeys,
  openChainCheck,
  readWitness,
  type Witness,
} from "../register/index.ts";
import { scopeOf } from "./exchange.ts";
import { exchangeLedger } from "./ledger.ts";
import { countiesWithLog, listUnlogged, readEntries, type StoredEntry } from "./store/log.ts";

/** Of links and signatures what the register's verification finds, said of entries. */
export type ExchangeFaultCode = FaultCode | "department-differs" | "outcome-differs" | "not-logged";

export type ExchangeFault = Pick<Fault, "seq" | "values"> & { readonly code: ExchangeFaultCode };

export type ExchangeVerified = ChainChecked & {
  readonly county: number;
  readonly faults: readonly ExchangeFault[];
};

export type ExchangeToVerify = {
  readonly database: Database;
  /** Folder of the keys that sign the log. */
  readonly keys: string;
  /** Only these; every county that has a log unless given. */
  readonly counties?: readonly number[];
};

const batch = 2_000;

/** Reads every county's exchange log in one snapshot; payloads that were erased are no fault. */
export async function verifyExchange({
  database,
  keys,
  counties: only,
}: ExchangeToVerify): Promise<readonly ExchangeVerified[]> {
  // Before the database: nothing in it can then be newer than what the database is asked for.
  const witness = await readWitness(keys, exchangeLedger);
  const stored = await database.inTransaction(scopeOf([]), (tx) => tx.run(countiesWithLog));
  const all = new Set([...stored, ...witness.heads].map(({ county }) => county));
  const counties = [...all]
    .filter((county) => only === undefined || only.includes(county))
    .toSorted((a, b) => a - b);
  const verified: ExchangeVerified[] = [];
  for (const county of counties) {
    const work = (tx: Transaction) => verifyCounty(tx, county, witness);
    verified.push(await database.inTransaction(scopeOf([county]), work, { isolation: "snapshot" }));
  }
  return verified;
}

async function verifyCounty(
  tx: Transaction,
  county: number,
  witness: Witness,
): Promise<ExchangeVerified> {
  const found = faultsOf(county);
  const published = await tx.run(listSigningKeys);
  const against = { witness, published, faults: found };
  const chain = await openChainCheck(tx, exchangeLedger, county, against);
  const faults: ExchangeFault[] = [];
  let last = 0;
  for (;;) {
    const rows = await tx.run(readEntries, [county, last, batch]);
    for (const row of rows) {
      chain.add({ ...row, event: row.entry }, () => row.at);
      faults.push(...faultsIn(row).map((each) => ({ ...each, seq: row.seq })));
      last = row.seq;
    }
    if (rows.length < batch) break;
  }
  const checked = await chain.end();
  const unlogged = await tx.run(listUnlogged, [county]);
  faults.push(...unlogged.map(() => ({ code: "not-logged" as const, seq: null, values: {} })));
  return { county, ...checked, faults: [...found.list, ...faults] };
}

/** What an entry says against its own key, its payload and its request; a link covers the key and the digest alone. */
function faultsIn(row: StoredEntry): readonly Pick<ExchangeFault, "code" | "values">[] {
  const { entry, at, kind, department, digest, payload, state, asked } = row;
  const found: Pick<ExchangeFault, "code" | "values">[] = [];
  const tell = (
    isSound: boolean,
    code: ExchangeFaultCode,
    values: ExchangeFault["values"] = {},
  ) => {
    if (!isSound) found.push({ code, values });
  };
  tell(instantOf(entry) === Date.parse(at), "column-differs", { column: "at" });
  tell(kind === "asked" || kind === state, "outcome-differs");
  tell(department === asked, "department-differs");
  const isPayload = payload === null || hash("sha256", payload, "buffer").equals(digest);
  tell(isPayload, "payload-changed");
  return found;
}

/** When a UUID of version 7 was made. */
const instantOf = (uuid: string): number =>
  Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
