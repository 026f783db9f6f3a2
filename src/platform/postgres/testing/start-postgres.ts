// A process that starts PostgreSQL, for tests to kill: prints the owner's address, waits, and stops
// it when told "stop"; told "exit" it forgets to.
import { createInterface } from "node:readline";
import { startServer } from "../server/start.ts";

const [folder = ""] = process.argv.slice(2);
const server = await startServer({
  folder,
  settings: { fsync: "off" },
  log: (line) => process.stdout.write(`log: ${line}\n`),
}).catch((error: unknown) => {
  process.stdout.write(`failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
process.stdout.write(`up: ${server.ownerUrl}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  if (line === "stop") await server.stop();
  if (line === "exit") process.exit(0);
  break;
}
