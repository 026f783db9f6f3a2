// PostgreSQL's first process: starting it, and what it writes about itself.
import { spawn } from "node:child_process";
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
import type { Writable } from "node:stream";
import { postgresEnvironment } from "./cluster.ts";
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

// The shell becomes PostgreSQL. Beside it stays one that hears our end of a pipe: it closes when
// we are killed outright, and then PostgreSQL is asked to end too. A line instead says that we end
// it ourselves.
const guarded = `(if ! read -r _ <&3; then kill -INT $$; fi) >/dev/null 2>&1 &
exec "$@" 3<&-`;

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

/** Starts PostgreSQL in a session of its own, so that Ctrl-C in our terminal does not reach it. */
export function spawnPostmaster({ place, programs, settings }: SpawnOptions): Spawned {
  const windows = process.platform === "win32";
  const listen = windows
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
  const program = join(programs.bin, "postgres");
  const [command, commandArgs] = windows
    ? [program, args]
    : ["/bin/sh", ["-c", guarded, "luohu-postgres", program, ...args]];
  const log = openLog(place);
  const before = fstatSync(log).size;
  const child = spawn(command, commandArgs, {
    ...place.user,
    cwd: place.home,
    env: postgresEnvironment(),
    detached: !windows,
    stdio: ["ignore", log, log, windows ? "ignore" : "pipe"],
  });
  closeSync(log);
  const guard = child.stdio[3] as Writable | null;
  guard?.on("error", () => undefined);
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const letGo = () => guard?.end("ended\n");
  void ended.then(letGo);
  return {
    pid: child.pid,
    ended,
    complaint() {
      const said = readFileSync(logFile(place)).subarray(before).toString();
      return said
        .split("\n")
        .findLast((line) => line.includes("FATAL:"))
        ?.replace(/^.*FATAL: */, "");
    },
    async stop() {
      // First, while PostgreSQL, whose child the shell is, still waits for its children.
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
