import {
  type Decision,
  type KernelMaker,
  type Result,
  closureKernel,
  compileKernel,
  decideDossier,
  outcomes,
  parseDossier,
  prepareRules,
  ruleSetKey,
} from "../../../src/policy/index.ts";
import { type Bench, type Competitor, each } from "../competitor.ts";
import { answeredDossier, recordsDossier } from "../dossiers.ts";
import { on } from "../people.ts";
import { slotsOf } from "../slots.ts";

/** Complete facts to the outcome code, by generated code. */
export const decide: Competitor = (bench) => each(slotsOf(bench), compileKernel(bench.rules, on));

/** The same with every fifth fact unknown. */
export const decideUnknown: Competitor = (bench) =>
  each(slotsOf(bench, 0.2), compileKernel(bench.rules, on));

/** What the three-valued reference says of the same people: the answers to compare with. */
export const referenceUnknown: Competitor = (bench) =>
  each(slotsOf(bench, 0.2), closureKernel(bench.rules, on));

/** Complete facts to the reasons: every ground's tree, and the facts that by themselves force the outcome. */
export const explain: Competitor = (bench) => {
  const prepared = prepareRules(bench.pack, bench.rules, on, kernelsOf(bench));
  return each(slotsOf(bench), (slots) => prepared.explain(slots).outcome);
};

/** A dossier of stated facts to the whole decision object: grounds, covers, missing, papers, authority, texts. */
export const object: Competitor = (bench) => {
  const question = { law: "R", kernels: kernelsOf(bench) };
  const dossiers = bench.people.map((person, index) =>
    checked(parseDossier(bench.pack, answeredDossier(person, bench.facts[index]!))),
  );
  return each(dossiers, (dossier) => codeOf(checked(decideDossier(bench.pack, dossier, question))));
};

/** A dossier of records as it comes in - unchecked - to the decision object: checked, derived, decided. */
export const dossier: Competitor = (bench) => {
  const question = { law: "R", kernels: kernelsOf(bench) };
  return each(bench.people.map(recordsDossier), (input) => {
    const dossier = checked(parseDossier(bench.pack, input));
    return codeOf(checked(decideDossier(bench.pack, dossier, question)));
  });
};

/** The kernel as a release has it: emitted once, made for the day once. */
function kernelsOf({ rules }: Bench): Readonly<Record<string, KernelMaker>> {
  const kernel = compileKernel(rules, on);
  return { [ruleSetKey(rules)]: () => kernel };
}

const codeOf = ({ outcome }: Decision): number => outcomes.indexOf(outcome);

function checked<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.problems));
}
