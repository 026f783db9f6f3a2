import { randomBytes } from "node:crypto";
import type { Exchange } from "../../src/exchange/index.ts";
import { builtInPackFolder, readPackFolder } from "../../src/platform/files/index.ts";
import type { Database } from "../../src/platform/postgres/index.ts";
import { isCaseFile, loadPack, type Pack } from "../../src/policy/index.ts";

/** The rulebooks of the package. */
export function readPack(): Pack {
  const read = readPackFolder(builtInPackFolder);
  const loaded =
    read.kind === "read" && loadPack(read.files.filter(({ path }) => !isCaseFile(path)));
  if (loaded === false || !loaded.ok) throw new Error("the rulebooks cannot be read");
  return loaded.value;
}

/** An exchange without departments: what they said is there already, and nobody is asked. */
export const exchangeOf = (database: Database, pack: Pack, keys: string): Exchange => ({
  database,
  pack,
  clock: () => new Date(),
  random: randomBytes,
  keys,
  members: () => [],
});
