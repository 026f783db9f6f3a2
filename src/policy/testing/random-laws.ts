import * as fc from "fast-check";
import { expect } from "vitest";
import { loadPack } from "../rulebook/load.ts";
import type { Pack } from "../rulebook/pack.ts";
import { Undefined } from "./interpreter.ts";
import { naiveOutcome } from "./oracle.ts";
import { slotsOf } from "./people.ts";
import { agreedOutcome, explainsItself, rulesFor } from "./properties.ts";
import {
  type Knowledge,
  type RandomPack,
  askedDay,
  day,
  knowledge,
  packFiles,
  person,
  randomPack,
} from "./random-packs.ts";

const asked = fc.record({
  on: askedDay,
  knownAt: fc.constantFrom(day("2014-10-27"), day("2026-01-31"), day("2026-02-01")),
  law: fc.constantFrom("all" as const, "all" as const, "L" as const),
});
const cases = fc.array(fc.tuple(person, knowledge, knowledge, asked), {
  minLength: 1,
  maxLength: 12,
});

function loaded(random: RandomPack): Pack {
  const pack = loadPack(packFiles(random));
  fc.pre(pack.ok);
  if (!pack.ok) throw new Error("not reached");
  return pack.value;
}

/** The naive outcome, undefined where the formulas have no answer. */
function oracle(...args: Parameters<typeof naiveOutcome>): string | undefined {
  try {
    return naiveOutcome(...args);
  } catch (error) {
    if (error instanceof Undefined) return undefined;
    throw error;
  }
}

/** With every fact known the outcome is the one the texts say, by an interpreter that shares nothing with the engine. */
export const agreesWithOracle = fc.property(randomPack, cases, (random, people) => {
  const pack = loaded(random);
  for (const [someone, , , { on, knownAt, law }] of people) {
    const rules = rulesFor(pack, { county: "650102", on, knownAt, law });
    const found = agreedOutcome(rules, on, slotsOf(pack, someone));
    const expected = oracle(random, someone, on, knownAt, law);
    if (expected !== undefined) expect(found).toBe(expected);
  }
});

/** Whatever is filled in later never contradicts an answer, and knowing less never changes it to another. */
export const staysSound = fc.property(randomPack, cases, (random, people) => {
  const pack = loaded(random);
  for (const [someone, first, second, { on, knownAt, law }] of people) {
    const rules = rulesFor(pack, { county: "650102", on, knownAt, law });
    const some = agreedOutcome(rules, on, slotsOf(pack, someone, first));
    const less = agreedOutcome(rules, on, slotsOf(pack, someone, both(first, second)));
    const all = agreedOutcome(rules, on, slotsOf(pack, someone));
    if (some !== "unknown" && all !== "unknown") expect(some).toBe(all);
    if (less !== "unknown") expect(less).toBe(some);
  }
});

/** The weaker of two states of knowledge about each fact. */
function both(a: Knowledge, b: Knowledge): Knowledge {
  return Object.fromEntries(
    Object.entries(a).map(([name, first]) => {
      const second = b[name]!;
      if (first === "none" || second === "none") return [name, "none"];
      if (first === "exact") return [name, second];
      if (second === "exact") return [name, first];
      return [
        name,
        {
          below: Math.max(first.below, second.below),
          above: Math.max(first.above, second.above),
        },
      ];
    }),
  );
}

export const explains = fc.property(randomPack, cases, (random, people) => {
  const pack = loaded(random);
  for (const [someone, known, , { on, knownAt, law }] of people) {
    const rules = rulesFor(pack, { county: "650102", on, knownAt, law });
    explainsItself(pack, rules, on, slotsOf(pack, someone, known));
  }
});
