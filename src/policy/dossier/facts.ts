import { suggest } from "../check/suggest.ts";
import { canBeNone, type Fact } from "../vocabulary/vocabulary.ts";
import type { PlainValue, Stated } from "./dossier.ts";
import type { Lexicon } from "./lexicon.ts";
import { present } from "./person.ts";
import { readStatedField, statedFields } from "./records.ts";
import { atIndex, type Report, shown, within } from "./report.ts";
import { own, readFields, readList, readValue, refuseUnknownKeys } from "./value.ts";

/** Facts said directly: a value, or a value with who said it and when. */
export function readFacts(
  lexicon: Lexicon,
  input: unknown,
  report: Report,
): Record<string, Stated> {
  const given = readFields(input, "facts", report);
  const facts: Record<string, Stated> = {};
  if (given === undefined) return facts;
  for (const name of Object.keys(given)) {
    const path = within("facts", name);
    const fact = findFact(lexicon, name, path, report);
    const value = own(given, name);
    if (fact === undefined || value === undefined) continue;
    const stated = readStated(lexicon, fact, value, path, report);
    if (stated !== undefined) facts[name] = stated;
  }
  return facts;
}

function readStated(
  lexicon: Lexicon,
  fact: Fact,
  input: unknown,
  path: string,
  report: Report,
): Stated | undefined {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    const value = readFactValue(fact, input, path, report);
    return value === undefined ? undefined : { value };
  }
  const fields = readFields(input, path, report);
  if (fields === undefined) return undefined;
  refuseUnknownKeys(fields, ["value", ...statedFields], path, report);
  const given = own(fields, "value");
  if (given === undefined) {
    report("missing-field", within(path, "value"), { field: "value" });
    return undefined;
  }
  const value = readFactValue(fact, given, within(path, "value"), report);
  const [by, day] = statedFields.map((key) => {
    const said = own(fields, key);
    return said === undefined
      ? undefined
      : readStatedField(lexicon, key, said, within(path, key), report);
  });
  return value === undefined
    ? undefined
    : { value, ...present("source", by), ...present("stated", day) };
}

/** Facts the person was asked and does not know; none of them may be stated as well. */
export function readUnsure(
  lexicon: Lexicon,
  input: unknown,
  facts: Readonly<Record<string, Stated>>,
  report: Report,
): readonly string[] {
  const names = readNames(input, "unsure", report);
  return names.flatMap(({ name, path }) => {
    // What kind of place it is belongs to the place when it is known; not knowing it has nowhere else to be said.
    if (name === "place.kind" && lexicon.facts.has(name)) return [name];
    if (findFact(lexicon, name, path, report) === undefined) return [];
    if (Object.hasOwn(facts, name)) report("unsure-but-stated", path, { fact: name });
    return [name];
  });
}

/** A list of names, each with its path. */
export function readNames(
  input: unknown,
  path: string,
  report: Report,
): readonly { readonly name: string; readonly path: string }[] {
  const list = readList(input, path, report) ?? [];
  return list.flatMap((name, index) => {
    const at = atIndex(path, index);
    if (typeof name === "string") return [{ name, path: at }];
    report("wrong-type", at, { found: shown(name), expected: '"…"' });
    return [];
  });
}

/** A fact a dossier may state: not one the place gives, nor one that other facts give. */
function findFact(lexicon: Lexicon, name: string, path: string, report: Report): Fact | undefined {
  const fact = lexicon.facts.get(name);
  if (fact === undefined) {
    report("unknown-fact", path, { fact: shown(name) }, () => suggest(name, lexicon.facts.keys()));
    return undefined;
  }
  if (name === "place.county" || name === "place.kind") {
    report("belongs-in-place", path, { fact: name, field: name.slice("place.".length) });
    return undefined;
  }
  if (fact.formula === undefined) return fact;
  report("not-askable", path, { fact: name });
  return undefined;
}

/** A value of the fact's type; a day from which something goes on may also be `none`: it does not go on. */
function readFactValue(
  fact: Fact,
  input: unknown,
  path: string,
  report: Report,
): PlainValue | undefined {
  return input === "none" && canBeNone(fact) ? "none" : readValue(fact.type, input, path, report);
}
