// PostgreSQL's first process: what it writes about itself, starting one and ending one.
import { spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { dataOf, environmentOf } from "./cluster.ts";
import type { Place } from "./place.ts";
import type { Programs } from "./programs.ts";

export type Postmaster = { readonly pid: number; readonly ready: boolean };

/** What postmaster.pid says: its first line is the process, its eighth the state. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(pidFile(cluster), "utf8").split("\n");
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, ready: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

export const pidFile = (cluster: string): string => join(dataOf(cluster), "postmaster.pid");

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: alive, and another user's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether the process is PostgreSQL on this data, and not another that has got its number since. */
export function isPostgresOf(pid: number, cluster: string): boolean {
  const data = realpathSync(dataOf(cluster));
  if (process.platform === "linux") {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === data;
    } catch {
      return false;
    }
  }
  const told = spawnSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  return told.error !== undefined || told.stdout.includes(dataOf(cluster));
}

// Becomes PostgreSQL itself. Beside it stays a shell that hears our end of a pipe: it closes
// when we are killed outright, and then PostgreSQL is asked to end too. A line tells it that
// PostgreSQL has ended already and its process number may be another's.
const guarded = `(if ! read -r _ <&3; then kill -INT $$; fi) >/dev/null 2>&1 &
exec "$@" 3<&-`;

export type Spawned = {
  readonly pid: number | undefined;
  /** Says how it ended. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
};

export type SpawnOptions = {
  readonly place: Place;
  readonly programs: Programs;
  readonly settings: Readonly<Record<string, string>>;
  readonly port: number;
};

/** Starts PostgreSQL in a session of its own, so that Ctrl-C in our terminal does not reach it. */
export function spawnPostmaster({ place, programs, settings, port }: SpawnOptions): Spawned {
  const windows = process.platform === "win32";
  const listen = windows
    ? { listen_addresses: "127.0.0.1" }
    : { listen_addresses: "", unix_socket_directories: place.socket };
  const args = [
    "-D",
    dataOf(place.cluster),
    "-p",
    String(port),
    ...Object.entries({ ...settings, ...listen }).flatMap(([name, value]) => [
      "-c",
      `${name}=${value}`,
    ]),
  ];
  const program = join(programs.bin, "postgres");
  const log = openSync(logFile(place), "a", 0o600);
  const [command, commandArgs] = windows
    ? [program, args]
    : ["/bin/sh", ["-c", guarded, "luohu-postgres", program, ...args]];
  const child = spawn(command, commandArgs, {
    ...place.user,
    cwd: place.home,
    env: environmentOf(programs),
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
    async stop() {
      // First, while PostgreSQL, whose child the shell is, still waits for its children.
      letGo();
      if (child.pid !== undefined) await endPostmaster(child.pid);
      await ended;
    },
  };
}

export const logFile = (place: Place): string => join(place.home, "server.log");

/** A fast shutdown: sessions are ended, everything is written; the hard way if that takes long. */
export async function endPostmaster(pid: number): Promise<void> {
  for (let waited = 0; isAlive(pid); waited += 20) {
    if (waited === 0) kill(pid, "SIGINT");
    if (waited === patience) kill(pid, "SIGQUIT");
    await sleep(20);
  }
}

const patience = 30_000;

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already.
  }
}
