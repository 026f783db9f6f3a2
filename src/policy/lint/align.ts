import type { Pack, Rule } from "../rulebook/pack.ts";
import type { Core } from "../syntax/core.ts";
import type { Fact, FactType } from "../vocabulary/vocabulary.ts";

/** Facts of two packs under one roof, and the second pack's rules in those words. */
export type Aligned = {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly second: Pack;
  /** Facts that both have and that cannot be compared: of another kind, or their values counted otherwise. */
  readonly clashing: ReadonlySet<string>;
};

/**
 * Two packs may list an enum's values in another order, and rules hold them by number. The second pack's
 * rules are renumbered as the first counts; values that only the second has come after.
 */
export function alignPacks(first: Pack, second: Pack): Aligned {
  const facts = new Map(first.vocabulary.facts.map((fact) => [fact.name, fact]));
  const clashing = new Set<string>();
  const numbers = new Map<string, readonly number[]>();
  for (const fact of second.vocabulary.facts) {
    const known = facts.get(fact.name);
    const type = known === undefined ? fact.type : joinedType(known.type, fact.type);
    if (type === undefined) {
      clashing.add(fact.name);
      continue;
    }
    facts.set(fact.name, { ...(known ?? fact), type });
    if (type.kind !== "enum" || fact.type.kind !== "enum") continue;
    const renumbered = fact.type.values.map(({ id }) =>
      type.values.findIndex((value) => value.id === id),
    );
    if (renumbered.some((to, from) => to !== from)) numbers.set(fact.name, renumbered);
  }
  if (numbers.size === 0) return { facts, second, clashing };
  const rules = second.rules.map((rule) => renumberedRule(rule, numbers, clashing));
  return { facts, second: { ...second, rules }, clashing };
}

function joinedType(a: FactType, b: FactType): FactType | undefined {
  if (a.kind === "enum" && b.kind === "enum") {
    const more = b.values.filter(({ id }) => !a.values.some((value) => value.id === id));
    return { kind: "enum", values: [...a.values, ...more] };
  }
  if (a.kind === "number" && b.kind === "number" && a.unit === b.unit) {
    const { min: minA, max: maxA, ...rest } = a;
    const { min: minB, max: maxB } = b;
    return {
      ...rest,
      ...(minA === undefined || minB === undefined ? {} : { min: Math.min(minA, minB) }),
      ...(maxA === undefined || maxB === undefined ? {} : { max: Math.max(maxA, maxB) }),
    };
  }
  return JSON.stringify(a) === JSON.stringify(b) ? a : undefined;
}

type Numbers = ReadonlyMap<string, readonly number[]>;

function renumberedRule(rule: Rule, numbers: Numbers, clashing: Set<string>): Rule {
  return {
    ...rule,
    where: renumbered(rule.where, numbers, clashing),
    when: renumbered(rule.when, numbers, clashing),
  };
}

function renumbered(core: Core, numbers: Numbers, clashing: Set<string>): Core {
  const inside = (part: Core): Core => renumbered(part, numbers, clashing);
  switch (core.op) {
    case "not":
    case "named":
      return { ...core, of: inside(core.of) };
    case "and":
    case "or":
      return { ...core, of: core.of.map(inside) };
    case "if":
      return {
        ...core,
        test: inside(core.test),
        then: inside(core.then),
        else: inside(core.else),
      };
    case "is": {
      const { term, values } = core;
      if (term.op !== "read-code" || term.read.from !== "fact") break;
      const to = numbers.get(term.read.name);
      return to === undefined ? core : { ...core, values: values.map((value) => to[value]!) };
    }
  }
  // Deeper than a plain comparison, numbers cannot be told apart from others.
  const source = JSON.stringify(core);
  for (const name of numbers.keys())
    if (source.includes(`"name":${JSON.stringify(name)}`)) clashing.add(name);
  return core;
}
