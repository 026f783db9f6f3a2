// The server in a process of its own, as `luohu serve` runs it but for its rate limits: node serve.ts, told by
// DATABASE_URL (as luohu_app) and LUOHU_KEYS where its data are. Sends its address to the parent, and ends with it.
import { randomBytes } from "node:crypto";
import { startServer } from "../../src/api/server.ts";
import { registerOf, standardsFor } from "../../src/cli/open-register.ts";
import { cast } from "../../src/demo-data/index.ts";
import { builtInPackFolder, readPackFolder } from "../../src/platform/files/index.ts";
import { openDatabase } from "../../src/platform/postgres/index.ts";
import { isCaseFile, loadPack } from "../../src/policy/index.ts";
import { findPersonByIdNumber } from "../../src/register/index.ts";

const { DATABASE_URL: url = "", LUOHU_KEYS: keys = "" } = process.env;
const many = 100_000_000;

const database = openDatabase(url, { size: 20 });
const standards = standardsFor("demo");
const register = registerOf(
  { database, ownerUrl: "", keys, close: () => Promise.resolve() },
  standards,
);
const pack = readPack();
const started = await startServer({
  port: 0,
  pack,
  standards,
  register,
  // Nobody is asked: what departments said is there already.
  exchange: {
    database,
    pack,
    clock: () => new Date(),
    random: randomBytes,
    keys,
    members: () => [],
  },
  identity: {
    database,
    findPerson: (idNumber) => findPersonByIdNumber(register, idNumber),
    provider: { demo: cast },
  },
  rateLimits: { ordinary: many, record: many, search: many, "sign-in": many },
});
if (started.kind === "refused") throw new Error(`the server does not start: ${started.code}`);
process.send?.(started.url);
process.once("disconnect", () => process.exit());

function readPack() {
  const read = readPackFolder(builtInPackFolder);
  const loaded =
    read.kind === "read" && loadPack(read.files.filter(({ path }) => !isCaseFile(path)));
  if (loaded === false || !loaded.ok) throw new Error("the rulebooks cannot be read");
  return loaded.value;
}
