// The whole application over a test's own database, with every route that `luohu serve` has.
import type { FastifyInstance } from "fastify";
import { buildServer } from "../src/api/server.ts";
import { builtInPackFolder, readPackFolder } from "../src/platform/files/index.ts";
import type { TestDatabase } from "../src/platform/postgres/testing/index.ts";
import { isCaseFile, loadPack } from "../src/policy/index.ts";

const many = 1_000_000;

/** Built, and listening nowhere; requests are not limited. */
export async function buildWholeServer({ database }: TestDatabase): Promise<FastifyInstance> {
  const read = readPackFolder(builtInPackFolder);
  if (read.kind !== "read") throw new Error(read.kind);
  const loaded = loadPack(read.files.filter(({ path }) => !isCaseFile(path)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return buildServer({
    pack: loaded.value,
    identity: { database, findPerson: async () => undefined },
    rateLimits: { ordinary: many, search: many, "sign-in": many },
  });
}
