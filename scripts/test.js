// npm test: checks, the portal's build, then every test; the last line is read by machines.
//   npm test -- src/policy      only the tests of that folder, without the checks
//   npm run soak                the long runs (*.soak.test.ts)
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findNode24, noNode24Message } from "../bin/node24.js";
import { root, run, runScript, SetupError, stopOnSignals } from "./command.js";
import { runChecks } from "./checks.js";
import { ensureInstalled } from "./install.js";
import { ensurePortal } from "./portal.js";

const report = join(root, ".luohu", "vitest.json");

await runScript(async () => {
  stopOnSignals();
  const args = process.argv.slice(2);
  const soak = args[0] === "--soak";
  const filters = soak ? args.slice(1) : args;
  await ensureInstalled("all");
  const failedChecks = soak || filters.length > 0 ? [] : await runChecks();
  if (needsPortal(filters)) await ensurePortal();
  const started = Date.now();
  const code = await runVitest(filters, soak);
  console.log(`tests: ${((Date.now() - started) / 1000).toFixed(1)} s`);
  const { passed, failed, skipped } = readCounts();
  if (failedChecks.length > 0) console.log(`Checks that failed: ${failedChecks.join(", ")}`);
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  return code === 0 && failed === 0 && failedChecks.length === 0 ? 0 : 1;
});

/** Tests of a context need no built page, except those of the server that hands pages out.
 * @param {readonly string[]} filters */
function needsPortal(filters) {
  return filters.length === 0 || filters.some((each) => !/^src\/(?!api)/.test(each));
}

/** @param {readonly string[]} filters
 * @param {boolean} soak */
async function runVitest(filters, soak) {
  const node = findNode24();
  if (node === undefined) throw new SetupError(noNode24Message());
  mkdirSync(join(root, ".luohu"), { recursive: true });
  rmSync(report, { force: true });
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  // Nobody looks at the pictures of a whole run.
  const pictures = filters.length > 0 ? "1" : "0";
  const env = { PICTURES: pictures, ...process.env, ...(soak ? { SOAK: "1" } : {}) };
  return (await run(node, [vitest, "run", ...reporters, ...filters], { env, show: true })).code;
}

/** @typedef {{success: boolean, numPassedTests: number, numFailedTests: number,
 *   numPendingTests: number, numTodoTests: number,
 *   testResults: {status: string, assertionResults: {status: string}[]}[]}} VitestReport */

/** Counts the tests; a file that failed outside its tests, as in its set-up, counts as one. */
function readCounts() {
  /** @type {VitestReport} */
  let counts;
  try {
    counts = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    throw new SetupError("The test runner ended without a report: see what it printed above.");
  }
  const broken = counts.testResults.filter(
    ({ status, assertionResults: tests }) =>
      status === "failed" && !tests.some((each) => each.status === "failed"),
  );
  return {
    passed: counts.numPassedTests,
    failed: counts.numFailedTests + broken.length,
    skipped: counts.numPendingTests + counts.numTodoTests,
  };
}
