// A copy of the checkout, as git would give it to somebody else, and npm start in it.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
} from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { root } from "../scripts/command.js";
import { collect } from "./npm.ts";

/** Copies every file that git does not ignore: no node_modules, no build. */
export function copyCheckout(folder: string): void {
  const listed = execFileSync(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    { cwd: root, encoding: "utf8" },
  );
  for (const path of listed.split("\0")) {
    if (path === "" || !existsSync(join(root, path)) || lstatSync(join(root, path)).isDirectory()) {
      continue;
    }
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
}

export type StartOptions = {
  readonly cwd: string;
  readonly env: Record<string, string>;
  readonly args?: readonly string[];
  readonly uid?: number;
};

/** A Luohu that npm start started. */
export type Started = {
  readonly npm: ChildProcess;
  readonly said: () => string;
  /** The address it printed, or undefined when it ended without one. */
  readonly address: Promise<string | undefined>;
  readonly ended: Promise<number | null>;
};

/** Runs npm start in a process group of its own, as a person in a terminal would. */
export function npmStart({ cwd, env, args = ["start"], uid }: StartOptions): Started {
  const npm = spawn("npm", args, {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const [out, err] = [collect(npm, "stdout"), collect(npm, "stderr")];
  const ended = new Promise<number | null>((resolve) => npm.once("close", resolve));
  const address = new Promise<string | undefined>((resolve) => {
    npm.stdout.on("data", () => {
      const found = /http:\/\/\S+/.exec(out())?.[0];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => resolve(undefined));
  });
  return { npm, said: () => out() + err(), address, ended };
}

/** The processes that run from a folder: their number and command line. */
export function findProcesses(folder: string): readonly { pid: number; command: string }[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const command = readFileSync(join("/proc", name, "cmdline"), "utf8").replaceAll("\0", " ");
      const here =
        command.includes(folder) || readlinkSync(join("/proc", name, "cwd")).startsWith(folder);
      return here && command !== "" ? [{ pid: Number(name), command }] : [];
    } catch {
      return []; // It ended while we looked, or is not ours to see.
    }
  });
}

/** A port that nobody uses now. */
export async function findFreePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}
