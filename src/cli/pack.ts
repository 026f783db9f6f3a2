import { fill, isCaseFile, loadPack, type Pack } from "../policy/index.ts";
import { builtInPackFolder, type PackText, readPackFolder } from "../platform/files/index.ts";
import type { Call } from "./command.ts";
import { packProblemLines } from "./problems.ts";

export type PackFiles = { readonly folder: string; readonly files: readonly PackText[] };

/** The rulebook folder named, or the one that comes with Luohu; undefined with the reason printed. */
export function readPackFiles(
  named: string | undefined,
  { io, texts }: Call,
): PackFiles | undefined {
  const folder = named ?? builtInPackFolder;
  const read = readPackFolder(folder);
  if (read.kind === "read") return { folder, files: read.files };
  const reasons = {
    missing: texts.packMissing,
    "not-a-folder": texts.packNotFolder,
    unreadable: texts.packUnreadable,
    empty: texts.packEmpty,
    "too-large": texts.packTooLarge,
  };
  io.err(`luohu: ${fill(reasons[read.kind], { folder })}\n`);
  return undefined;
}

/** Loads the pack a command works with; undefined with every problem printed. */
export function usePack(named: string | undefined, call: Call): Pack | undefined {
  const read = readPackFiles(named, call);
  if (read === undefined) return undefined;
  const loaded = loadPack(read.files.filter(({ path }) => !isCaseFile(path)));
  if (loaded.ok) return loaded.value;
  call.io.err(packProblemLines(loaded.problems, read.folder, call));
  return undefined;
}
