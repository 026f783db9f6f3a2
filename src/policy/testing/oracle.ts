import { type Names, type Value, date, interpret, isTrue, quantity } from "./interpreter.ts";
import { type Person, type RandomPack, type RuleText, day } from "./random-packs.ts";

const units: Readonly<Record<string, string>> = {
  months: "months",
  age: "years",
  away: "days",
  members: "people",
  "f.long": "months",
  "f.years": "years",
};

/** The outcome as design §3 says it, for a person of whom everything is known. */
export function naiveOutcome(
  pack: RandomPack,
  person: Person,
  on: number,
  knownAt: number,
  law: "all" | "L",
): "granted" | "refused" | "refer" {
  const holds = (text: string): boolean => isTrue(text, on, namesOf(pack, person, on));
  const rules = pack.rules.filter(
    ({ own, from, until, recorded }) =>
      (own || law === "all") &&
      day(from) <= on &&
      (until === undefined || on < day(until)) &&
      day(recorded) <= knownAt,
  );
  /** The exception wins, unless an exception to it does. */
  const applies = (rule: RuleText): boolean =>
    holds(rule.where) &&
    holds(rule.when) &&
    !rules.some((other) => other.exceptionTo.includes(rule.id) && applies(other));
  const applied = rules.filter(applies);
  if (applied.some(({ own, gives }) => own && gives === "grant")) return "granted";
  if (applied.length > 0) return "refer";
  return law === "all" && pack.openSlot ? "refer" : "refused";
}

function namesOf(pack: RandomPack, person: Person, on: number): Names {
  const names: Names = (name) => {
    if (name === "limit") return quantity(pack.limits[on < day("2025-01-01") ? 0 : 1], "months");
    if (name === "special") return { is: "list", items: pack.special };
    const stated = person[name];
    if (stated !== undefined) return measured(name, stated);
    const says = pack.derived[name];
    if (says === undefined) return undefined;
    const row =
      typeof says === "string" ? says : says.find(({ when }) => isTrue(when, on, names))!.then;
    const value = interpret(row, on, names);
    const isBare = typeof value === "object" && value.is === "number" && value.per === undefined;
    // A number's own unit is the fact's, whatever the formula was measured in.
    if (isBare) return quantity(value.value, units[name]!);
    return typeof value === "object" && value.is === "number"
      ? { ...quantity(1, units[name]!), value: value.value }
      : value;
  };
  return names;
}

function measured(name: string, stated: boolean | string | number): Value {
  if (typeof stated !== "number") return stated;
  const unit = units[name];
  return unit === undefined ? date(stated) : quantity(stated, unit);
}
