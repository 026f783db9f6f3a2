import { fill, isCaseFile, isCoverageFile, loadPack } from "../policy/index.ts";
import type { Command } from "./command.ts";
import { exit } from "./io.ts";
import { readPackFiles } from "./pack.ts";
import { packProblemLines } from "./problems.ts";

/** `luohu check`: every problem of a rulebook folder, one a line. */
export const check: Command = {
  options: {},
  operands: 1,
  run: (call) => {
    const { io, texts, operands } = call;
    const read = readPackFiles(operands[0], call);
    if (read === undefined) return exit.badInput;
    const files = read.files.filter(({ path }) => !isCaseFile(path) && !isCoverageFile(path));
    const loaded = loadPack(files);
    if (!loaded.ok) {
      io.out(packProblemLines(loaded.problems, read.folder, call));
      return exit.failed;
    }
    const { rules, vocabulary } = loaded.value;
    const counts = { rules: rules.length, facts: vocabulary.facts.length, files: files.length };
    io.out(`${fill(texts.checked, counts)}\n`);
    return exit.fine;
  },
};
