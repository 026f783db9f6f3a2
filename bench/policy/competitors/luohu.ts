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
import { timeTeller } from "../../../src/policy/fold/when.ts";
import { whatIf } from "../../../src/policy/fold/what-if.ts";
import { type Bench, type Competitor, each, GRANTED } from "../competitor.ts";
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

/** Complete facts to the answer over three years: every day on which it changes, ground by ground. */
export const when: Competitor = (bench) => {
  const facts = new Map(bench.pack.vocabulary.facts.map((fact) => [fact.name, fact]));
  const tell = timeTeller(bench.rules, facts, compileKernel(bench.rules, on).conditions);
  const window = { from: on, until: on + 1096 };
  return each(slotsOf(bench), (slots) => tell(slots, on, window).outcome.values[0]!);
};

/** Facts of which every fifth is unknown to the next question; whoever is settled is asked nothing. */
export const ask: Competitor = (bench) => {
  const { ask: next, kernel } = prepareRules(bench.pack, bench.rules, on, kernelsOf(bench));
  return each(slotsOf(bench, 0.2), (slots) => {
    next!(slots, []);
    return kernel(slots);
  });
};

/** Complete facts to the smallest sets of changes that would grant; whoever is granted needs none. */
export const whatIfs: Competitor = (bench) => {
  const { diagram, kernel } = prepareRules(bench.pack, bench.rules, on, kernelsOf(bench));
  const propose = whatIf(diagram!);
  return each(slotsOf(bench), (slots) => {
    const code = kernel(slots);
    if (code !== GRANTED) propose(slots);
    return code;
  });
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
