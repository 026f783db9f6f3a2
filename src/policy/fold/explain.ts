import { and } from "../syntax/build.ts";
import type { CodeTerm, Core, OrderedTerm, Read } from "../syntax/core.ts";
import type { Ground, RuleSet } from "../rulebook/select.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";
import { type Condition, type Situation, evaluatorAt } from "./evaluate.ts";
import {
  FALSE,
  type Slots,
  TRUE,
  type TruthValue,
  UNKNOWN,
  forget,
  highSlot,
  lowSlot,
  slotKind,
  slotName,
  unknownSlots,
} from "./facts.ts";
import { GRANTED, type Kernel, OPEN, REFER } from "./kernel.ts";

/** A condition as it came out, with only the parts that mattered below it. */
export type Seen = {
  readonly core: Core;
  readonly truth: TruthValue;
  readonly of: readonly Seen[];
};

export type GroundSeen = {
  readonly ground: Ground;
  readonly where: TruthValue;
  readonly truth: TruthValue;
  readonly tree: Seen;
};

export type Seeing = {
  readonly outcome: number;
  readonly grounds: readonly GroundSeen[];
  /** Facts that by themselves force the outcome: none of them can be left out. Empty while it is unknown. */
  readonly because: readonly string[];
};

export type Explainer = (facts: Slots) => Seeing;

/**
 * Explains outcomes of one rule set at one day. `because` starts from one sufficient reason per ground
 * and is then thinned fact by fact with the kernel, so it is minimal: without any one of its facts the
 * outcome would be open. (A smallest possible set is not promised.)
 */
export function explainer(
  rules: RuleSet,
  on: number,
  kernel: Kernel,
  declared: ReadonlyMap<string, Fact>,
): Explainer {
  const evaluator = evaluatorAt(on);
  const observed = rules.grounds.map((ground) => {
    const whole = and(ground.where, ground.when);
    return {
      ground,
      where: evaluator.condition(ground.where),
      look: observe(whole, evaluator.condition),
    };
  });
  const counted = rules.counted.map((count) => ({
    gives: count.gives,
    shown: rules.grounds.findIndex((ground) => ground === count),
    look: observe(and(count.where, count.when), evaluator.condition),
  }));
  const facts = [
    ...new Set(rules.counted.flatMap(({ where, when }) => [...factsOf(where), ...factsOf(when)])),
  ].map((name) => declared.get(name)!);
  const nothing = unknownSlots(facts);
  const byName = new Map(facts.map((fact) => [fact.name, fact]));

  return (slots) => {
    const situation: Situation = { facts: slots, records: noRecords, items: noItems };
    const outcome = kernel(slots);
    const grounds = observed.map(({ ground, where, look }) => {
      const tree = look(situation);
      return { ground, where: where(situation), truth: tree.truth, tree };
    });
    if (outcome === OPEN) return { outcome, grounds, because: [] };
    const trees = counted.map(({ gives, shown, look }) => ({
      gives,
      tree: grounds[shown]?.tree ?? look(situation),
    }));
    return { outcome, grounds, because: thinned(support(outcome, trees), outcome, slots) };
  };

  function thinned(names: ReadonlySet<string>, outcome: number, slots: Slots): readonly string[] {
    const scratch = { ...nothing };
    for (const name of names) copy(byName.get(name)!, slots, scratch);
    const kept: string[] = [];
    for (const name of names) {
      const fact = byName.get(name)!;
      forget(scratch, name, fact.type);
      if (kernel(scratch) === outcome) continue;
      copy(fact, slots, scratch);
      kept.push(name);
    }
    return kept;
  }
}

const noRecords = (): { readonly items: readonly Slots[]; readonly complete: boolean } => ({
  items: [],
  complete: true,
});
const noItems = {};

function copy(fact: Fact, from: Slots, to: Slots): void {
  if (slotKind(fact.type) === "ordered") {
    to[lowSlot(fact.name)] = from[lowSlot(fact.name)]!;
    to[highSlot(fact.name)] = from[highSlot(fact.name)]!;
  } else to[slotName(fact.name)] = from[slotName(fact.name)]!;
}

/** Facts of one sufficient reason: of the shortest ground that holds, or of every ground's failing. */
function support(
  outcome: number,
  grounds: readonly { readonly gives: Ground["gives"]; readonly tree: Seen }[],
): ReadonlySet<string> {
  const names = new Set<string>();
  const addShortest = (gives: "grant" | "refer"): void => {
    let shortest: ReadonlySet<string> | undefined;
    for (const { gives: given, tree } of grounds) {
      if (given !== gives || tree.truth !== TRUE) continue;
      const found = reasonsOf(tree, new Set<string>());
      if (shortest === undefined || found.size < shortest.size) shortest = found;
    }
    for (const name of shortest ?? []) names.add(name);
  };
  if (outcome === GRANTED) {
    addShortest("grant");
    return names;
  }
  for (const { gives, tree } of grounds)
    if (gives === "grant" || outcome !== REFER) reasonsOf(tree, names);
  if (outcome === REFER) addShortest("refer");
  return names;
}

