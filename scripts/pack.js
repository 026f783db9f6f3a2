// npm pack (prepack): the portal is built and the TypeScript compiled, because Node strips no
// types from a package that was installed.
import { cpSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
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
  // What lies beside the code and is read by it goes along.
  cpSync(join(root, "src"), join(output, "src"), {
    recursive: true,
    filter: (path) => statSync(path).isDirectory() || !path.endsWith(".ts"),
  });
}
