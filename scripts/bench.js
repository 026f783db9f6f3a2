// npm run bench:policy, bench:register, bench:casework: the benchmarks. The engine's peers have packages of their own in bench/.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findNode24, noNode24Message } from "../bin/node24.js";
import { root, run, runScript, SetupError, stopOnSignals } from "./command.js";
import { ensureInstalled } from "./install.js";

await runScript(async () => {
  const [name = "", ...args] = process.argv.slice(2);
  const main = join(root, "bench", name, "main.ts");
  if (name === "" || !existsSync(main)) {
    throw new SetupError(`There is no benchmark "${name}": it would be ${main}.`);
  }
  stopOnSignals();
  await ensureInstalled("run");
  if (name === "policy") await ensureInstalled("all", join(root, "bench"));
  const node = findNode24();
  if (node === undefined) throw new SetupError(noNode24Message());
  return (await run(node, [main, ...args], { show: true })).code;
});
