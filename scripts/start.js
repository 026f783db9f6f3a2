// npm start: from a bare clone to a running Luohu, doing only what is not done yet.
import { findNode24, noNode24Message, runAsThisProcess } from "../bin/node24.js";
import { runScript, SetupError, stopOnSignals } from "./command.js";
import { ensureInstalled } from "./install.js";
import { ensurePortal } from "./portal.js";

await runScript(async () => {
  const letGo = stopOnSignals();
  await ensureInstalled("run");
  await ensurePortal();
  const node = findNode24();
  if (node === undefined) throw new SetupError(noNode24Message());
  letGo();
  const main = new URL("../src/cli/main.ts", import.meta.url);
  return runAsThisProcess(node, main, ["serve", ...process.argv.slice(2)]);
});
