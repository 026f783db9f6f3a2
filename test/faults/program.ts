// The program as npm start runs it, in a process of its own and on a scratch folder, to be killed.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../../scripts/command.js";
import { dataOf } from "../../src/platform/postgres/server/place.ts";
import { isPostgresOn } from "../../src/platform/postgres/server/process.ts";
import { findFreePort, findProcesses } from "../checkout.ts";
import { bareEnvironment, type Ended, runToEnd } from "../npm.ts";

export type Program = {
  /** Ends in a slash, and is the same at every start. */
  readonly url: string;
  /** Starts it, as a person would again; settles when it says that it listens. */
  readonly start: () => Promise<void>;
  /** kill -9 of the server; settles when it is gone. */
  readonly kill: () => Promise<void>;
  /** Ends it in the ordinary way; gives the exit code. */
  readonly stop: () => Promise<number | null>;
  /** Runs another command on the same data; with a time in milliseconds, kill -9 ends it then. */
  readonly run: (command: string, killedAfter?: number) => Promise<Ended>;
  /** The folder of its PostgreSQL. */
  readonly postgres: string;
  /** PostgreSQL's first process; 0 where there is none. */
  readonly postmaster: () => number;
  /** The folder of the departments. */
  readonly departments: string;
  /** Their process, as it says itself; 0 where there never was one. */
  readonly departmentsProcess: () => number;
  /** What it said beside its log of requests. */
  readonly said: () => readonly string[];
  /** Kills what still runs of it, and removes the folder, for good; gives the command lines that an ordinary end left. */
  readonly remove: () => Promise<readonly string[]>;
};

const main = join(root, "src", "cli", "main.ts");
/** With it, kill -9 of us ends the program too, as it does in npm start. */
const follower = new URL("../../bin/follow-launcher.js", import.meta.url).href;

/** Lines that are kept of what it says. */
const mostLines = 1_000;

/** Makes the folder; nothing is started yet. */
export async function makeProgram(): Promise<Program> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "luohu-faults-")));
  // PostgreSQL may run as another user.
  chmodSync(folder, 0o755);
  const postgres = join(folder, "postgres");
  const departments = join(folder, "departments");
  const data = dataOf(join(postgres, "cluster"));
  const port = await findFreePort();
  const env = environmentFor(folder);
  const lines: string[] = [];
  let server: ChildProcess | undefined;
  let removed = false;

  const postmaster = (): number => {
    const file = join(data, "postmaster.pid");
    return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
  };

  /** Where the system tells. */
  const processes = () => (process.platform === "linux" ? findProcesses(folder) : []);

  async function ended(signal: NodeJS.Signals): Promise<number | null> {
    if (server === undefined) return 0;
    const { exitCode, signalCode } = server;
    if (exitCode === null && signalCode === null) {
      const exit = once(server, "exit");
      server.kill(signal);
      await exit;
    }
    return server.exitCode;
  }

  const departmentsProcess = (): number => {
    const file = join(departments, "running");
    return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[1]) : 0;
  };

  return {
    url: `http://127.0.0.1:${port}/`,
    postgres,
    postmaster,
    departments,
    departmentsProcess,
    said: () => lines,
    async start() {
      if (removed) throw new Error("its folder is gone");
      const child = spawn(process.execPath, [main, "serve", "--port", port], {
        cwd: root,
        env: { ...env, NODE_OPTIONS: `--import=${follower}` },
        stdio: ["ignore", "pipe", "pipe", "ipc"],
      });
      server = child;
      createInterface({ input: child.stderr ?? process.stdin }).on("line", (line) => {
        if (!isRequest(line) && lines.length < mostLines) lines.push(line);
      });
      const listens = child.stdout && once(createInterface({ input: child.stdout }), "line");
      const said = await Promise.race([listens, once(child, "exit").then(() => undefined)]);
      if (said === undefined) throw new Error(`it does not start: ${lines.slice(-5).join("\n")}`);
    },
    kill: async () => void (await ended("SIGKILL")),
    stop: () => ended("SIGTERM"),
    run: (command, killedAfter = 0) =>
      runToEnd(process.execPath, [main, command], {
        cwd: root,
        env,
        timeout: killedAfter,
        killSignal: "SIGKILL",
      }),
    async remove() {
      removed = true;
      const left = processes();
      await ended("SIGKILL");
      const last = postmaster();
      if (last > 0 && isPostgresOn(last, data)) killNow(last);
      for (let tries = 0; tries < 100 && processes().length > 0; tries++) {
        for (const { pid } of processes()) killNow(pid);
        await sleep(20);
      }
      const moved = join(postgres, "moved-to");
      if (existsSync(moved)) rmSync(readFileSync(moved, "utf8").trim(), { recursive: true });
      rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
      return left.map(({ command }) => command);
    },
  };
}

/** What a person's shell has, without what names another place for data. */
function environmentFor(folder: string): Record<string, string> {
  const entries = Object.entries(bareEnvironment({ LUOHU_DATA: folder }));
  const kept = entries.filter(([name]) => !/^(DATABASE_.*|LUOHU_(?!DATA).*|PORT)$/.test(name));
  return { ...Object.fromEntries(kept), LUOHU_RECORDS_PER_MINUTE: "100000" };
}

/** A request that was answered, rather than something that happened. */
const isRequest = (line: string): boolean => line.startsWith('{"method":');

export function killNow(pid: number): void {
  // 0 would be ourselves, and all that we started.
  if (pid <= 0) return;
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has just ended.
  }
}
