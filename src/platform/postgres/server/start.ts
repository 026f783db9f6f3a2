// The supervisor: one PostgreSQL on a folder, started, watched and stopped.
import { rmSync, statSync, truncateSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { codeOf, isConnectionLoss } from "../failure.ts";
import { ensureCluster } from "./cluster.ts";
import { type Place, preparePlace } from "./place.ts";
import { versionOf } from "./outside.ts";
import {
  endPostmaster,
  isAlive,
  isPostgresOf,
  logFile,
  pidFile,
  readPostmaster,
  type Spawned,
  spawnPostmaster,
} from "./postmaster.ts";
import { bundledPrograms, type Programs } from "./programs.ts";
import { postgresUser } from "./system-user.ts";

/** A PostgreSQL that runs, and is started again when it dies, until it is stopped. */
export type RunningPostgres = {
  /** Connects as luohu_owner, who owns the schema: for migrations and for loading in bulk. */
  readonly ownerUrl: string;
  /** Connects as luohu_app, whom row-level security binds. */
  readonly appUrl: string;
  /** As PostgreSQL writes it: "18.4". */
  readonly version: string;
  /** Stops it, if this process started it; ends when no process of it is left. */
  stop(): Promise<void>;
};

export type StartOptions = {
  /** Holds the data; made if it is not there. */
  readonly folder: string;
  readonly log?: (line: string) => void;
};

/** The parts that tests set: other programs, settings that trade safety for speed, more roles. */
export type ServerOptions = StartOptions & {
  readonly programs?: Programs;
  readonly settings?: Readonly<Record<string, string>>;
  readonly sql?: readonly string[];
};

const settings = {
  shared_buffers: "192MB",
  max_connections: "100",
  effective_cache_size: "1GB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  random_page_cost: "1.1",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  // A failed statement is the program's to tell; its details would be personal data in a log.
  log_min_messages: "log",
  log_error_verbosity: "terse",
  unix_socket_permissions: "0700",
};

const port = 5432;
const startTimeout = 60_000;
const deathsBeforeGivingUp = 5;
const deathsWithin = 60_000;
const largestLog = 10_000_000;

/** Held by the one who started PostgreSQL, for as long as that process lives. */
const supervision = 7_091_002;

/**
 * Starts the PostgreSQL that comes with Luohu on a folder, or joins the one that another process
 * of ours has started there. One that nobody watches any more is stopped and started anew.
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  return startServer(options);
}

export async function startServer(options: ServerOptions): Promise<RunningPostgres> {
  const log = options.log ?? (() => undefined);
  const place = preparePlace(options.folder, postgresUser());
  const programs = options.programs ?? bundledPrograms(place.home, place.user);
  const access = await ensureCluster(place, programs, {
    sql: options.sql ?? [],
    sync: options.settings?.["fsync"] !== "off",
  });
  if ((statSync(logFile(place), { throwIfNoEntry: false })?.size ?? 0) > largestLog) {
    truncateSync(logFile(place));
  }
  const ownerUrl = urlOf(place, "luohu_owner", access.ownerPassword);
  const server: Server = {
    place,
    programs,
    log,
    ownerUrl,
    settings: { ...settings, ...options.settings },
  };

  let stopping = false;
  const deaths: number[] = [];
  let attached = await attach(server);

  /** Starts it again whenever it ends, or whoever ran it does, until stop(). */
  async function watch(): Promise<void> {
    for (;;) {
      const how = await attached.ended;
      if (stopping) return;
      deaths.push(Date.now());
      const recent = deaths.filter((each) => Date.now() - each < deathsWithin).length;
      if (recent > deathsBeforeGivingUp) {
        log(`PostgreSQL ended ${recent} times within a minute: given up. See ${logFile(place)}`);
        return;
      }
      log(`PostgreSQL ended (${how}): starting it again`);
      await sleep(recent === 1 ? 0 : 250 * 2 ** recent);
      if (stopping) return;
      try {
        attached = await attach(server);
      } catch (error) {
        log(`PostgreSQL does not start: ${error instanceof Error ? error.message : String(error)}`);
        return;
      }
    }
  }
  const watching = watch();

  return {
    ownerUrl,
    appUrl: urlOf(place, "luohu_app", access.appPassword),
    version: attached.version,
    async stop() {
      stopping = true;
      await attached.detach();
      await watching;
    },
  };
}

