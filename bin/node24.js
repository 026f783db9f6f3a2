// Which Node runs Luohu, and how a launcher hands over to it.
// Plain JavaScript for Node 18 and later: it runs before anything of ours is installed.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = 24;
const follower = new URL("./follow-launcher.js", import.meta.url).href;

/** The bundled Node 24 of this platform, else the running Node when it is new enough.
 * @returns {string | undefined} */
export function findNode24() {
  const bundled = findBundledNode();
  if (bundled !== undefined) return bundled;
  return Number.parseInt(process.versions.node, 10) >= NEEDED ? process.execPath : undefined;
}

/** What to tell a person when `findNode24` found none. */
export function noNode24Message() {
  return (
    `Luohu needs Node ${NEEDED} or newer, and npm installed none for ${process.platform}-${process.arch}. ` +
    `Run "npm ci" again, or install Node ${NEEDED} (this is ${process.version}).`
  );
}

/** @returns {string | undefined} */
function findBundledNode() {
  const os = process.platform === "win32" ? "win" : process.platform;
  try {
    const manifest = createRequire(import.meta.url).resolve(
      `node-${os}-${process.arch}/package.json`,
    );
    const binary = join(dirname(manifest), "bin", os === "win" ? "node.exe" : "node");
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/** Runs a script on Node 24 as if it were this process: same stdio, signals passed on, same end.
 * If this process dies without a word (kill -9), the script is ended too.
 * @param {string} node
 * @param {string | URL} script
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code */
export function runAsThisProcess(node, script, args) {
  const file = typeof script === "string" ? script : fileURLToPath(script);
  const { NODE_OPTIONS: options = "" } = process.env;
  const child = spawn(node, [file, ...args], {
    env: { ...process.env, NODE_OPTIONS: `${options} --import=${follower}`.trim() },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    // Ctrl-C in a terminal reaches the child as well; a second SIGINT would cut its farewell short.
    const patience = signal === "SIGINT" && process.stdin.isTTY ? 1_000 : 0;
    process.on(signal, () => setTimeout(() => child.kill(signal), patience).unref());
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
    });
  });
}
