// npm pack (prepack): the portal is built and the TypeScript compiled, because Node strips no
// types from a package that was installed.
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { findNode24 } from "../bin/node24.js";
import { root, run, runScript, SetupError, step, stopOnSignals } from "./command.js";
import { ensureInstalled } from "./install.js";
import { ensurePortal } from "./portal.js";

await runScript(async () => {
  stopOnSignals();
  await ensureInstalled("all");
  await ensurePortal();
  await step("Compiling", compile);
  return 0;
});

async function compile() {
  const output = join(root, "dist");
  rmSync(output, { recursive: true, force: true });
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const { code, output: said } = await run(findNode24() ?? process.execPath, [
    tsc,
    "-p",
    "tsconfig.build.json",
  ]);
  if (code !== 0) throw new SetupError(`TypeScript did not compile:\n${said.trim()}`);
  copyAssets(output);
}

/** What lies beside the code and is read by it goes along.
 * @param {string} output */
function copyAssets(output) {
  for (const entry of readdirSync(join(root, "src"), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || entry.name.endsWith(".ts")) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join(output, relative(root, from));
    if (existsSync(to)) {
      throw new SetupError(
        `${from} would overwrite what the .ts file beside it compiles to: rename it.`,
      );
    }
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
}
