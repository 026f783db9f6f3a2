// The supervisor: one PostgreSQL on a folder, started, watched and stopped.
import { rmdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { attach, type Attached, type Server } from "./attach.ts";
import { ensureCluster } from "./cluster.ts";
import { type Place, preparePlace } from "./place.ts";
import { logFile } from "./postmaster.ts";
import { bundledPrograms, type Programs } from "./programs.ts";
import { usualSettings } from "./settings.ts";
import { explainDenied } from "./start-error.ts";

/** A PostgreSQL that runs, and is started again when it dies, until it is stopped. */
export type RunningPostgres = {
  /** Connects as who may migrate: before the first migration, there may be no luohu_owner. */
  readonly migratorUrl: string;
  /** Connects as luohu_owner, who owns the schema: for loading in bulk, and what an operator does. */
  readonly ownerUrl: string;
  /** Connects as luohu_app, whom row-level security binds. */
  readonly appUrl: string;
  /** As PostgreSQL writes it: "18.4". */
  readonly version: string;
  /** Stops it, if this process started it; ends when no process of it is left. */
  readonly stop: () => Promise<void>;
};

export type StartOptions = {
  /** Holds the data; made if it is not there. */
  readonly folder: string;
  /** Is told, a line at a time, what happens to PostgreSQL afterwards. */
  readonly log?: (line: string) => void;
};

/** What tests set: other programs, settings that trade safety for speed, more roles. */
export type ServerOptions = StartOptions & {
  readonly programs?: Programs;
  readonly settings?: Readonly<Record<string, string>>;
  readonly sql?: readonly string[];
};

/** Milliseconds; a PostgreSQL that ends sooner than that has something wrong with it. */
const shortLife = 2_000;
const failuresBeforeGivingUp = 5;

/**
 * Starts the PostgreSQL that comes with Luohu on a folder, or joins the one that another process
 * of ours has started there.
 * @throws StartError with a line for the person who starts Luohu
 */
export function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  return startServer(options);
}

export async function startServer(options: ServerOptions): Promise<RunningPostgres> {
  try {
    return await supervise(options);
  } catch (error) {
    throw explainDenied(error);
  }
}

async function supervise(options: ServerOptions): Promise<RunningPostgres> {
  const place = preparePlace(options.folder);
  const programs = options.programs ?? bundledPrograms(place);
  const settings = { ...usualSettings, ...options.settings };
  const passwords = await ensureCluster(place, programs, {
    sql: options.sql ?? [],
    sync: settings["fsync"] !== "off",
  });
  const ownerUrl = urlOf(place, "luohu_owner", passwords.owner);
  const log = options.log ?? (() => undefined);
  const server: Server = { place, programs, settings, log, ownerUrl };

  let attached = await attach(server);
  let stopping = false;

  /** Starts it again whenever it ends, or whoever ran it does, until stop(). */
  async function watch(): Promise<void> {
    let failures = 0;
    for (;;) {
      const since = Date.now();
      const what = await attached.ended;
      if (stopping) return;
      failures = Date.now() - since < shortLife ? failures + 1 : 0;
      if (failures > failuresBeforeGivingUp) {
        log(`${what}, again and again: given up, see ${logFile(place)}`);
        return;
      }
      log(`${what}: starting it again`);
      await sleep(failures === 0 ? 0 : 100 * 2 ** failures);
      if (stopping) return;
      attached = await attach(server).catch(notAttached);
      if (stopping) await attached.detach();
    }
  }
  const watching = watch();

  return {
    migratorUrl: ownerUrl,
    ownerUrl,
    appUrl: urlOf(place, "luohu_app", passwords.app),
    version: attached.version,
    async stop() {
      stopping = true;
      await attached.detach();
      await watching;
      removeShortFolder(place);
    },
  };
}

const notAttached = (cause: unknown): Attached => ({
  version: "",
  ended: Promise.resolve(cause instanceof Error ? cause.message : String(cause)),
  detach: () => Promise.resolve(),
});

/** The folder of the socket, where that could not be in the home. */
function removeShortFolder({ home, socket }: Place): void {
  if (socket.startsWith(home)) return;
  try {
    rmdirSync(socket);
  } catch {
    // Another process's socket is in it.
  }
}

function urlOf({ port, socket }: Place, role: string, password: string): string {
  const url = `postgresql://${role}:${password}@localhost:${port}/luohu`;
  return process.platform === "win32" ? url : `${url}?host=${encodeURIComponent(socket)}`;
}
