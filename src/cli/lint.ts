import { fill, lintPack } from "../policy/index.ts";
import type { Command } from "./command.ts";
import { describeFinding } from "./finding-text.ts";
import { exit } from "./io.ts";
import { usePack } from "./pack.ts";

/** `luohu lint`: what a lawmaker should look at again, one finding a paragraph, the count last; or as JSON. */
export const lint: Command = {
  options: { json: "flag" },
  operands: 1,
  run: (call) => {
    const { io, texts, operands, flags } = call;
    const pack = usePack(operands[0], call);
    if (pack === undefined) return exit.badInput;
    const findings = lintPack(pack);
    if (flags.has("json")) io.out(`${JSON.stringify(findings, null, 2)}\n`);
    else {
      for (const finding of findings) io.out(`${describeFinding(finding, call)}\n`);
      io.out(`${fill(texts.findings, { count: findings.length })}\n`);
    }
    return exit.fine;
  },
};
