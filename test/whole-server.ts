// The application with every route that `luohu serve` has, listening nowhere, over a test's own empty database.
import { mkdtempSync, rmSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { buildServer } from "../src/api/server.ts";
import { registerOf, standardsFor } from "../src/cli/open-register.ts";
import { ensureKey } from "../src/platform/keys/index.ts";
import type { TestDatabase } from "../src/platform/postgres/testing/index.ts";
import { findPersonByIdNumber } from "../src/register/index.ts";
import { builtInPack } from "./pack.ts";

const many = 1_000_000;

/** Requests are not limited. Closing it removes its keys. */
export async function buildWholeServer(test: TestDatabase): Promise<FastifyInstance> {
  const { database } = test;
  const keys = mkdtempSync(join(tmpdir(), "luohu-keys-"));
  await ensureKey(keys, new Date().toISOString());
  const standards = standardsFor("demo");
  const register = registerOf({ ...test, keys, close: () => Promise.resolve() }, standards);
  const pack = builtInPack();
  const clock = () => new Date();
  const exchange = { database, pack, clock, random: randomBytes, keys, members: () => [] };
  const app = await buildServer({
    pack,
    standards,
    register,
    exchange,
    identity: { database, findPerson: (idNumber) => findPersonByIdNumber(register, idNumber) },
    rateLimits: { ordinary: many, record: many, search: many, "sign-in": many },
  });
  app.addHook("onClose", () => rmSync(keys, { recursive: true, force: true }));
  return app;
}
