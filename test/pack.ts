import { builtInPackFolder, readPackFolder } from "../src/platform/files/index.ts";
import { isCaseFile, loadPack, type Pack } from "../src/policy/index.ts";

/** The rulebooks that come with Luohu. */
export function builtInPack(): Pack {
  const read = readPackFolder(builtInPackFolder);
  if (read.kind !== "read") throw new Error(read.kind);
  const loaded = loadPack(read.files.filter(({ path }) => !isCaseFile(path)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}
