import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { questionSearch, asker } from "../fold/ask.ts";
import { isKnown, type Slots, slottedFacts } from "../fold/facts.ts";
import { GRANTED, OPEN } from "../fold/kernel.ts";
import { compileKernel } from "../fold/compile.ts";
import { whatIf } from "../fold/what-if.ts";
import { type Pack } from "../rulebook/pack.ts";
import { loadPack } from "../rulebook/load.ts";
import { fact, filesOf, loadOrThrow, rule } from "../testing/pack-files.ts";
import { slotsOf } from "../testing/people.ts";
import { rulesFor, runs } from "../testing/properties.ts";
import {
  askedDay,
  knowledge,
  packFiles,
  person,
  type Person,
  randomPack,
} from "../testing/random-packs.ts";
import { allowedBy, diagramOf, type RuleDiagram } from "./build.ts";
import { createManager, isTerminal, type NodeId } from "./manager.ts";
import { setValue } from "./partition.ts";

const factsOf = (pack: Pack) => new Map(pack.vocabulary.facts.map((one) => [one.name, one]));

function asking(random: Parameters<typeof packFiles>[0], on: number) {
  const loaded = loadPack(packFiles(random));
  fc.pre(loaded.ok);
  const pack = loaded.value;
  const rules = rulesFor(pack, { county: "650102", on });
  return {
    pack,
    rules,
    kernel: compileKernel(rules, on),
    diagram: diagramOf(rules, on, factsOf(pack)),
  };
}

function restricted(diagram: RuleDiagram, slots: Slots): NodeId {
  return diagram.manager.restrict(diagram.outcome, allowedBy(diagram, slots));
}

describe("diagrams", () => {
  it("answer whoever is known as the kernel does, and are never less certain than it", () => {
    fc.assert(
      fc.property(
        randomPack,
        fc.array(fc.tuple(person, knowledge), { minLength: 1, maxLength: 8 }),
        askedDay,
        (random, people, on) => {
          const { pack, kernel, diagram } = asking(random, on);
          for (const [someone, known] of people) {
            const all = slotsOf(pack, someone);
            if (kernel(all) !== OPEN) expect(restricted(diagram, all)).toBe(kernel(all));
            const some = slotsOf(pack, someone, known);
            if (kernel(some) !== OPEN) expect(restricted(diagram, some)).toBe(kernel(some));
          }
        },
      ),
      runs(300),
    );
  });
});

/** Answers questions from a person's facts until nothing is asked. */
function interview(
  pack: Pack,
  diagram: RuleDiagram,
  someone: Person,
  start: Slots,
  unsure: readonly string[],
): { readonly slots: Slots; readonly asked: readonly string[] } {
  const slots = { ...start };
  const ask = asker(diagram);
  const full = slotsOf(pack, someone);
  const asked: string[] = [];
  for (;;) {
    const { next, open } = ask(slots, unsure);
    if (next === null) return { slots, asked };
    expect(open).toContain(next);
    expect(unsure).not.toContain(next);
    const { type } = factsOf(pack).get(next)!;
    expect(isKnown(slots, next, type)).toBe(false);
    for (const slot of Object.keys(slotsOfFact(pack, next))) slots[slot] = full[slot]!;
    asked.push(next);
  }
}

function slotsOfFact(pack: Pack, name: string): Slots {
  const one: Slots = {};
  const declared = factsOf(pack).get(name)!;
  setValue(one, declared, 0);
  return one;
}

describe("interviews", () => {
  it("end with the answer that all facts together give", () => {
    fc.assert(
      fc.property(
        randomPack,
        fc.array(fc.tuple(person, knowledge), { minLength: 1, maxLength: 6 }),
        askedDay,
        (random, people, on) => {
          const { pack, kernel, diagram } = asking(random, on);
          for (const [someone, known] of people) {
            const all = kernel(slotsOf(pack, someone));
            const { slots } = interview(pack, diagram, someone, slotsOf(pack, someone, known), []);
            const settled = restricted(diagram, slots);
            if (diagram.exact && all !== OPEN) expect(settled).toBe(all);
          }
        },
      ),
      runs(200),
    );
  });

  it("go on around what a person is unsure of, and end open or right", () => {
    const someUnsure = fc.subarray(["urban", "married", "works", "months", "members", "since"]);
    fc.assert(
      fc.property(randomPack, person, someUnsure, askedDay, (random, someone, unsure, on) => {
        const { pack, kernel, diagram } = asking(random, on);
        const nothing = slotsOf(
          pack,
          someone,
          Object.fromEntries(slottedFacts(pack.vocabulary).map(({ name }) => [name, "none"])),
        );
        const { slots } = interview(pack, diagram, someone, nothing, unsure);
        const settled = restricted(diagram, slots);
        if (isTerminal(settled) && kernel(slotsOf(pack, someone)) !== OPEN && diagram.exact) {
          expect(settled).toBe(kernel(slotsOf(pack, someone)));
        }
      }),
      runs(200),
    );
  });

  const small = (when: string, facts: readonly ReturnType<typeof fact>[]) => {
    const pack = loadOrThrow(filesOf({ facts, rules: [rule("only", { when })] }));
    const rules = rulesFor(pack, { county: "650102", on: 20_000 });
    return asker(diagramOf(rules, 20_000, factsOf(pack)))(
      slotsOf(
        pack,
        {},
        Object.fromEntries(
          slottedFacts(pack.vocabulary).map(({ name }) => [name, "none" as const]),
        ),
      ),
      [],
    );
  };
  it("never ask what cannot matter", () => {
    expect(small("own or not own", [fact("own", "boolean", {})])).toMatchObject({
      next: null,
      open: [],
    });
    const age = fact("age", "number", { unit: "years" });
    expect(small("age >= 18 or age < 21 and own", [age, fact("own", "boolean")]).open).toEqual([
      "age",
      "own",
    ]);
    expect(small("age >= 18 or age >= 21 and own", [age, fact("own", "boolean")]).open).toEqual([
      "age",
    ]);
  });
});

