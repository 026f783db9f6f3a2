// Runs the commands that setting up is made of: quiet when quick, and gone when we are told to stop.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

/** The checkout's folder. */
export const root = fileURLToPath(new URL("../", import.meta.url));

/** An expected failure: its message is all a person needs. */
export class SetupError extends Error {}

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/** @type {(() => void)[]} */
const cleanups = [];

/** Registers what must be undone when a signal stops us half way.
 * @param {() => void} undo
 * @returns {() => void} undoes it now, once */
export function onStop(undo) {
  const once = () => {
    const at = cleanups.indexOf(once);
    if (at === -1) return;
    cleanups.splice(at, 1);
    undo();
  };
  cleanups.push(once);
  return once;
}

/** Makes SIGINT, SIGTERM and SIGHUP end every command we started, then us.
 * @returns {() => void} takes the handlers off again */
export function stopOnSignals() {
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => void stopEverything(signal);
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}

/** Ends this process in the ordinary way when the npm that runs it is gone: a signal sent to npm
 * alone may end npm and its shell, and reach nobody else. */
function endWithNpm() {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) process.kill(process.pid, "SIGTERM");
  }, 500).unref();
}

/** @param {NodeJS.Signals} signal */
async function stopEverything(signal) {
  for (const child of running) killGroup(child, "SIGTERM");
  const deadline = Date.now() + 5_000;
  while (running.size > 0 && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  for (const child of running) killGroup(child, "SIGKILL");
  for (const undo of cleanups.toReversed()) undo();
  process.exit(128 + constants.signals[signal]);
}

/** Ends a command and all it started: each runs as the head of a process group of its own.
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal */
function killGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended in the meantime.
  }
}

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [show] print what the command prints, as it comes
 * @property {boolean} [shell]
 */

const preload = new URL("./end-with-parent.js", import.meta.url).href;

/** Runs a command to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<{code: number, output: string}>} */
export function run(
  command,
  args,
  { cwd = root, env = process.env, show = false, shell = false } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...env, NODE_OPTIONS: `${env["NODE_OPTIONS"] ?? ""} --import=${preload}`.trim() },
      shell,
      stdio: show ? ["inherit", "inherit", "inherit", "ipc"] : ["ignore", "pipe", "pipe", "ipc"],
      detached: process.platform !== "win32",
    });
    running.add(child);
    /** @type {Buffer[]} */
    const output = [];
    child.stdout?.on("data", (chunk) => output.push(chunk));
    child.stderr?.on("data", (chunk) => output.push(chunk));
    child.once("error", (error) => {
      running.delete(child);
      reject(error);
    });
    child.once("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output: Buffer.concat(output).toString("utf8") });
    });
  });
}

/** Does one step of setting up, naming it when it takes more than a second - on stderr, because
 * stdout is for what was asked for: an address, or the list of what npm packed.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} */
export async function step(name, work) {
  const started = Date.now();
  const timer = setTimeout(() => console.error(`${name} ...`), 1_000);
  try {
    const result = await work();
    const seconds = (Date.now() - started) / 1000;
    if (seconds >= 1) console.error(`${name}: done in ${seconds.toFixed(1)} s`);
    return result;
  } finally {
    clearTimeout(timer);
  }
}

/** Runs a script's main function: an expected failure prints one line, a bug prints its stack.
 * @param {() => Promise<number>} main */
export async function runScript(main) {
  endWithNpm();
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(isExpected(error) ? error.message : error);
    process.exitCode = 1;
  }
}

/** @param {unknown} error
 * @returns {error is Error} */
function isExpected(error) {
  const code = /** @type {NodeJS.ErrnoException} */ (error).code;
  return (
    error instanceof SetupError ||
    (error instanceof Error && ["EACCES", "EPERM", "EROFS", "ENOSPC"].includes(code ?? ""))
  );
}
