// The server in a process of its own, as `luohu serve` runs it but for its rate limits: node serve.ts, told by
// DATABASE_URL (as luohu_app) and LUOHU_KEYS where its data are. Sends its address to the parent, and ends with it.
import { startServer } from "../../src/api/server.ts";
import { registerOf, standardsFor } from "../../src/cli/open-register.ts";
import { cast } from "../../src/demo-data/index.ts";
import { openDatabase } from "../../src/platform/postgres/index.ts";
import { findPersonByIdNumber } from "../../src/register/index.ts";
import { exchangeOf, readPack } from "./exchange.ts";

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
  exchange: exchangeOf(database, pack, keys),
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
