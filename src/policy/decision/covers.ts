import type { Dossier } from "../dossier/dossier.ts";
import { recordSlots } from "../dossier/derive.ts";
import { evaluatorAt } from "../fold/evaluate.ts";
import { FALSE, TRUE } from "../fold/facts.ts";
import type { Pack } from "../rulebook/pack.ts";
import type { Rule } from "../rulebook/pack.ts";
import type { Covered, MemberCovered } from "./decision.ts";

/** Who may register with the person under the rules that hold, and which of the dossier's family that is. */
export function coversOf(
  pack: Pack,
  rules: readonly Rule[],
  dossier: Dossier,
  on: number,
): readonly Covered[] {
  const kind = pack.vocabulary.records.find(({ name }) => name === "family");
  const relations = kind?.fields.find(({ name }) => name === "relation")?.type;
  if (kind === undefined || relations?.kind !== "enum") return [];
  const evaluator = evaluatorAt(on);
  const family = dossier.records["family"] ?? [];
  return relations.values.flatMap(({ id, label }) => {
    const covers = rules.flatMap((rule) =>
      rule.covers.filter(({ relation }) => relation === id).map((cover) => ({ rule, cover })),
    );
    if (covers.length === 0) return [];
    const conditions = covers.map(({ cover }) =>
      evaluator.condition(cover.condition ?? { op: "constant", value: true }),
    );
    const members = family.flatMap((record, index): readonly MemberCovered[] => {
      if (record["relation"] !== id) return [];
      const situation = {
        facts: {},
        records: () => ({ items: [], complete: true }),
        items: { item: recordSlots(kind, record) },
      };
      const truths = conditions.map((condition) => condition(situation));
      const state = truths.includes(TRUE)
        ? "covered"
        : truths.every((truth) => truth === FALSE)
          ? "not-covered"
          : "unknown";
      return [
        { index, state, ...(typeof record["name"] === "string" ? { name: record["name"] } : {}) },
      ];
    });
    const everyCondition = covers.map(({ cover }) => cover.source ?? null);
    return [
      {
        relation: id,
        label,
        by: [...new Set(covers.map(({ rule }) => rule.id))],
        condition: everyCondition.includes(null) ? null : [...new Set(everyCondition)].join(" or "),
        members,
      },
    ];
  });
}
