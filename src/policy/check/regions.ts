import { addMonths, latestStart } from "../calendar/day.ts";
import { evaluatorAt } from "../fold/evaluate.ts";
import { FALSE, type Slots, TRUE, highSlot, lowSlot, slotName } from "../fold/facts.ts";
import type { CodeTerm, Core, OrderedTerm } from "../syntax/core.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";

/**
 * Between two thresholds a formula cannot change, so one value per region stands for all of them.
 * A formula's satisfiability is then decided by trying every combination of regions, up to
 * {@link regionLimit}; beyond it, and where two facts are compared with one another, the answer may be "perhaps".
 */
export type Satisfiable = "yes" | "no" | "perhaps";

export const regionLimit = 20_000;

/** A day on which formulas that name `on` are tried. */
const sampleDay = 20_635;

type Candidates = Map<string, { readonly slots: readonly string[]; readonly values: Set<number> }>;

/** Whether some person makes the condition true. */
export function satisfiable(core: Core, facts: ReadonlyMap<string, Fact>): Satisfiable {
  const candidates: Candidates = new Map();
  const exact = { value: true };
  collect(core, facts, candidates, exact);
  const entries = [...candidates.values()];
  const size = entries.reduce((product, { values }) => product * values.size, 1);
  if (size > regionLimit) return "perhaps";
  const holds = evaluatorAt(sampleDay).condition(core);
  const slots: Slots = {};
  const tryFrom = (index: number): boolean => {
    const entry = entries[index];
    if (entry === undefined)
      return (
        holds({ facts: slots, records: () => ({ items: [], complete: true }), items: {} }) === TRUE
      );
    for (const value of entry.values) {
      for (const slot of entry.slots) slots[slot] = value;
      if (tryFrom(index + 1)) return true;
    }
    return false;
  };
  if (tryFrom(0)) return "yes";
  return exact.value ? "no" : "perhaps";
}

function collect(
  core: Core,
  facts: ReadonlyMap<string, Fact>,
  candidates: Candidates,
  exact: { value: boolean },
): void {
  const values = (slots: readonly string[]): Set<number> => {
    const known = candidates.get(slots[0]!);
    if (known !== undefined) return known.values;
    const entry = { slots, values: new Set<number>() };
    candidates.set(slots[0]!, entry);
    return entry.values;
  };
  const code = (term: CodeTerm, constants: readonly number[]): void => {
    switch (term.op) {
      case "code":
        return;
      case "prefecture":
        return code(
          term.of,
          constants.flatMap((prefecture) => [prefecture * 100 + 1]),
        );
      case "choose-code":
        visit(term.test);
        code(term.then, constants);
        code(term.else, constants);
        return;
      case "read-code": {
        if (term.read.from === "item") return;
        const type = facts.get(term.read.name)?.type;
        const all =
          type?.kind === "enum" ? type.values.map((_, index) => index) : [...constants, 0];
        for (const value of all) values([slotName(term.read.name)]).add(value);
      }
    }
  };
  const ordered = (term: OrderedTerm, against: readonly number[]): void => {
    switch (term.op) {
      case "read-ordered": {
        if (term.read.from === "item") return;
        const { name } = term.read;
        const found = values([lowSlot(name), highSlot(name)]);
        for (const threshold of against.length === 0 ? [sampleDay] : against) {
          found
            .add(threshold - 1)
            .add(threshold)
            .add(threshold + 1);
        }
        return;
      }
      case "add-months":
        return ordered(
          term.of,
          against.map((threshold) => latestStart(Math.trunc(threshold), term.months)),
        );
      case "scale":
        return ordered(
          term.of,
          against.map((threshold) => threshold / term.by),
        );
      case "divide":
        return ordered(
          term.of,
          against.map((threshold) => threshold * term.by),
        );
      case "add":
        if (term.right.op === "number") {
          const { value } = term.right;
          return ordered(
            term.left,
            against.map((threshold) => threshold - value),
          );
        }
    }
    exact.value &&= constantsOf(term).length > 0 && !readsFact(term);
    for (const part of partsOf(term)) {
      if ("test" in part) visit(part.test);
      else ordered(part.term, against);
    }
  };
  function visit(part: Core): void {
    switch (part.op) {
      case "constant":
        return;
      case "holds":
        if (part.read.from === "fact")
          values([slotName(part.read.name)])
            .add(FALSE)
            .add(TRUE);
        return;
      case "not":
      case "named":
        return visit(part.of);
      case "and":
      case "or":
        return part.of.forEach(visit);
      case "if":
        return [part.test, part.then, part.else].forEach(visit);
      case "is":
        return code(part.term, part.values);
      case "same":
        exact.value = false;
        code(part.left, []);
        return code(part.right, []);
      case "le":
        if (readsFact(part.left) && readsFact(part.right)) exact.value = false;
        ordered(part.left, constantsOf(part.right));
        return ordered(part.right, constantsOf(part.left));
      case "some":
      case "every":
        exact.value = false;
    }
  }
  visit(core);
}

type Part = { readonly term: OrderedTerm } | { readonly test: Core };

function partsOf(term: OrderedTerm): readonly Part[] {
  switch (term.op) {
    case "add-months":
    case "scale":
    case "divide":
    case "floor":
    case "ceiling":
    case "abs":
      return [{ term: term.of }];
    case "add":
    case "min":
    case "max":
      return [{ term: term.left }, { term: term.right }];
    case "date-function":
      return term.args.map((arg) => ({ term: arg }));
    case "choose":
      return [{ test: term.test }, { term: term.then }, { term: term.else }];
    default:
      return [];
  }
}

const readsFact = (term: OrderedTerm): boolean =>
  term.op === "read-ordered" ||
  partsOf(term).some((part) => ("term" in part ? readsFact(part.term) : true));

/** Values that a term without facts can take, for thresholds. */
function constantsOf(term: OrderedTerm): readonly number[] {
  switch (term.op) {
    case "number":
      return [term.value];
    case "on":
      return [sampleDay];
    case "add-months":
      return constantsOf(term.of).map((day) => addMonths(day, term.months));
    case "scale":
      return constantsOf(term.of).map((value) => value * term.by);
    case "divide":
      return constantsOf(term.of).map((value) => value / term.by);
    case "add":
      return constantsOf(term.left).flatMap((left) =>
        constantsOf(term.right).map((right) => left + right),
      );
    default:
      return partsOf(term).flatMap((part) => ("term" in part ? constantsOf(part.term) : []));
  }
}
