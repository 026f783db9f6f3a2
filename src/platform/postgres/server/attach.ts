// Getting hold of the one PostgreSQL of a place: starting it, or joining who has started it.
import { setTimeout as sleep } from "node:timers/promises";
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
import { close, findSupervisor, quietClient, supervise } from "./supervision.ts";

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

async function watchOver(server: Server, spawned: Spawned): Promise<Attached> {
  const supervision = await supervise(server.ownerUrl, spawned.ended);
  return {
    version: await versionOf(supervision.client),
    ended: spawned.ended.then((how) => `PostgreSQL ended (${how})`),
    async detach() {
      await supervision.end();
      await spawned.stop();
    },
  };
}

/** Holds on to a PostgreSQL that another process watches over. */
async function join(server: Server): Promise<Attached | "busy" | "unwatched"> {
  const client = quietClient(server.ownerUrl);
  const ended = new Promise<string>((resolve) =>
    client.once("end", () => resolve("PostgreSQL ended with its process")),
  );
  const detach = () => close(client);
  try {
    await client.connect();
    const supervisor = await findSupervisor(client);
    if (supervisor === "alive") return { version: await versionOf(client), ended, detach };
    await close(client);
    return supervisor === "none" ? "unwatched" : "busy";
  } catch (error) {
    await close(client);
    if (isConnectionLoss(error)) return "busy";
    throw error;
  }
}
