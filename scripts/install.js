// Installs what is missing, and touches nothing that is there: a server may be running from it.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run, SetupError, step } from "./command.js";
import { withSetupLock } from "./setup-lock.js";

/** `run`: what running needs (no test or lint tools). `all`: everything.
 * @typedef {"run" | "all"} Scope */

/** @typedef {{version?: string, link?: boolean, dev?: boolean, optional?: boolean,
 *   os?: string[], cpu?: string[], libc?: string[]}} LockedPackage */

/** @typedef {Record<string, LockedPackage>} LockedPackages */

/** The C library that prebuilt binaries must suit; only Linux has two. */
const libc = existsSync(`/lib/ld-musl-${process.arch === "arm64" ? "aarch64" : "x86_64"}.so.1`)
  ? "musl"
  : "glibc";

/** Makes sure that a folder's packages are installed as its lock file says.
 * @param {Scope} scope
 * @param {string} [folder] */
export async function ensureInstalled(scope, folder = root) {
  if (findState(folder, scope).kind === "complete") return;
  await withSetupLock(async () => {
    // Another process may have installed while this one waited.
    const state = findState(folder, scope);
    if (state.kind === "complete") return;
    await step(state.kind === "unusable" ? "Installing packages" : "Adding packages", () =>
      install(folder, scope, state.kind),
    );
    const after = findState(folder, scope);
    if (after.kind === "complete") return;
    const missing = after.kind === "incomplete" ? `: ${after.missing.slice(0, 5).join(", ")}` : "";
    throw new SetupError(
      `npm left packages out${missing}. Remove node_modules in ${folder} and run again.`,
    );
  });
}

/** @typedef {{kind: "complete"} | {kind: "unusable"} | {kind: "incomplete", missing: string[]}} State */

/** What is installed, measured against the lock file.
 * npm writes node_modules/.package-lock.json when an install is done, so a first install that was
 * cut short has none; the marker tells of a later one that was.
 * @param {string} folder
 * @param {Scope} scope
 * @returns {State} */
function findState(folder, scope) {
  if (existsSync(markerOf(folder))) return { kind: "unusable" };
  const wanted = readPackages(join(folder, "package-lock.json"));
  if (wanted === undefined) {
    throw new SetupError(
      `${join(folder, "package-lock.json")} is missing or broken: restore it from git.`,
    );
  }
  const installed = readPackages(join(folder, "node_modules", ".package-lock.json"));
  if (installed === undefined) return { kind: "unusable" };
  const missing = Object.entries(wanted)
    .filter(([path, entry]) => isNeeded(path, entry, scope))
    .filter(
      ([path, entry]) =>
        installed[path]?.version !== entry.version ||
        !existsSync(join(folder, path, "package.json")),
    )
    .map(([path]) => path.replace("node_modules/", ""));
  return missing.length === 0 ? { kind: "complete" } : { kind: "incomplete", missing };
}

/** @param {string} folder */
function markerOf(folder) {
  return join(folder, "node_modules", ".luohu-installing");
}

/** @param {string} file
 * @returns {LockedPackages | undefined} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** @param {string} path
 * @param {LockedPackage} entry
 * @param {Scope} scope */
function isNeeded(path, entry, scope) {
  if (!path.startsWith("node_modules/")) return false;
  if (entry.dev === true && scope === "run") return false;
  if (entry.optional !== true) return true;
  // Of the optional ones, those that name this platform are binaries we cannot do without;
  // the rest may belong to another platform's.
  return (
    entry.os !== undefined &&
    fits(entry.os, process.platform) &&
    fits(entry.cpu, process.arch) &&
    fits(entry.libc, libc)
  );
}

/** @param {string[] | undefined} allowed
 * @param {string} value */
function fits(allowed, value) {
  return allowed === undefined || allowed.includes(value);
}

/** @param {string} folder
 * @param {Scope} scope
 * @param {"unusable" | "incomplete"} kind */
async function install(folder, scope, kind) {
  const marker = markerOf(folder);
  // Leaving out the test tools would remove those that are already there.
  const all = scope === "all" || (kind === "incomplete" && hasDevPackages(folder));
  const what = all ? "--include=dev" : "--omit=dev";
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline"];
  const how = kind === "unusable" ? ["ci"] : ["install", "--no-save"];
  if (kind === "incomplete") writeFileSync(marker, "");
  const { code, output } = await runNpm([...how, what, ...quiet], folder);
  if (code !== 0) {
    throw new SetupError(`npm ${how[0]} failed in ${folder}:\n${output.trim()}`);
  }
  rmSync(marker, { force: true });
}

/** @param {string} folder */
function hasDevPackages(folder) {
  const installed = readPackages(join(folder, "node_modules", ".package-lock.json")) ?? {};
  return Object.values(installed).some((entry) => entry.dev === true);
}

/** Runs the npm that runs us, on the Node that runs it - not on the bundled Node,
 * which `npm ci` removes under its own feet.
 * @param {readonly string[]} args
 * @param {string} cwd */
export function runNpm(args, cwd) {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  const options = { cwd, env: plainEnvironment() };
  if (cli?.endsWith("npm-cli.js") && node !== undefined) return run(node, [cli, ...args], options);
  return run("npm", args, { ...options, shell: process.platform === "win32" });
}

/** The environment without what an outer npm command or NODE_ENV says about which packages
 * to install: `npm start -w web` must not make the inner install a partial one. */
function plainEnvironment() {
  const about =
    /^(NODE_ENV|npm_config_(workspaces?|include_workspace_root|omit|include|only|production|dry_run|global|prefix|local_prefix))$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !about.test(name)));
}
