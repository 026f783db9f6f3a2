// `luohu rebuild`: every table of the present made anew from the events, beside the old ones, and swapped in at once.
import {
  copyIn,
  type Database,
  openDatabase,
  type Transaction,
} from "../../platform/postgres/index.ts";
import { listCounties } from "../chain/store/checkpoints.ts";
import type { County } from "../domain/shapes.ts";
import type { SoundOf } from "../store/particulars.ts";
import { asOwner } from "./as-owner.ts";
import type { CountyFold } from "./county-fold.ts";
import { foldCounty, type Head } from "./fold-county.ts";
import { identityColumns, type IdentityNumbers, openIdentityNumbers } from "./identity-numbers.ts";
import { countEvents, putHeads, raiseKeys } from "./store/heads.ts";
import { planTables } from "./store/plan.ts";
import {
  claimScratch,
  createScratch,
  finishScratch,
  holdTables,
  swapScratch,
  useScratch,
} from "./store/scratch.ts";
import { tables } from "./tables.ts";

export type RebuildOptions = {
  /** Address of the database as someone who may act as luohu_owner. */
  readonly ownerUrl: string;
  readonly soundOf: SoundOf;
  /** Milliseconds, to say how long it took. */
  readonly clock: () => number;
  readonly onProgress?: (progress: RebuildProgress) => void;
};

export type RebuildProgress =
  | { readonly step: "events"; readonly done: number; readonly total: number }
  | { readonly step: "constraints" };

export type Rebuilt = {
  readonly counties: number;
  readonly events: number;
  readonly milliseconds: number;
};

/** Another rebuild is under way in the same database. */
export class RebuildUnderWay extends Error {
  override readonly name = "RebuildUnderWay";
}

/** Counties that are folded at the same time, and tables that get their indexes at the same time. */
const atOnce = 5;

/** Names whose sound is remembered: many people share one. */
const rememberedNames = 50_000;

const police = "public-security";

/**
 * Until it is done, whoever reads or writes the register waits; if it fails or is killed, nothing has changed.
 * @throws BrokenChain, RebuildUnderWay, DatabaseUnavailable
 */
export async function rebuildRegister(options: RebuildOptions): Promise<Rebuilt> {
  const { ownerUrl, clock } = options;
  const began = clock();
  const owner = openDatabase(asOwner(ownerUrl), { size: atOnce + 2 });
  try {
    const counties = await owner.inTransaction({ counties: [], department: police }, async (tx) =>
      (await tx.run(listCounties)).map(({ county }) => county),
    );
    // One scope for all: the heads of all chains are written at the end.
    const events = await owner.inTransaction({ counties, department: police }, (tx) =>
      rebuildIn(tx, owner, counties, options),
    );
    return { counties: counties.length, events, milliseconds: clock() - began };
  } finally {
    await owner.close();
  }
}

async function rebuildIn(
  tx: Transaction,
  owner: Database,
  counties: readonly County[],
  { soundOf, onProgress = () => undefined }: RebuildOptions,
): Promise<number> {
  const [claim] = await tx.run(claimScratch);
  if (claim?.claimed !== true) throw new RebuildUnderWay();
  const names = [...tables.map(({ name }) => name), "identity_number"];
  const plans = await planTables(tx, names);
  await createScratch(owner, plans);
  await holdTables(tx, names);

  const [counted] = await tx.run(countEvents);
  const total = counted?.events ?? 0;
  const soundOnce = remember(soundOf);
  const heads: Head[] = [];
  const numbers = openIdentityNumbers();
  const keys = { people: 1, households: 1, dwellings: 1 };
  let done = 0;
  const onEvents = (count: number): void => {
    done += count;
    onProgress({ step: "events", done, total });
  };
  await each(counties, async (county) => {
    const head = await owner.inTransaction(
      { counties: [county], department: police },
      async (own) => {
        const { fold, head: newest } = await foldCounty(own, county, onEvents);
        await loadFold(own, fold, soundOnce);
        numbers.add(fold);
        keys.people = largest(keys.people, fold.part.people.keys());
        keys.households = largest(keys.households, fold.part.households.keys());
        keys.dwellings = largest(keys.dwellings, fold.part.dwellings.keys());
        return newest;
      },
    );
    heads.push(head);
  });
  await owner.inTransaction({ counties: [], department: police }, (own) =>
    loadNumbers(own, numbers),
  );
  onProgress({ step: "constraints" });
  await finishScratch(owner, plans, atOnce);
  await swapScratch(tx, plans);
  await tx.run(putHeads, [
    heads.map(({ county }) => county),
    heads.map(({ seq }) => seq),
    heads.map(({ prev }) => prev),
    heads.map(({ hash }) => hash),
  ]);
  await tx.run(raiseKeys, [keys.people, keys.households, keys.dwellings]);
  return done;
}

async function loadFold(tx: Transaction, fold: CountyFold, soundOf: SoundOf): Promise<void> {
  await tx.run(useScratch);
  for (const { name, columns, rows } of tables) {
    await copyIn(tx, name, columns, rows(fold, soundOf));
  }
}

async function loadNumbers(tx: Transaction, numbers: IdentityNumbers): Promise<void> {
  await tx.run(useScratch);
  await copyIn(tx, "identity_number", identityColumns, numbers.rows());
}

/** Several at once; the first failure ends the others before it is told. */
async function each<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        await work(item);
      } catch (error) {
        failures.push(error);
        waiting.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failures.length > 0) throw failures[0];
}

function remember(soundOf: SoundOf): SoundOf {
  const known = new Map<string, ReturnType<SoundOf>>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    if (known.size >= rememberedNames) known.clear();
    const sound = soundOf(name);
    known.set(name, sound);
    return sound;
  };
}

function largest(known: number, keys: Iterable<number>): number {
  let most = known;
  for (const key of keys) if (key > most) most = key;
  return most;
}
