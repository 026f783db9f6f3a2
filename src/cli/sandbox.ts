// The sandbox departments as a process of their own beside a demo: started with it, started again when it dies.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Member } from "../exchange/index.ts";
import { membersFile, readMembers, writeMembers } from "./members.ts";

export type Sandbox = {
  /** Undefined while it is not up. */
  readonly members: () => readonly Member[] | undefined;
  readonly stop: () => Promise<void>;
};

export type SandboxOptions = {
  /** Where the installation keeps its data. */
  readonly data: string;
  /** Who may ask. */
  readonly askers: readonly Member[];
  readonly env: NodeJS.ProcessEnv;
  /** One line for whoever runs the server. */
  readonly log: (line: string) => void;
};

/** Milliseconds before it is started again; longer each time it dies young. */
const pauses = [200, 1_000, 5_000, 30_000] as const;
const grownUp = 60_000;

/** Milliseconds that it has to end by itself. */
const farewell = 500;

const main = join(import.meta.dirname, `main${extname(import.meta.filename)}`);

/** Starts the departments and keeps them up until it is stopped. They end with this process, however it ends. */
export function startSandbox({ data, askers, env, log }: SandboxOptions): Sandbox {
  let members: readonly Member[] | undefined;
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let deaths = 0;
  const file = join(data, "departments", membersFile);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeMembers(file, askers);

  function start(): void {
    const born = performance.now();
    // The channel tells it when we are gone.
    const started = spawn(process.execPath, [main, "departments"], {
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: { ...env, LUOHU_DATA: data },
    });
    child = started;
    const { stdout, stderr } = started;
    if (stdout) createInterface(stdout).once("line", (url) => void learn(started, url));
    if (stderr) createInterface(stderr).on("line", (line) => log(`departments: ${line}`));
    started.once("error", (error) => log(`departments: ${error.message}`));
    started.once("close", () => {
      members = undefined;
      child = undefined;
      if (stopped) return;
      deaths = performance.now() - born > grownUp ? 0 : deaths + 1;
      timer = setTimeout(start, pauses[Math.min(deaths, pauses.length) - 1] ?? pauses[0]);
      timer.unref();
    });
  }

  async function learn(from: ChildProcess, url: string): Promise<void> {
    try {
      const found = readMembers(await (await fetch(`${url}directory.json`)).text());
      if (child === from) members = found;
    } catch (error) {
      log(`departments: ${error instanceof Error ? error.message : String(error)}`);
      // Nobody could ever be asked: another is started in its place.
      from.kill("SIGKILL");
    }
  }

  start();
  return {
    members: () => members,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      if (child === undefined) return;
      const ended = once(child, "close");
      child.kill("SIGTERM");
      const late = setTimeout(() => child?.kill("SIGKILL"), farewell);
      await ended;
      clearTimeout(late);
    },
  };
}
