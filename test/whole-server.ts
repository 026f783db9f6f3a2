// The whole application over a test's own database, with every route that `luohu serve` has.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { buildServer } from "../src/api/server.ts";
import { madeUpDivisions } from "../src/demo-data/index.ts";
import { builtInPackFolder, readPackFolder } from "../src/platform/files/index.ts";
import { ensureKey } from "../src/platform/keys/index.ts";
import type { TestDatabase } from "../src/platform/postgres/testing/index.ts";
import { isCaseFile, loadPack } from "../src/policy/index.ts";
import { findPersonByIdNumber, openRegister } from "../src/register/index.ts";
import { loadStandards, registerTables, soundOf } from "../src/standards/index.ts";

const many = 1_000_000;

/** Built, and listening nowhere; requests are not limited. */
export async function buildWholeServer({ database }: TestDatabase): Promise<FastifyInstance> {
  const read = readPackFolder(builtInPackFolder);
  if (read.kind !== "read") throw new Error(read.kind);
  const loaded = loadPack(read.files.filter(({ path }) => !isCaseFile(path)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const keys = mkdtempSync(join(tmpdir(), "luohu-keys-"));
  await ensureKey(keys, new Date().toISOString());
  const standards = loadStandards(madeUpDivisions);
  const register = openRegister({
    database,
    clock: () => new Date(),
    random: randomBytes,
    soundOf,
    tables: registerTables(standards),
    keys,
  });
  const app = await buildServer({
    pack: loaded.value,
    standards,
    register,
    identity: { database, findPerson: (idNumber) => findPersonByIdNumber(register, idNumber) },
    rateLimits: { ordinary: many, search: many, "sign-in": many },
  });
  app.addHook("onClose", () => rmSync(keys, { recursive: true, force: true }));
  return app;
}
