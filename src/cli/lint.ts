import {
  dependenciesOn,
  fill,
  lintPack,
  type Pack,
  type Problem,
  suggest,
} from "../policy/index.ts";
import type { Command } from "./command.ts";
import { describeFinding } from "./finding-text.ts";
import { exit } from "./io.ts";
import { usePack } from "./pack.ts";
import { dossierProblemLines } from "./problems.ts";

/**
 * `luohu lint`: what a lawmaker should look at again, one finding a paragraph, the count last; or as JSON.
 * With `--independent-of FACT`: where that fact makes a difference, and to whom.
 */
export const lint: Command = {
  options: { json: "flag", "independent-of": "value" },
  operands: 1,
  run: (call) => {
    const { io, texts, operands, flags, values } = call;
    const pack = usePack(operands[0], call);
    if (pack === undefined) return exit.badInput;
    const name = values.get("independent-of");
    const fact = pack.vocabulary.facts.find((one) => one.name === name);
    if (name !== undefined && fact === undefined) {
      io.err(dossierProblemLines([unknownFact(name, pack)], "", call));
      return exit.badInput;
    }
    const findings = fact === undefined ? lintPack(pack) : dependenciesOn(pack, fact);
    if (flags.has("json")) io.out(`${JSON.stringify(findings, null, 2)}\n`);
    else {
      for (const finding of findings) io.out(`${describeFinding(finding, call)}\n`);
      io.out(`${fill(texts.findings, { count: findings.length })}\n`);
    }
    return exit.fine;
  },
};

function unknownFact(fact: string, { vocabulary }: Pack): Problem {
  const meant = suggest(
    fact,
    vocabulary.facts.map(({ name }) => name),
  );
  const problem = { code: "unknown-fact", params: { fact }, at: { path: "--independent-of" } };
  return meant === undefined ? problem : { ...problem, suggestion: meant };
}
