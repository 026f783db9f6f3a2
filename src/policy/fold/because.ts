import type { Ground, RuleSet } from "../rulebook/select.ts";
import type { Core } from "../syntax/core.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";
import { FALSE, type Slots, TRUE, type TruthValue, unknownSlots } from "./facts.ts";
import { GRANTED, type Kernel, OPEN, REFER, REFUSED, asksPastOpenSlot } from "./kernel.ts";
import type { Seen } from "./observe.ts";
import { factsOf } from "./reads.ts";

/** Facts by their number. */
type FactSet = readonly number[];

/** What a settled ground rests on. */
export type Support = {
  readonly truth: TruthValue;
  /** Sets of facts that settle it, each by itself, the smallest first. */
  readonly options: readonly FactSet[];
  /** Facts without which it is open for certain. */
  readonly needed: FactSet;
  /** Nothing but one of the options settles it. */
  readonly exact: boolean;
  /** The smallest option by name. */
  readonly names: readonly string[];
};

type Choice = Pick<Support, "options" | "exact">;
type Supported = { readonly support: Support };

export type Because = {
  /** @param whole false where something beside the tree may settle the ground too */
  readonly supportOf: (tree: Seen, whole: boolean) => Support;
  /** Facts that by themselves force a settled outcome; none of them can be left out. Supports in the rules' order. */
  readonly force: (outcome: number, seen: readonly Supported[], slots: Slots) => readonly string[];
};

/** Options of a ground that are looked at. */
const FEW = 16;

// What is found of a fact: it may be left out, it may be needed, it is.
const UNUSED = 0;
const TRIED = 1;
const NEEDED = 2;

/**
 * Finds which facts force an outcome. Most are needed for certain, because a ground stands on them alone.
 * Where grounds leave a choice, one option is taken and thinned; the kernel is asked only where options do not say all.
 * @param leavesOpen whether a single condition is open while nothing is known
 */
