// A folder with a PostgreSQL in it, for the tests of the supervisor: to start, to kill, to look at.
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { expect } from "vitest";
import { findProcesses } from "../../../../test/checkout.ts";
import { dataOf } from "../server/place.ts";
import { type RunningPostgres, startServer, type StartOptions } from "../server/start.ts";

/** A process of its own that starts PostgreSQL, to be killed. */
export type Starter = {
  readonly child: ChildProcess;
  /** The owner's address, once PostgreSQL is up. */
  readonly up: Promise<string>;
  readonly ended: Promise<number | null>;
  readonly lines: readonly string[];
  /** "stop" is the proper end; at "exit" it forgets to stop PostgreSQL. Gives the exit code. */
  tell(word: "stop" | "exit"): Promise<number | null>;
};

export type Box = {
  readonly base: string;
  readonly folder: string;
  readonly start: (log?: StartOptions["log"]) => Promise<RunningPostgres>;
  readonly startInProcess: (uid?: number) => Starter;
  /** What runs of PostgreSQL, and of the shell that guards it. */
  readonly processes: () => readonly { pid: number; command: string }[];
  readonly postmasters: () => readonly number[];
  /** What postmaster.pid names now; 0 when there is none. */
  readonly postmasterPid: () => number;
  readonly expectGone: () => Promise<void>;
};

/** Runs a test with a box whose PostgreSQL is at `path` below a fresh folder, open to others. */
export function inBox(work: (box: Box) => Promise<void>, path = "postgres"): () => Promise<void> {
  return async () => {
    const base = realpathSync(mkdtempSync(join(tmpdir(), "luohu-box-")));
    chmodSync(base, 0o755);
    const box = boxAt(base, join(base, path));
    try {
      await work(box);
    } finally {
      for (const { pid } of findProcesses(base)) kill(pid);
      const moved = join(box.folder, "moved-to");
      if (existsSync(moved)) rmSync(readFileSync(moved, "utf8").trim(), { recursive: true });
      rmSync(base, { recursive: true });
    }
  };
}

/** Processes are killed here, not machines, and forcing everything to the disk takes seconds. */
const unsafe = { fsync: "off" };

function boxAt(base: string, folder: string): Box {
  const processes = () =>
    findProcesses(base).filter(({ command }) => !command.includes(starterScript));
  return {
    base,
    folder,
    start: (log) =>
      startServer({ folder, settings: unsafe, ...(log === undefined ? {} : { log }) }),
    startInProcess: (uid) => startInProcess(folder, uid),
    processes,
    postmasters() {
      const found = processes().filter(({ command }) => /^\S*postgres -D/.test(command));
      const pids = found.map(({ pid }) => pid);
      // A child that has just begun still has its parent's name.
      return pids.filter((pid) => !pids.includes(parentOf(pid)));
    },
    postmasterPid() {
      const file = join(dataOf(join(folder, "cluster")), "postmaster.pid");
      return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
    },
    async expectGone() {
      for (let tries = 0; tries < 200 && findProcesses(base).length > 0; tries++) await sleep(50);
      expect(findProcesses(base)).toEqual([]);
    },
  };
}

function parentOf(pid: number): number {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1]);
  } catch {
    return 0;
  }
}

export const starterScript = fileURLToPath(import.meta.resolve("./start-postgres.ts"));

function startInProcess(folder: string, uid?: number): Starter {
  const child = spawn(process.execPath, [starterScript, folder], {
    cwd: "/",
    stdio: ["pipe", "pipe", "inherit"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const lines: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const up = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      lines.push(line);
      if (line.startsWith("up: ")) resolve(line.slice("up: ".length));
      if (line.startsWith("failed: ")) reject(new Error(line));
    });
  });
  up.catch(() => undefined);
  return {
    child,
    up,
    ended,
    lines,
    tell(word) {
      child.stdin.end(`${word}\n`);
      return ended;
    },
  };
}

export function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has just ended.
  }
}

/** One query on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Asks until it is answered. */
export async function waitForAnswer(url: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const answered = await query(url, "SELECT 1").then(
      () => true,
      () => false,
    );
    if (answered) return;
    await sleep(20);
  }
  throw new Error("PostgreSQL does not answer");
}

/** Usually a tenth of a second; TIMES=1 prints it. Seconds on a machine that does much else. */
export async function soon<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  const milliseconds = Math.round(performance.now() - began);
  if (process.env["TIMES"] === "1") process.stdout.write(`${what}: ${milliseconds} ms\n`);
  expect(milliseconds, what).toBeLessThan(10_000);
  return result;
}
