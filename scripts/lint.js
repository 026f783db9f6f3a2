// npm run lint: every check that needs no test runner.
import { runScript, stopOnSignals } from "./command.js";
import { runChecks } from "./checks.js";
import { ensureInstalled } from "./install.js";

await runScript(async () => {
  stopOnSignals();
  await ensureInstalled("all");
  return (await runChecks()).length === 0 ? 0 : 1;
});
