// The server as `npm start` runs it, with its made-up counties, on a database of the test file's own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { startServer } from "../src/api/server.ts";
import { makeDemo } from "../src/cli/demo.ts";
import { registerOf, standardsFor } from "../src/cli/open-register.ts";
import { cast } from "../src/demo-data/index.ts";
import { ensureKey } from "../src/platform/keys/index.ts";
import { type TestDatabase, useDatabase } from "../src/platform/postgres/testing/index.ts";
import { findPersonByIdNumber, type Register } from "../src/register/index.ts";
import { startDelivery } from "../src/exchange/index.ts";
import { type TestExchange, useExchange } from "./exchange.ts";
import { builtInPack } from "./pack.ts";

const many = 100_000;

export type RegisterServer = TestDatabase &
  TestExchange & {
    /** Ends in a slash. */
    readonly url: string;
    readonly register: Register;
    /** Every line that the server logged so far. */
    readonly log: readonly string[];
  };

/** Listens on a free port of the loopback address until the file's tests are done; anyone of the cast can sign in. */
export async function useRegisterServer(): Promise<RegisterServer> {
  const test = await useDatabase();
  const keys = mkdtempSync(join(tmpdir(), "luohu-keys-"));
  await ensureKey(keys, new Date().toISOString());
  const installation = { ...test, keys, close: () => Promise.resolve() };
  await makeDemo(installation);
  const standards = standardsFor("demo");
  const register = registerOf(installation, standards);
  const log: string[] = [];
  const { exchange, departments } = await useExchange(test.database);
  const started = await startServer({
    port: 0,
    pack: builtInPack(),
    standards,
    register,
    exchange,
    log: (line) => log.push(line),
    identity: {
      database: test.database,
      findPerson: (idNumber) => findPersonByIdNumber(register, idNumber),
      provider: { demo: cast },
    },
    rateLimits: { ordinary: many, record: many, search: many, "sign-in": many },
  });
  if (started.kind === "refused") throw new Error(`the server does not start: ${started.code}`);
  const delivery = startDelivery(exchange, { every: 100, log: (line) => log.push(line) });
  afterAll(async () => {
    await delivery.stop();
    await started.close();
    rmSync(keys, { recursive: true, force: true });
  });
  return { ...test, url: started.url, register, exchange, departments, log };
}
