import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { boundaryFiles, fill, isCaseFile, loadPack, runCases } from "../policy/index.ts";
import type { Command } from "./command.ts";
import { exit } from "./io.ts";
import { readPackFiles } from "./pack.ts";
import { oneLine, packProblemLines } from "./problems.ts";

/**
 * `luohu cases`: runs the cases beside the rules; one line a failure, the count last. With `--boundaries` it
 * first writes the boundary cases of the rules into the folder.
 */
export const cases: Command = {
  options: { boundaries: "flag" },
  operands: 1,
  run: (call) => {
    const { io, texts, operands, flags } = call;
    const read = readPackFiles(operands[0], call);
    if (read === undefined) return exit.badInput;
    const loaded = loadPack(read.files.filter(({ path }) => !isCaseFile(path)));
    if (!loaded.ok) {
      io.err(packProblemLines(loaded.problems, read.folder, call));
      return exit.badInput;
    }
    const written = flags.has("boundaries") ? boundaryFiles(loaded.value) : [];
    for (const { path, text } of written) {
      mkdirSync(dirname(join(read.folder, path)), { recursive: true });
      writeFileSync(join(read.folder, path), text);
    }
    const kept = read.files.filter(
      (file) => isCaseFile(file.path) && !written.some(({ path }) => path === file.path),
    );
    const { passed, failures } = runCases(loaded.value, [...kept, ...written]);
    for (const failure of failures) {
      const place = `${join(read.folder, failure.file)}:${failure.line}`;
      io.out(`${place} ${oneLine(failure.case)}: ${oneLine(failure.message)}\n`);
    }
    const counts = { count: passed + failures.length, failed: failures.length };
    io.out(`${fill(texts.casesCount, counts)}\n`);
    return failures.length === 0 ? exit.fine : exit.failed;
  },
};
