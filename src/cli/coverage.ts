import { coverageOf, fill, loadPack } from "../policy/index.ts";
import type { Command } from "./command.ts";
import { describeCoverage } from "./coverage-text.ts";
import { exit } from "./io.ts";
import { readPackFiles } from "./pack.ts";
import { packProblemLines } from "./problems.ts";

/** `luohu coverage`: every sentence of the documents with what became of it; fails if one is unaccounted for. */
export const coverage: Command = {
  options: { json: "flag" },
  operands: 1,
  run: (call) => {
    const { io, texts, operands, flags } = call;
    const read = readPackFiles(operands[0], call);
    if (read === undefined) return exit.badInput;
    const loaded = loadPack(read.files);
    if (!loaded.ok) {
      io.err(packProblemLines(loaded.problems, read.folder, call));
      return exit.badInput;
    }
    const found = coverageOf(loaded.value, read.files);
    const { problems, totals } = found;
    if (flags.has("json")) io.out(`${JSON.stringify(found, null, 2)}\n`);
    else {
      io.out(describeCoverage(found, call));
      io.out(packProblemLines(problems, read.folder, call));
      io.out(`${fill(texts.coverageTotals, { ...totals, problems: problems.length })}\n`);
    }
    return problems.length === 0 ? exit.fine : exit.failed;
  },
};
