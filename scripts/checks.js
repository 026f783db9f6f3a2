// The checks that need no test runner: format, lint, types, unused code, layers.
import { join } from "node:path";
import { findNode24 } from "../bin/node24.js";
import { root, run } from "./command.js";

/** @typedef {{name: string, args: readonly string[]}} Check */

/** @type {readonly Check[]} */
const checks = [
  { name: "format", args: [tool("oxfmt/bin/oxfmt"), "--check", "."] },
  { name: "lint", args: [tool("oxlint/bin/oxlint"), "--deny-warnings"] },
  { name: "types", args: [tool("typescript/bin/tsc"), "--noEmit"] },
  { name: "types of web", args: [tool("typescript/bin/tsc"), "--noEmit", "-p", "web"] },
  { name: "types of test", args: [tool("typescript/bin/tsc"), "--noEmit", "-p", "test"] },
  { name: "unused code", args: [tool("knip/bin/knip.js")] },
  { name: "layers", args: [join(root, "scripts", "layers.ts")] },
];

/** @param {string} path */
function tool(path) {
  return join(root, "node_modules", path);
}

/** Runs the checks two at a time; prints each one's seconds, and what it says when it fails.
 * @returns {Promise<string[]>} the names of those that failed */
export async function runChecks() {
  const waiting = [...checks];
  /** @type {string[]} */
  const failed = [];
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (!(await runCheck(check))) failed.push(check.name);
    }
  };
  await Promise.all([work(), work()]);
  return failed;
}

/** @param {Check} check */
async function runCheck({ name, args }) {
  const started = Date.now();
  const { code, output } = await run(findNode24() ?? process.execPath, args);
  const verdict = code === 0 ? "ok" : "FAILED";
  console.log(`${name}: ${verdict}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (code !== 0) console.log(output.trim());
  return code === 0;
}