type Server = {
  readonly place: Place;
  readonly programs: Programs;
  readonly log: (line: string) => void;
  readonly ownerUrl: string;
  readonly settings: Readonly<Record<string, string>>;
};

/** Our hold on a running PostgreSQL, our own or another process's. */
type Attached = {
  readonly version: string;
  /** Says how it ended. */
  readonly ended: Promise<string>;
  detach(): Promise<void>;
};

async function attach(server: Server): Promise<Attached> {
  const { place } = server;
  const deadline = Date.now() + startTimeout;
  let unwatchedSince: number | undefined;
  let why = "it did not get ready in time";
  while (Date.now() < deadline) {
    const found = readPostmaster(place.cluster);
    if (found === undefined || !isAlive(found.pid)) {
      const started = await startOwn(server);
      if (typeof started !== "string") return started;
      why = started;
      await sleep(100);
      continue;
    }
    if (!isPostgresOf(found.pid, place.cluster)) {
      // Its number has been given to another process, which PostgreSQL would take for itself.
      rmSync(pidFile(place.cluster), { force: true });
      continue;
    }
    const joined = found.ready ? await join(server) : "busy";
    if (typeof joined !== "string") return joined;
    if (joined === "unwatched") {
      unwatchedSince ??= Date.now();
      if (Date.now() - unwatchedSince > 1_000) {
        server.log("Stopping a PostgreSQL that a killed Luohu left behind");
        await endPostmaster(found.pid);
      }
    } else unwatchedSince = undefined;
    await sleep(50);
  }
  throw new Error(`PostgreSQL does not start: ${why}. See ${logFile(place)}`);
}

/** Starts PostgreSQL as our own child, or says why it could not be. */
async function startOwn(server: Server): Promise<Attached | string> {
  const spawned = spawnPostmaster({ ...server, port });
  const { pid } = spawned;
  let how: string | undefined;
  void spawned.ended.then((text) => (how = text));
  while (how === undefined) {
    const found = readPostmaster(server.place.cluster);
    if (pid !== undefined && found?.pid === pid && found.ready)
      return ownAttached(server, spawned, pid);
    await sleep(10);
  }
  return how;
}

async function ownAttached(server: Server, spawned: Spawned, pid: number): Promise<Attached> {
  let stopped = false;
  let keeper: pg.Client | undefined;
  /** Says to other processes that we watch over it; a backend's crash takes the session away. */
  async function keep(): Promise<string> {
    for (;;) {
      const client = new pg.Client({ connectionString: server.ownerUrl });
      client.on("error", () => undefined);
      try {
        await client.connect();
        await client.query("SELECT pg_advisory_lock($1)", [supervision]);
        keeper = client;
        client.once("end", () => {
          if (!stopped && isAlive(pid)) void keep().catch(() => undefined);
        });
        return await versionOf(client);
      } catch (error) {
        await client.end().catch(() => undefined);
        if (stopped || !isAlive(pid) || !isStarting(error)) throw error;
        await sleep(100);
      }
    }
  }
  const version = await keep();
  return {
    version,
    ended: spawned.ended,
    async detach() {
      stopped = true;
      await keeper?.end().catch(() => undefined);
      await spawned.stop();
    },
  };
}

/** Holds on to a PostgreSQL that another process of ours watches over. */
async function join(server: Server): Promise<Attached | "busy" | "unwatched"> {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ watched: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted
         AND classid = 0 AND objid = $1::oid AND objsubid = 1) AS watched`,
      [supervision],
    );
    if (rows[0]?.watched !== true) {
      await client.end();
      return "unwatched";
    }
    const version = await versionOf(client);
    return {
      version,
      ended: new Promise((resolve) => client.once("end", () => resolve("its process stopped it"))),
      detach: () => client.end(),
    };
  } catch (error) {
    await client.end().catch(() => undefined);
    if (isStarting(error)) return "busy";
    throw error;
  }
}

/** It starts, recovers or stops, or its socket is gone already. */
function isStarting(error: unknown): boolean {
  return isConnectionLoss(error) && codeOf(error) !== "53300";
}

function urlOf(place: Place, role: string, password: string): string {
  const base = `postgresql://${role}:${password}@localhost:${port}/luohu`;
  return process.platform === "win32" ? base : `${base}?host=${encodeURIComponent(place.socket)}`;
}