describe("the question search", () => {
  const sizes = [2, 2, 2, 2, 2, 2] as const;
  const chances = sizes.map((size) => Array.from({ length: size }, () => 1 / size));
  const table = fc.array(fc.constantFrom(0, 2, 3), { minLength: 64, maxLength: 64 });
  /** Random monotone grounds, as rulebooks have them: any of a few sets of facts is enough. */
  const grounds = fc.array(
    fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 3 }),
    { minLength: 1, maxLength: 5 },
  );

  function fromGrounds(
    manager: ReturnType<typeof createManager>,
    sets: readonly (readonly number[])[],
  ): NodeId {
    const test = (index: number): NodeId => manager.node(index, [0, 1]);
    const any = sets.map((set) => set.map(test).reduce(manager.and)).reduce(manager.or);
    return manager.choose(any, GRANTED, 0);
  }
  function fromTable(
    manager: ReturnType<typeof createManager>,
    values: readonly number[],
    variable = 0,
  ): NodeId {
    if (variable === sizes.length) return values[0]!;
    const half = values.length / 2;
    return manager.node(variable, [
      fromTable(manager, values.slice(0, half), variable + 1),
      fromTable(manager, values.slice(half), variable + 1),
    ]);
  }
  /** Mean number of questions when the greedy choice is followed to the end. */
  function greedyCost(manager: ReturnType<typeof createManager>, root: NodeId): number {
    const search = questionSearch(manager, chances, 0);
    const cost = (node: NodeId): number => {
      if (isTerminal(node)) return 0;
      const index = search.best(node);
      return (
        1 +
        chances[index]!.reduce(
          (sum, chance, region) => sum + chance * cost(search.cofactor(node, index, region)),
          0,
        )
      );
    };
    return cost(root);
  }

  it("asks at most a tenth more than the optimum on average, grounds and arbitrary functions alike", () => {
    for (const build of [
      (manager: ReturnType<typeof createManager>) =>
        fc.sample(grounds, { seed: 7, numRuns: 300 }).map((sets) => fromGrounds(manager, sets)),
      (manager: ReturnType<typeof createManager>) =>
        fc.sample(table, { seed: 7, numRuns: 60 }).map((values) => fromTable(manager, values)),
    ]) {
      const manager = createManager(sizes);
      const roots = build(manager).filter((root) => !isTerminal(root));
      let [greedy, optimum] = [0, 0];
      for (const root of roots) {
        greedy += greedyCost(manager, root);
        optimum += questionSearch(manager, chances, 6).cheapest(root).cost;
      }
      expect(greedy / optimum).toBeLessThanOrEqual(1.1);
    }
  });
});

describe("what-if", () => {
  it("proposes sets that grant, none of which can be smaller, of the person's own facts only", () => {
    fc.assert(
      fc.property(
        randomPack,
        fc.array(person, { minLength: 1, maxLength: 6 }),
        askedDay,
        (random, people, on) => {
          const { pack, kernel, diagram } = asking(random, on);
          const personal = new Map(
            [...factsOf(pack)].map(([name, one], index) => [
              name,
              { ...one, personal: index % 3 !== 0 },
            ]),
          );
          const variables = diagram.variables.map((variable) =>
            variable.kind === "relation"
              ? variable
              : { ...variable, fact: personal.get(variable.fact.name)! },
          );
          const propose = whatIf({ ...diagram, variables });
          for (const someone of people) {
            const slots = slotsOf(pack, someone);
            if (kernel(slots) === GRANTED || !diagram.exact) continue;
            for (const set of propose(slots)) {
              const apply = (changes: typeof set): number => {
                const changed = { ...slots };
                for (const { fact: one, value } of changes) setValue(changed, one, value);
                return kernel(changed);
              };
              expect(apply(set)).toBe(GRANTED);
              for (const { fact: one } of set) {
                expect(one.personal && one.moves === "constant").toBe(true);
                expect(apply(set.filter((change) => change.fact !== one))).not.toBe(GRANTED);
              }
            }
          }
        },
      ),
      runs(200),
    );
  });
});