export function becauseOf(
  rules: RuleSet,
  facts: readonly Fact[],
  kernel: Kernel,
  leavesOpen: (condition: Core) => boolean,
): Because {
  const openSlot = asksPastOpenSlot(rules);
  const isLimited = rules.limit !== undefined;
  const positions = (gives: Ground["gives"]): readonly number[] =>
    rules.grounds.flatMap((ground, index) => (ground.gives === gives ? [index] : []));
  const [grants, refers] = [positions("grant"), positions("refer")];
  const numbers = new Map(facts.map(({ name }, index) => [name, index]));
  const numbered = (core: Core): FactSet => [...factsOf(core)].map((name) => numbers.get(name)!);
  const isExact = ({ core, of }: Seen): boolean =>
    of.length === 0
      ? core.op === "constant" || (factsOf(core).size === 1 && leavesOpen(core))
      : core.op !== "if" && of.every(isExact);
  const unknown = facts.map((fact) => Object.entries(unknownSlots([fact])));
  // Used anew by every call.
  const marks = new Uint8Array(facts.length);
  const inUse = new Uint16Array(facts.length);
  let used = 0;
  const choices: Choice[] = [];

  return {
    supportOf(tree, whole) {
      const options = optionsOf(tree, numbered).toSorted((a, b) => a.length - b.length);
      return {
        truth: tree.truth,
        options,
        names: (options[0] ?? []).map((fact) => facts[fact]!.name),
        needed: whole ? neededBy(tree, numbered, isExact) : [],
        exact: whole && options.length < FEW && isExact(tree),
      };
    },
    force(outcome, seen, slots) {
      if (outcome === OPEN) return [];
      if (isLimited) return thinnedFromAll(outcome, slots);
      // No ground that holds rests on fewer facts, so none of them can be left out.
      const shortest = outcome === GRANTED ? shortestHolding(seen) : undefined;
      if (shortest !== undefined) return shortest.names;
      choices.length = 0;
      used = 0;
      if (outcome === GRANTED) requireOne(seen, grants);
      else requireAll(seen, grants);
      if (!openSlot && outcome === REFER) requireOne(seen, refers);
      else if (outcome === REFUSED) requireAll(seen, refers);
      if (choices.length > 0 && choose()) thin(outcome, slots);
      const names: string[] = [];
      for (let index = 0; index < used; index += 1) {
        const fact = inUse[index]!;
        if (marks[fact] !== UNUSED) names.push(facts[fact]!.name);
        marks[fact] = UNUSED;
      }
      return names;
    },
  };

  /** Under a binding text grounds do not settle the outcome alone: every fact is tried with the kernel. */
  function thinnedFromAll(outcome: number, slots: Slots): readonly string[] {
    marks.fill(TRIED);
    thin(outcome, slots);
    const names = facts.filter((_, fact) => marks[fact] !== UNUSED).map(({ name }) => name);
    marks.fill(UNUSED);
    return names;
  }

  /** The ground that holds on the fewest facts, where options say all. */
  function shortestHolding(seen: readonly Supported[]): Support | undefined {
    let shortest: Support | undefined;
    for (let index = 0; index < grants.length; index += 1) {
      const support = seen[grants[index]!]!.support;
      if (support.truth !== TRUE) continue;
      if (!support.exact) return undefined;
      if (shortest === undefined || support.names.length < shortest.names.length)
        shortest = support;
    }
    return shortest;
  }

  /** Every one of these grounds has to fail; those that fail by the place alone share a support. */
  function requireAll(seen: readonly Supported[], grounds: readonly number[]): void {
    let last: Support | undefined;
    for (let index = 0; index < grounds.length; index += 1) {
      const support = seen[grounds[index]!]!.support;
      if (support !== last) require(support);
      last = support;
    }
  }

  /** One of these grounds has to hold. */
  function requireOne(seen: readonly Supported[], grounds: readonly number[]): void {
    let first: Support | undefined;
    let all: FactSet[] | undefined;
    let exact = true;
    for (let index = 0; index < grounds.length; index += 1) {
      const { support } = seen[grounds[index]!]!;
      if (support.truth !== TRUE) continue;
      exact &&= support.exact;
      if (first === undefined) first = support;
      else (all ??= [...first.options]).push(...support.options);
    }
    if (all !== undefined) {
      choices.push({ options: all.toSorted((a, b) => a.length - b.length), exact });
    } else if (first !== undefined) require(first);
  }

  function require(support: Support): void {
    const { needed } = support;
    for (let index = 0; index < needed.length; index += 1) mark(needed[index]!, NEEDED);
    if (support.options.length > 1 || !support.exact) choices.push(support);
  }

  function mark(fact: number, as: number): void {
    if (marks[fact] === UNUSED) {
      inUse[used] = fact;
      used += 1;
    }
    if (marks[fact]! < as) marks[fact] = as;
  }

  /**
   * Takes the smallest option wherever none is taken already, then leaves out what no choice needs any more.
   * @returns whether a fact is left that only the kernel knows to be needed
   */
  function choose(): boolean {
    let left = 0;
    for (let index = 0; index < choices.length; index += 1) {
      const choice = choices[index]!;
      if (isMet(choice, NEEDED)) continue;
      choices[left] = choice;
      left += 1;
      if (isMet(choice, TRIED)) continue;
      for (const fact of choice.options[0] ?? []) mark(fact, TRIED);
    }
    let uncertain = false;
    for (let index = 0; left > 0 && index < used; index += 1) {
      const fact = inUse[index]!;
      if (marks[fact] !== TRIED) continue;
      marks[fact] = UNUSED;
      let verdict = UNUSED;
      for (let at = 0; verdict !== NEEDED && at < left; at += 1)
        if (!isMet(choices[at]!, TRIED)) verdict = choices[at]!.exact ? NEEDED : TRIED;
      marks[fact] = verdict;
      uncertain ||= verdict === TRIED;
    }
    return uncertain;
  }

  /** One of the options is marked so, or higher. */
  function isMet({ options }: Choice, least: number): boolean {
    for (let index = 0; index < options.length; index += 1) {
      const option = options[index]!;
      let met = true;
      for (let at = 0; met && at < option.length; at += 1) met = marks[option[at]!]! >= least;
      if (met) return true;
    }
    return false;
  }

  /** Leaves out, one by one, facts without which the kernel says the same. */
  function thin(outcome: number, slots: Slots): void {
    const scratch = unknownSlots(facts);
    for (const [fact, entries] of unknown.entries())
      if (marks[fact] !== UNUSED) for (const [slot] of entries) scratch[slot] = slots[slot]!;
    for (const [fact, entries] of unknown.entries()) {
      if (marks[fact] !== TRIED) continue;
      for (const [slot, nothing] of entries) scratch[slot] = nothing;
      if (kernel(scratch) === outcome) marks[fact] = UNUSED;
      else for (const [slot] of entries) scratch[slot] = slots[slot]!;
    }
  }
}

/** Whether one part settles the node by itself. */
const isSettledByOne = ({ core, truth }: Seen): boolean =>
  (core.op === "and" && truth === FALSE) || (core.op === "or" && truth === TRUE);

type Numbered = (core: Core) => FactSet;

function optionsOf(seen: Seen, numbered: Numbered): readonly FactSet[] {
  if (seen.of.length === 0) return [numbered(seen.core)];
  const parts = seen.of.map((part) => optionsOf(part, numbered));
  if (isSettledByOne(seen)) return parts.flat().slice(0, FEW);
  return parts.reduce<readonly FactSet[]>(
    (sets, options) =>
      sets
        .flatMap((set) => options.map((option) => [...new Set([...set, ...option])]))
        .slice(0, FEW),
    [[]],
  );
}

/** Of alternatives, what all need; of parts that all count, what any needs. */
function neededBy(seen: Seen, numbered: Numbered, isExact: (leaf: Seen) => boolean): FactSet {
  // Two branches may agree whatever the test says.
  if (seen.core.op === "if") return [];
  if (seen.of.length === 0) return isExact(seen) ? numbered(seen.core) : [];
  const [first = [], ...others] = seen.of.map((part) => neededBy(part, numbered, isExact));
  return isSettledByOne(seen)
    ? first.filter((fact) => others.every((needed) => needed.includes(fact)))
    : [...new Set([...first, ...others.flat()])];
}
