// Getting hold of the one PostgreSQL of a place: starting it, or joining who has started it.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { isConnectionLoss } from "../failure.ts";
import { versionOf } from "./outside.ts";
import { dataOf } from "./place.ts";
import {
  findPostmaster,
  logFile,
  type SpawnOptions,
  type Spawned,
  spawnPostmaster,
} from "./postmaster.ts";
import { endPostgresOn } from "./process.ts";
import { StartError } from "./start-error.ts";

export type Server = SpawnOptions & {
  readonly log: (line: string) => void;
  readonly ownerUrl: string;
};

/** Our hold on a running PostgreSQL, our own or another process's. */
export type Attached = {
  readonly version: string;
  /** Says what happened. */
  readonly ended: Promise<string>;
  /** Stops our own; lets go of another's. */
  detach(): Promise<void>;
};

/** A lock in the database, held by the process that started PostgreSQL for as long as it lives. */
const supervision = 7_091_002;

/** A start that has just happened is not watched for a moment. */
const unwatchedFor = 1_000;

/** Longer than any recovery takes that another process is waiting for. */
const patience = 300_000;

/** What makes a start fail that succeeds a moment later: the remains of one that was killed. */
const passing = /lock file|shared memory/;

/**
 * Starts PostgreSQL, or joins the one that another process of ours watches. One that nobody
 * watches any more is stopped and started anew: there are never two on the same data.
 */
export async function attach(server: Server): Promise<Attached> {
  const { place } = server;
  const deadline = Date.now() + patience;
  let unwatchedSince: number | undefined;
  while (Date.now() < deadline) {
    const found = findPostmaster(place);
    if (found === undefined) {
      const started = await start(server);
      if (started !== "again") return started;
    } else if (found.ready) {
      const joined = await join(server);
      if (typeof joined !== "string") return joined;
      unwatchedSince = joined === "unwatched" ? (unwatchedSince ?? Date.now()) : undefined;
      if (unwatchedSince !== undefined && Date.now() - unwatchedSince > unwatchedFor) {
        server.log("Stopping a PostgreSQL that a killed process left behind");
        await endPostgresOn(found.pid, dataOf(place.cluster));
      }
    }
    await sleep(50);
  }
  throw new StartError(`PostgreSQL is busy and does not get ready: see ${logFile(place)}`);
}

async function start(server: Server): Promise<Attached | "again"> {
  const spawned = spawnPostmaster(server);
  let how: string | undefined;
  void spawned.ended.then((text) => (how = text));
  while (how === undefined) {
    const found = findPostmaster(server.place);
    if (found?.ready === true && found.pid === spawned.pid) return watchOver(server, spawned);
    await sleep(10);
  }
  const why = spawned.complaint();
  if (passing.test(why ?? "")) return "again";
  throw new StartError(`PostgreSQL does not start: ${why ?? how}, see ${logFile(server.place)}`);
}

/** Takes the lock that says so to other processes; a crash of one session takes it away. */
async function watchOver(server: Server, spawned: Spawned): Promise<Attached> {
  let over = false;
  let holder: pg.Client | undefined;
  void spawned.ended.then(() => (over = true));

  async function hold(): Promise<pg.Client> {
    for (;;) {
      const client = quietClient(server.ownerUrl);
      try {
        await client.connect();
        await client.query("SELECT pg_advisory_lock($1)", [supervision]);
        client.once("end", () => {
          if (!over) void hold().catch(() => undefined);
        });
        holder = client;
        return client;
      } catch (error) {
        await client.end().catch(() => undefined);
        if (over || !isConnectionLoss(error)) throw error;
        await sleep(100);
      }
    }
  }

  return {
    version: await versionOf(await hold()),
    ended: spawned.ended.then((how) => `PostgreSQL ended (${how})`),
    async detach() {
      over = true;
      await holder?.end().catch(() => undefined);
      await spawned.stop();
    },
  };
}

/** Holds on to a PostgreSQL that another process watches over. */
async function join(server: Server): Promise<Attached | "busy" | "unwatched"> {
  const client = quietClient(server.ownerUrl);
  try {
    await client.connect();
    const { rows } = await client.query<{ watched: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted
         AND classid = 0 AND objid = $1::oid AND objsubid = 1) AS watched`,
      [supervision],
    );
    if (rows[0]?.watched === true) {
      return {
        version: await versionOf(client),
        ended: new Promise((resolve) =>
          client.once("end", () => resolve("PostgreSQL ended with its process")),
        ),
        detach: () => client.end(),
      };
    }
    await client.end();
    return "unwatched";
  } catch (error) {
    await client.end().catch(() => undefined);
    if (isConnectionLoss(error)) return "busy";
    throw error;
  }
}

function quietClient(url: string): pg.Client {
  const client = new pg.Client({ connectionString: url, application_name: "luohu-supervisor" });
  client.on("error", () => undefined);
  return client;
}
