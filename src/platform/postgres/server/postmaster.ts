// PostgreSQL's first process: starting it, and what it writes about itself.
import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";
import { join } from "node:path";
import { spawnGuarded } from "./guard.ts";
import { dataOf, type Place } from "./place.ts";
import { isAlive, isPostgresOn, shutdownPatience } from "./process.ts";
import type { Programs } from "./programs.ts";

/** What postmaster.pid says of a PostgreSQL that runs on the place's data. */
export type Postmaster = { readonly pid: number; readonly ready: boolean };

/**
 * The PostgreSQL that runs here. Where none does, no file is left that would keep one from
 * starting: PostgreSQL takes any live process with the old one's number for itself.
 */
export function findPostmaster({ cluster, socket, port }: Place): Postmaster | undefined {
  const data = dataOf(cluster);
  for (const file of [join(data, "postmaster.pid"), join(socket, `.s.PGSQL.${port}.lock`)]) {
    const lines = readLines(file);
    const pid = Number(lines[0]);
    if (!(pid > 0) || !isAlive(pid)) continue;
    // Its eighth line is the state.
    if (isPostgresOn(pid, data)) return { pid, ready: lines[7]?.trim() === "ready" };
    rmSync(file, { force: true });
  }
  return undefined;
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

export type Spawned = {
  readonly pid: number | undefined;
  /** Says how it ended. */
  readonly ended: Promise<string>;
  /** What it said in its log, if it says why it ended. */
  complaint(): string | undefined;
  stop(): Promise<void>;
};

export type SpawnOptions = {
  readonly place: Place;
  readonly programs: Programs;
  readonly settings: Readonly<Record<string, string>>;
};

/** Starts PostgreSQL; it is not ready yet. */
export function spawnPostmaster({ place, programs, settings }: SpawnOptions): Spawned {
  const listen =
    process.platform === "win32"
      ? { listen_addresses: "127.0.0.1" }
      : {
          listen_addresses: "",
          unix_socket_directories: `"${place.socket.replaceAll('"', '""')}"`,
          unix_socket_permissions: "0700",
        };
  const args = ["-D", dataOf(place.cluster), "-p", String(place.port)];
  for (const [name, value] of Object.entries({ ...settings, ...listen })) {
    args.push("-c", `${name}=${value}`);
  }
  const log = openLog(place);
  const before = fstatSync(log).size;
  const { child, ended, letGo } = spawnGuarded(join(programs.bin, "postgres"), args, {
    user: place.user,
    cwd: place.home,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  return {
    pid: child.pid,
    ended,
    complaint() {
      const said = readFileSync(logFile(place)).subarray(before).toString();
      const line = said.split("\n").findLast((each) => each.includes("FATAL:"));
      return line?.replace(/^.*FATAL: */, "");
    },
    async stop() {
      // First, while PostgreSQL, whose child the guard is, still waits for its children.
      letGo();
      const hard = setTimeout(() => child.kill("SIGQUIT"), shutdownPatience);
      // A fast shutdown: sessions are ended, everything is written.
      child.kill("SIGINT");
      await ended;
      clearTimeout(hard);
    },
  };
}

export const logFile = (place: Place): string => join(place.home, "server.log");

const largestLog = 10_000_000;

function openLog(place: Place): number {
  const file = logFile(place);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) truncateSync(file);
  return openSync(file, "a", 0o600);
}
