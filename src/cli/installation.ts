import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { packageRoot } from "../platform/files/index.ts";
import { ensureKey, KeysError } from "../platform/keys/index.ts";
import {
  type Database,
  DatabaseUnavailable,
  MigrationError,
  migrate,
  openDatabase,
  type RunningPostgres,
  StartError,
  startPostgres,
  useOutsidePostgres,
} from "../platform/postgres/index.ts";
import { fill } from "../policy/index.ts";
import type { Call } from "./command.ts";
import { oneLine } from "./problems.ts";

/** Where one Luohu keeps what it keeps: its database, migrated, and its signing keys. */
export type Installation = {
  /** As luohu_app, bound by row-level security. */
  readonly database: Database;
  /** As the owner of the schema: for what only an operator does. */
  readonly ownerUrl: string;
  /** Folder of the signing keys. */
  readonly keys: string;
  /** Ends connections, and PostgreSQL if this process started it. */
  readonly close: () => Promise<void>;
};

/** Milliseconds that the server may be away while we start. */
const patience = 10_000;

/** The most connections of the program's pool. */
const poolSize = 20;

/**
 * Opens the installation that the environment names: `DATABASE_URL` (with `DATABASE_APP_URL`) or the
 * PostgreSQL in the box under `LUOHU_DATA`, by default `.luohu`; undefined with the reason printed.
 */
export async function useInstallation(call: Call): Promise<Installation | undefined> {
  const { io, texts } = call;
  const folder = dataFolder(io.env);
  const stops: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const stop of stops.toReversed()) await stop();
  };
  try {
    const { migratorUrl, ownerUrl, appUrl, stop } = await findServer(call, folder);
    stops.push(stop);
    await migrateWhenBack(migratorUrl);
    const database = openDatabase(appUrl, { size: poolSize });
    stops.push(() => database.close());
    const keys = io.env["LUOHU_KEYS"] ?? join(folder, "keys");
    await ensureKey(keys, new Date().toISOString());
    return { database, ownerUrl, keys, close };
  } catch (error) {
    await close();
    if (!isExpected(error)) throw error;
    io.err(`luohu: ${fill(texts.noInstallation, { reason: oneLine(error.message) })}\n`);
    return undefined;
  }
}

/** A server that answered a moment ago comes back: another process of ours may have ended just now, and it with it. */
async function migrateWhenBack(url: string): Promise<void> {
  for (const deadline = Date.now() + patience; ; await sleep(100)) {
    try {
      await migrate(url, join(packageRoot, "migrations"));
      return;
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable) || Date.now() > deadline) throw error;
    }
  }
}

function isExpected(error: unknown): error is Error {
  return (
    error instanceof MigrationError ||
    error instanceof DatabaseUnavailable ||
    error instanceof KeysError ||
    error instanceof StartError ||
    (error instanceof Error && "code" in error)
  );
}

function findServer({ io }: Call, folder: string): Promise<RunningPostgres> {
  const ownerUrl = io.env["DATABASE_URL"] ?? "";
  if (ownerUrl !== "") {
    return useOutsidePostgres({ ownerUrl, appUrl: io.env["DATABASE_APP_URL"] });
  }
  const log = (line: string): void => io.err(`${line}\n`);
  return startPostgres({ folder: join(folder, "postgres"), log });
}

/** Where data are kept. */
export function dataFolder(env: Call["io"]["env"]): string {
  const named = env["LUOHU_DATA"] ?? "";
  if (named !== "") return named;
  // As an installed package, data belong beside the program that uses it, not into node_modules.
  const inModules = /[\\/]node_modules[\\/]/.test(packageRoot);
  return join(inModules ? process.cwd() : packageRoot, ".luohu");
}
