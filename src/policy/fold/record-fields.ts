// Which fields of which records a formula reads.
import type { Cover } from "../rulebook/pack.ts";
import type { CodeTerm, Core, ListTerm, OrderedTerm, Read } from "../syntax/core.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";

type Fields = Map<string, Set<string>>;

/** Fields of family records by which covers say who may register with the person; none where all cover only oneself. */
export function coverFields(covers: readonly Cover[]): ReadonlySet<string> {
  const found: Fields = new Map();
  for (const { relation, condition } of covers) {
    if (relation === "self") continue;
    note(found, "family", "relation");
    if (condition !== undefined) walk(condition, new Map([["item", "family"]]), found);
  }
  return found.get("family") ?? new Set();
}

/** Fields that a fact's derivation reads, by record kind; a kind of which it only counts has none. */
export function fieldsOf({ derive }: Fact): ReadonlyMap<string, ReadonlySet<string>> {
  const found: Fields = new Map();
  if (derive === undefined) return found;
  const none: Variables = new Map();
  if (derive.kind === "boolean") walk(derive.core, none, found);
  else if (derive.kind === "ordered") walkOrdered(derive.core, none, found);
  else walkCode(derive.core, none, found);
  return found;
}

/** Record kinds by the variable bound to a record of them. */
type Variables = ReadonlyMap<string, string>;

function note(found: Fields, kind: string, field?: string): void {
  const fields = found.get(kind) ?? new Set();
  found.set(kind, fields);
  if (field !== undefined) fields.add(field);
}

function read(from: Read, bound: Variables, found: Fields): void {
  const kind = from.from === "item" ? bound.get(from.variable) : undefined;
  if (kind !== undefined && from.from === "item") note(found, kind, from.field);
}

function walk(core: Core, bound: Variables, found: Fields): void {
  switch (core.op) {
    case "constant":
      return;
    case "holds":
      return read(core.read, bound, found);
    case "not":
    case "named":
      return walk(core.of, bound, found);
    case "and":
    case "or":
      return core.of.forEach((part) => walk(part, bound, found));
    case "if":
      return [core.test, core.then, core.else].forEach((part) => walk(part, bound, found));
    case "is":
      return walkCode(core.term, bound, found);
    case "same":
      walkCode(core.left, bound, found);
      return walkCode(core.right, bound, found);
    case "le":
      walkOrdered(core.left, bound, found);
      return walkOrdered(core.right, bound, found);
    case "some":
    case "every": {
      const kind = walkList(core.list, bound, found);
      return walk(core.condition, new Map([...bound, [core.variable, kind]]), found);
    }
  }
}

function walkCode(term: CodeTerm, bound: Variables, found: Fields): void {
  if (term.op === "read-code") read(term.read, bound, found);
  else if (term.op === "prefecture") walkCode(term.of, bound, found);
  else if (term.op === "choose-code") {
    walk(term.test, bound, found);
    walkCode(term.then, bound, found);
    walkCode(term.else, bound, found);
  }
}

function walkOrdered(term: OrderedTerm, bound: Variables, found: Fields): void {
  const ordered = (part: OrderedTerm): void => walkOrdered(part, bound, found);
  switch (term.op) {
    case "number":
    case "on":
      return;
    case "read-ordered":
      return read(term.read, bound, found);
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
      walk(term.test, bound, found);
      ordered(term.then);
      return ordered(term.else);
    case "count":
      return void walkList(term.list, bound, found);
    case "unbroken-since":
    case "months-covered":
      walkList(term.list, bound, found);
      return ordered(term.on);
    case "earliest":
    case "latest":
      return note(found, walkList(term.list, bound, found), term.field);
  }
}

/** Gives the kind of the list's records. */
function walkList(list: ListTerm, bound: Variables, found: Fields): string {
  if (list.op === "records") {
    note(found, list.kind);
    return list.kind;
  }
  const kind = walkList(list.list, bound, found);
  walk(list.condition, new Map([...bound, ["item", kind]]), found);
  return kind;
}
