// npm run faults: kill -9 under a load of acts, again and again, and then the register against what clerks were told.
import { join } from "node:path";
import { findNode24, noNode24Message } from "../bin/node24.js";
import { root, run, runScript, SetupError, stopOnSignals } from "./command.js";
import { ensureInstalled } from "./install.js";
import { ensurePortal } from "./portal.js";

await runScript(async () => {
  stopOnSignals();
  await ensureInstalled("all");
  await ensurePortal();
  const node = findNode24();
  if (node === undefined) throw new SetupError(noNode24Message());
  const main = join(root, "test", "faults", "main.ts");
  return (await run(node, [main, ...process.argv.slice(2)], { show: true })).code;
});