/** One sufficient set of facts for a settled node, preferring parts whose facts are already in the set. */
function reasonsOf(seen: Seen, names: Set<string>): Set<string> {
  const { core, of } = seen;
  const one =
    (core.op === "and" && seen.truth === FALSE) || (core.op === "or" && seen.truth === TRUE);
  if (of.length === 0) addFacts(core, names);
  else if (one) reasonsOf(of.find((part) => isCovered(part, names)) ?? of[0]!, names);
  else for (const part of of) reasonsOf(part, names);
  return names;
}

function isCovered(seen: Seen, names: ReadonlySet<string>): boolean {
  return seen.of.length === 0
    ? [...factsOf(seen.core)].every((name) => names.has(name))
    : seen.of.every((part) => isCovered(part, names));
}

/** Builds the pruned tree: what decided a settled node, what is still open in an unknown one. */
function observe(core: Core, condition: (core: Core) => Condition): (situation: Situation) => Seen {
  switch (core.op) {
    case "and":
    case "or": {
      const parts = core.of.map((part) => ({
        truth: condition(part),
        look: observe(part, condition),
      }));
      const settling = core.op === "and" ? FALSE : TRUE;
      return (situation) => {
        const truths = parts.map((part) => part.truth(situation));
        const truth = truths.includes(settling)
          ? settling
          : truths.includes(UNKNOWN)
            ? UNKNOWN
            : core.op === "and"
              ? TRUE
              : FALSE;
        const shown = (value: TruthValue): boolean =>
          truth === UNKNOWN
            ? value === UNKNOWN || (core.op === "and" && value === TRUE)
            : value === truth;
        const of: Seen[] = [];
        for (const [index, part] of parts.entries())
          if (shown(truths[index]!)) of.push(part.look(situation));
        return { core, truth, of };
      };
    }
    case "not":
    case "named": {
      const look = observe(core.of, condition);
      return (situation) => {
        const inner = look(situation);
        const truth =
          core.op === "named"
            ? inner.truth
            : inner.truth === UNKNOWN
              ? UNKNOWN
              : inner.truth === TRUE
                ? FALSE
                : TRUE;
        return { core, truth, of: [inner] };
      };
    }
    case "if": {
      const [test, then, otherwise] = [
        observe(core.test, condition),
        observe(core.then, condition),
        observe(core.else, condition),
      ];
      const whole = condition(core);
      return (situation) => {
        const tested = test(situation);
        if (tested.truth === UNKNOWN)
          return {
            core,
            truth: whole(situation),
            of: [tested, then(situation), otherwise(situation)],
          };
        const branch = (tested.truth === TRUE ? then : otherwise)(situation);
        return { core, truth: branch.truth, of: [tested, branch] };
      };
    }
    default: {
      const truth = condition(core);
      return (situation) => ({ core, truth: truth(situation), of: nothingBelow });
    }
  }
}
const nothingBelow: readonly Seen[] = [];

const known = new WeakMap<Core, ReadonlySet<string>>();

/** Names of the facts a condition reads. */
export function factsOf(core: Core): ReadonlySet<string> {
  const found = known.get(core);
  if (found !== undefined) return found;
  const names = new Set<string>();
  addFacts(core, names);
  known.set(core, names);
  return names;
}

function addFacts(core: Core, names: Set<string>): void {
  const read = (from: Read): void => {
    if (from.from === "fact") names.add(from.name);
  };
  const code = (term: CodeTerm): void => {
    if (term.op === "read-code") read(term.read);
    else if (term.op === "prefecture") code(term.of);
    else if (term.op === "choose-code") {
      addFacts(term.test, names);
      code(term.then);
      code(term.else);
    }
  };
  const ordered = (term: OrderedTerm): void => {
    switch (term.op) {
      case "read-ordered":
        return read(term.read);
      case "add-months":
      case "scale":
      case "divide":
      case "floor":
      case "ceiling":
      case "abs":
        return ordered(term.of);
      case "add":
      case "min":
      case "max":
        ordered(term.left);
        return ordered(term.right);
      case "date-function":
        return term.args.forEach(ordered);
      case "choose":
        addFacts(term.test, names);
        ordered(term.then);
        return ordered(term.else);
    }
  };
  switch (core.op) {
    case "holds":
      return read(core.read);
    case "not":
    case "named":
      return addFacts(core.of, names);
    case "and":
    case "or":
      return core.of.forEach((part) => addFacts(part, names));
    case "if":
      return [core.test, core.then, core.else].forEach((part) => addFacts(part, names));
    case "is":
      return code(core.term);
    case "same":
      code(core.left);
      return code(core.right);
    case "le":
      ordered(core.left);
      return ordered(core.right);
  }
}
