import { parseDay } from "../calendar/day.ts";
import { deriveFacts } from "../dossier/derive.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { evaluatorAt } from "../fold/evaluate.ts";
import { type Slots, UNKNOWN } from "../fold/facts.ts";
import { coverFields, fieldsOf } from "../fold/record-fields.ts";
import { factsOf, leavesOf } from "../fold/reads.ts";
import type { Problem } from "../problem/problem.ts";
import { type Result, ok, refused } from "../result.ts";
import type { Pack, Rule } from "../rulebook/pack.ts";
import { countedGrounds, type RuleSet, selectRules } from "../rulebook/select.ts";
import { and } from "../syntax/build.ts";
import type { Core } from "../syntax/core.ts";
import type { Fact, RecordKind } from "../vocabulary/vocabulary.ts";

/** A kind of record that rules can read, with the fields of it, and who reads it. */
export type RecordRead = {
  readonly kind: RecordKind;
  /** Names, in the order of the vocabulary. */
  readonly fields: readonly string[];
  /** Facts derived from it; none where it is read only for who is covered. */
  readonly facts: readonly string[];
  /** Clauses of the rules that read it, in the order of the rules. */
  readonly clauses: readonly string[];
};

/** What the rules in force can read about a person. */
export type RuleReads = {
  readonly records: readonly RecordRead[];
  /** Facts that can still matter and that the place does not give. */
  readonly facts: readonly Fact[];
};

/**
 * What the rules for a dossier's service, place and day can read, given what the dossier already says: a part of
 * a condition that is settled reads nothing more. Of a record kind: the fields that a formula names, those without
 * which there is no such record, and a spell's two ends. Refuses as `selectRules` and `deriveFacts` do.
 */
export function recordsRead(
  pack: Pack,
  service: string,
  dossier: Dossier,
): Result<RuleReads, Problem> {
  const on = parseDay(dossier.on);
  if (on === undefined) {
    return refused({ code: "bad-date", params: { found: dossier.on }, at: { path: "on" } });
  }
  const { county } = dossier.place;
  const knownAt = Math.max(...pack.rules.map(({ recorded }) => recorded));
  const selected = selectRules(pack, { service, county, on, knownAt, law: "all" });
  if (!selected.ok) return selected;
  const derived = deriveFacts(pack.vocabulary, dossier);
  if (!derived.ok) return derived;
  const { slots } = derived.value;
  const open = openLeaves(selected.value, on, slots);
  const named = new Set(open.flatMap((leaf) => [...factsOf(leaf.core)]));
  const facts = pack.vocabulary.facts.filter(
    ({ name, formula }) => named.has(name) && formula === undefined,
  );
  return ok({ records: readsOf(pack, facts, open), facts });
}

type OpenLeaf = { readonly core: Core; readonly rules: readonly Rule[] };

/** The single conditions that the facts known do not settle, each with the rules it is a part of. */
function openLeaves(rules: RuleSet, on: number, facts: Slots): readonly OpenLeaf[] {
  const evaluator = evaluatorAt(on);
  const situation = { facts, records: () => ({ items: [], complete: false }), items: {} };
  const isOpen = (core: Core): boolean => evaluator.condition(core)(situation) === UNKNOWN;
  const parts = (core: Core): readonly Core[] => {
    if (!isOpen(core)) return [];
    if (core.op === "and" || core.op === "or") return core.of.flatMap(parts);
    if (core.op === "not" || core.op === "named") return parts(core.of);
    return core.op === "if"
      ? [core.test, core.then, core.else].flatMap(parts)
      : leavesOf(core).filter(isOpen);
  };
  const own = rules.grounds.map((ground) => ({
    core: and(ground.where, ground.when),
    rules: [ground.rule],
  }));
  const all = rules.grounds.map(({ rule }) => rule);
  // With a binding text above, the grounds count together: its conditions are read as well.
  const together =
    rules.limit === undefined
      ? []
      : countedGrounds(rules).map(({ where, when }) => ({ core: and(where, when), rules: all }));
  return [...own, ...together].flatMap(({ core, rules: by }) =>
    parts(core).map((leaf) => ({ core: leaf, rules: by })),
  );
}

function readsOf(
  { vocabulary }: Pack,
  facts: readonly Fact[],
  open: readonly OpenLeaf[],
): readonly RecordRead[] {
  const byFact = new Map(facts.map((fact) => [fact.name, fieldsOf(fact)]));
  const rulesOf = (names: ReadonlySet<string>): readonly Rule[] =>
    open
      .filter(({ core }) => [...factsOf(core)].some((name) => names.has(name)))
      .flatMap((leaf) => leaf.rules);
  const covering = [...new Set(open.flatMap((leaf) => leaf.rules))].filter(({ covers }) =>
    covers.some(({ relation }) => relation !== "self"),
  );
  const covered = coverFields(covering.flatMap(({ covers }) => covers));
  return vocabulary.records.flatMap((kind): readonly RecordRead[] => {
    const readers = [...byFact].filter(([, fields]) => fields.has(kind.name));
    const names = new Set(readers.flatMap(([, fields]) => [...(fields.get(kind.name) ?? [])]));
    const isCovered = kind.name === "family" && covered.size > 0;
    if (readers.length === 0 && !isCovered) return [];
    if (isCovered) for (const field of covered) names.add(field);
    const rules = [
      ...rulesOf(new Set(readers.map(([name]) => name))),
      ...(isCovered ? covering : []),
    ];
    return [
      {
        kind,
        fields: kind.fields
          .filter(
            ({ name, required, type }) =>
              type.kind !== "text" && (required || names.has(name) || isEnd(kind, name)),
          )
          .map(({ name }) => name),
        facts: readers.map(([name]) => name),
        clauses: [...new Set(rules.map(({ clause }) => clause))],
      },
    ];
  });
}

const isEnd = ({ spell }: RecordKind, field: string): boolean =>
  spell && (field === "from" || field === "to");
