import { once } from "node:events";
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startDepartments } from "../api/departments.ts";
import { openDepartments } from "../departments/index.ts";
import { fill } from "../policy/index.ts";
import type { Command } from "./command.ts";
import { exit } from "./io.ts";
import { dataFolder } from "./installation.ts";
import { membersIn, membersFile } from "./members.ts";
import { oneLine } from "./problems.ts";
import { usePack } from "./pack.ts";

/** `luohu departments`: the sandbox departments until a signal; prints their address on one line. */
export const departments: Command = {
  options: { port: "value", pack: "value" },
  operands: 0,
  run: async (call) => {
    const { io, texts, values } = call;
    const port = Number(values.get("port") ?? 0);
    const pack = usePack(values.get("pack"), call);
    if (pack === undefined) return exit.badInput;
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      io.err(`luohu: ${fill(texts.portInvalid, { value: JSON.stringify(values.get("port")) })}\n`);
      return exit.badInput;
    }
    const folder = join(dataFolder(io.env), "departments");
    const stop = stopped();
    const other = await findRunning(folder);
    if (other !== undefined) {
      // One journal has one writer: this process takes over when the other one ends.
      io.out(`${other}\n`);
      const waiting = new AbortController();
      await Promise.race([stop, untilGone(other, waiting.signal)]);
      waiting.abort();
      return exit.fine;
    }
    try {
      const opened = await openDepartments({
        pack,
        folder,
        members: () => membersIn(join(folder, membersFile)),
        now: () => new Date(),
        uuid: randomUUID,
        nonce: () => randomBytes(16).toString("base64url"),
      });
      const { url, close } = await startDepartments(opened, {
        port,
        log: (line) => io.err(`${line}\n`),
      });
      writeFileSync(join(folder, runningFile), `${url}\n${process.pid}\n`, { mode: 0o600 });
      io.out(`${url}\n`);
      await stop;
      await close();
      return exit.fine;
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      io.err(`luohu: ${fill(texts.noDepartments, { reason: oneLine(error.message) })}\n`);
      return exit.badInput;
    }
  },
};

/** Where the departments of a folder are, while they run. */
const runningFile = "running";

/** Milliseconds that one who answers no more may take to end. */
const farewell = 5_000;

async function findRunning(folder: string): Promise<string | undefined> {
  const path = join(folder, runningFile);
  const [url = "", pid = ""] = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  if (url === "") return undefined;
  const began = performance.now();
  for (;;) {
    if (await answers(url)) return url;
    // One that is ending still holds the journals: two writers would break the chain.
    if (!isAlive(Number(pid)) || performance.now() - began > farewell) return undefined;
    await sleep(20);
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function untilGone(url: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await answers(url))) {
    await sleep(1_000, undefined, { signal }).catch(() => undefined);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}directory.json`, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}

/** Settles at a signal, or when whoever started it as a child is gone. */
async function stopped(): Promise<void> {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const ends = signals.map((signal) => once(process, signal));
  if (process.channel) ends.push(once(process, "disconnect"));
  await Promise.race(ends);
  // An open channel would keep this process.
  if (process.connected) process.disconnect();
}
