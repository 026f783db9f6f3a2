// `luohu verify`: reads the whole register, checks every link, signature and payload, folds it again, and compares.
import type { Database, Transaction } from "../../platform/postgres/index.ts";
import { invariants } from "../domain/invariants.ts";
import type { County } from "../domain/shapes.ts";
import { type CountyFold, openCountyFold } from "../rebuild/county-fold.ts";
import {
  identityColumns,
  type IdentityNumbers,
  openIdentityNumbers,
} from "../rebuild/identity-numbers.ts";
import { tables } from "../rebuild/tables.ts";
import type { SoundOf } from "../store/particulars.ts";
import { type ChainChecked, openChainCheck } from "./check-chain.ts";
import { checkPayload } from "./check-payload.ts";
import { compareRows } from "./compare-rows.ts";
import { type Fault, type Faults, faultsOf } from "./fault.ts";
import { registerLedger } from "./ledger.ts";
import { findRedactions } from "./redactions.ts";
import { readWitness, type Witness } from "./signed-hashes.ts";
import { type KeyRow, listCounties, listSigningKeys } from "./store/checkpoints.ts";
import { type StoredEvent, streamEvents } from "./store/events.ts";
import {
  countEvents,
  enterCounty,
  listOrphans,
  listRegisteredTwice,
  streamNumbers,
  streamTable,
} from "./store/table-rows.ts";

export type VerifyOptions = {
  readonly database: Database;
  /** Folder of the keys. */
  readonly keys: string;
  readonly soundOf: SoundOf;
  /** Only these; every county of which there is anything unless given. */
  readonly counties?: readonly County[];
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
};

export type CountyVerified = Omit<ChainChecked, "entries"> & {
  readonly county: County;
  readonly events: number;
  /** Events whose payload was lawfully erased. */
  readonly erased: number;
  /** All of them; not all may be listed. */
  readonly faults: number;
};

export type Verified = {
  readonly counties: readonly CountyVerified[];
  readonly faults: readonly Fault[];
};

const police = "public-security";

/** Everything is read in one snapshot, so acts may go on meanwhile. */
export async function verifyRegister(options: VerifyOptions): Promise<Verified> {
  const { database, keys } = options;
  // Before the database: nothing in it can then be newer than what the database is asked for.
  const witness = await readWitness(keys, registerLedger);
  return database.inTransaction(
    { counties: [], department: police },
    (tx) => verifyIn(tx, witness, options),
    { isolation: "snapshot" },
  );
}

async function verifyIn(
  tx: Transaction,
  witness: Witness,
  { soundOf, counties: wanted, onProgress = () => undefined }: VerifyOptions,
): Promise<Verified> {
  const stored = (await tx.run(listCounties)).map(({ county }) => county);
  const known = new Set([...stored, ...witness.heads.map(({ county }) => county)]);
  const counties = wanted ?? [...known].toSorted((a, b) => a - b);
  const published = await tx.run(listSigningKeys);
  const progress = { done: 0, total: 0 };
  for (const county of counties) {
    await tx.run(enterCounty, [county]);
    progress.total += (await tx.run(countEvents))[0]?.events ?? 0;
  }
  const onEvents = (count: number): void => {
    progress.done += count;
    onProgress({ ...progress });
  };

  const numbers = openIdentityNumbers();
  const verified: Omit<CountyVerified, "faults">[] = [];
  const faults = new Map<County, Faults>();
  const faultsAt = (county: County): Faults => {
    const found = faults.get(county) ?? faultsOf(county);
    faults.set(county, found);
    return found;
  };
  for (const county of counties) {
    await tx.run(enterCounty, [county]);
    const found = faultsAt(county);
    const chain = await verifyChain(tx, county, witness, published, found, onEvents);
    verified.push(chain.verified);
    try {
      await verifyPresent(tx, chain.fold, soundOf, found);
      numbers.add(chain.fold);
    } catch (error) {
      // A payload that was named as changed may have folded into something of no form: a name that is not there.
      if (!(error instanceof TypeError) || found.count() === 0) throw error;
    }
  }
  if (wanted === undefined) await verifyAcross(tx, numbers, faultsAt);
  return {
    counties: verified.map((each) => ({ ...each, faults: faultsAt(each.county).count() })),
    faults: [...faults.values()].flatMap(({ list }) => list),
  };
}

type ChainVerified = {
  readonly fold: CountyFold;
  readonly verified: Omit<CountyVerified, "faults">;
};

async function verifyChain(
  tx: Transaction,
  county: County,
  witness: Witness,
  published: readonly KeyRow[],
  faults: Faults,
  onEvents: (count: number) => void,
): Promise<ChainVerified> {
  const chain = await openChainCheck(tx, registerLedger, county, { witness, published, faults });
  const redactions = await findRedactions(tx);
  const fold = openCountyFold(county);
  let erased = 0;
  for await (const batch of streamEvents(tx)) {
    for (const stored of batch) {
      chain.add(stored, () => stored.columns().recorded);
      foldEvent(stored);
      if (stored.payload === null) erased += 1;
    }
    onEvents(batch.length);
  }
  const { entries: events, ...checked } = await chain.end();
  for (const { event } of await tx.run(listOrphans)) faults.add("payload-inserted", { event });

  function foldEvent(stored: StoredEvent): void {
    const content = checkPayload(stored, redactions, faults);
    if (content === undefined) return;
    try {
      fold.add(content.event, stored.event, content.recorded);
    } catch {
      faults.add("payload-unreadable", { seq: stored.seq, event: stored.event });
    }
  }

  return { fold, verified: { county, events, ...checked, erased } };
}

/** The tables of the county's present against the fold, and the fold against the rules of the register. */
async function verifyPresent(
  tx: Transaction,
  fold: CountyFold,
  soundOf: SoundOf,
  faults: Faults,
): Promise<void> {
  for (const table of tables) {
    await compareRows(table, table.rows(fold, soundOf), streamTable(tx, table), () => faults);
  }
  for (const { code, key } of invariants(fold.state)) {
    // An ID number is nobody's business here.
    faults.add("rule-broken", {}, typeof key === "number" ? { rule: code, key } : { rule: code });
  }
}

const identityTable = { name: "identity_number", columns: identityColumns, key: ["person_id"] };

/** What belongs to all counties together. */
async function verifyAcross(
  tx: Transaction,
  numbers: IdentityNumbers,
  faultsAt: (county: County) => Faults,
): Promise<void> {
  await compareRows(identityTable, numbers.rows(), streamNumbers(tx), (row) =>
    faultsAt(Number(row[2])),
  );
  for (const { county, person } of await tx.run(listRegisteredTwice)) {
    faultsAt(county).add("rule-broken", {}, { rule: "registered-twice", key: person });
  }
}
