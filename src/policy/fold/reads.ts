import type { RuleSet } from "../rulebook/select.ts";
import type { CodeTerm, Core, OrderedTerm, Read } from "../syntax/core.ts";

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

/** The single conditions that a rule set's grounds are made of, each once, in the order of the rules. */
export function conditionsOf(rules: RuleSet): readonly Core[] {
  const found = new Map<string, Core>();
  const all = rules.grounds.flatMap(({ where, when }) => [where, when]);
  for (const leaf of [...all, ...(rules.limit === undefined ? [] : [rules.limit])].flatMap(
    leavesOf,
  ))
    found.set(JSON.stringify(leaf), leaf);
  return [...found.values()];
}

/** The conditions below `and`, `or`, `not`, `if` and names; what is always so is none. */
export function leavesOf(core: Core): readonly Core[] {
  switch (core.op) {
    case "constant":
      return [];
    case "not":
    case "named":
      return leavesOf(core.of);
    case "and":
    case "or":
      return core.of.flatMap(leavesOf);
    case "if":
      return [core.test, core.then, core.else].flatMap(leavesOf);
    default:
      return [core];
  }
}
