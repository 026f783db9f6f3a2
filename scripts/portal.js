// Builds the portal when what it is made of has changed since the last build.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { findNode24, noNode24Message } from "../bin/node24.js";
import { root, run, SetupError, step } from "./command.js";
import { withSetupLock } from "./setup-lock.js";

const output = join(root, "web", "dist");
const stamp = join(output, ".inputs");

/** Makes sure that web/dist is the portal built from the files that are here now. */
export async function ensurePortal() {
  if (isBuilt(hashInputs())) return;
  await withSetupLock(async () => {
    const inputs = hashInputs();
    if (isBuilt(inputs)) return;
    await step("Building the portal", () => build(inputs));
  });
}

/** @param {string} inputs */
function isBuilt(inputs) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === inputs;
}

/** @param {string} inputs */
async function build(inputs) {
  const node = findNode24();
  if (node === undefined) throw new SetupError(noNode24Message());
  // Built aside and moved in whole: a build that was cut short is never taken for the portal.
  const aside = `${output}.new`;
  const old = `${output}.old`;
  rmSync(aside, { recursive: true, force: true });
  rmSync(old, { recursive: true, force: true });
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const { code, output: said } = await run(
    node,
    [vite, "build", "--outDir", aside, "--emptyOutDir", "--logLevel", "warn"],
    { cwd: join(root, "web"), env: { ...process.env, NODE_ENV: "production" } },
  );
  if (code !== 0) throw new SetupError(`The portal did not build:\n${said.trim()}`);
  writeFileSync(join(aside, ".inputs"), inputs);
  if (existsSync(output)) renameSync(output, old);
  renameSync(aside, output);
  rmSync(old, { recursive: true, force: true });
}

/** One hash over the content of every file that the portal is built from. */
function hashInputs() {
  const hash = createHash("sha256");
  for (const file of listInputs()) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function listInputs() {
  // A contract takes along what it shows of its domain; the labels of the standards decide what the font has.
  const contracts = listFiles(join(root, "src")).filter(
    (file) =>
      file.endsWith("contract.ts") ||
      /[\\/]domain[\\/]/.test(file) ||
      file.startsWith(join(root, "src", "policy")),
  );
  return [
    ...listFiles(join(root, "web")),
    ...contracts,
    ...listFiles(join(root, "rulebooks")),
    ...listFiles(join(root, "standards")),
    join(root, "package-lock.json"),
    join(root, "tsconfig.json"),
  ].filter((file) => !/\.test\.tsx?$/.test(file));
}

/** @param {string} folder
 * @returns {string[]} */
function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== "node_modules" && !/^dist(\.|$)/.test(entry.name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listFiles(path);
      return entry.isFile() ? [path] : [];
    });
}
