import { join } from "node:path";
import { fill, isCaseFile, loadPack, runCases } from "../policy/index.ts";
import type { Command } from "./command.ts";
import { exit } from "./io.ts";
import { readPackFiles } from "./pack.ts";
import { oneLine, packProblemLines } from "./problems.ts";

/** `luohu cases`: runs the cases beside the rules; one line a failure, the count last. */
export const cases: Command = {
  options: {},
  operands: 1,
  run: (call) => {
    const { io, texts, operands } = call;
    const read = readPackFiles(operands[0], call);
    if (read === undefined) return exit.badInput;
    const loaded = loadPack(read.files.filter(({ path }) => !isCaseFile(path)));
    if (!loaded.ok) {
      io.err(packProblemLines(loaded.problems, read.folder, call));
      return exit.badInput;
    }
    const { passed, failures } = runCases(
      loaded.value,
      read.files.filter(({ path }) => isCaseFile(path)),
    );
    for (const failure of failures) {
      const place = `${join(read.folder, failure.file)}:${failure.line}`;
      io.out(`${place} ${oneLine(failure.case)}: ${oneLine(failure.message)}\n`);
    }
    const counts = { count: passed + failures.length, failed: failures.length };
    io.out(`${fill(texts.casesCount, counts)}\n`);
    return failures.length === 0 ? exit.fine : exit.failed;
  },
};
