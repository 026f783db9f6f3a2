import type { Dossier, PlainRecord } from "../dossier/dossier.ts";
import { type Seen, factsOf } from "../fold/explain.ts";
import type { Core } from "../syntax/core.ts";
import type { Problem } from "../problem/problem.ts";
import { type Result, ok } from "../result.ts";
import type { Pack } from "../rulebook/pack.ts";
import type { Text } from "../text.ts";
import { type Decided, decideFully, outcomeOf } from "./decide.ts";
import type { Explanation, FactSeen, Reason, Source } from "./decision.ts";
import type { Question } from "./prepare.ts";
import { conditionInWords, truthName, valueInWords } from "./words.ts";

/** The decision with its reasons: facts that force it, and each ground's tree pruned to what mattered. Refuses as `decideDossier` does. */
export function explainDossier(
  pack: Pack,
  dossier: Dossier,
  question: Question = {},
): Result<Explanation, Problem> {
  const decided = decideFully(pack, dossier, question);
  if (!decided.ok) return decided;
  const { decision, seeing, shown } = decided.value;
  const tell = reasonTeller(pack, dossier, decided.value);
  return ok({
    decision,
    because: seeing.because.map((name) => tell.fact(name)),
    grounds: shown.map((seen) => ({
      rule: seen.ground.rule.id,
      clause: seen.ground.rule.clause,
      instrument: seen.ground.rule.instrument,
      title: seen.ground.rule.title,
      plain: seen.ground.rule.plain,
      outcome: outcomeOf(seen),
      tree: tell.reason(simplified(seen.tree)),
    })),
  });
}

/** `not` over a comparison reads better as the opposite comparison. */
const isLeaf = ({ core, of }: Seen): boolean =>
  of.length === 0 || (core.op === "not" && of[0]!.of.length === 0 && core.of.op === "le");

/** A tree of one part is that part. */
function simplified(seen: Seen): Seen {
  return seen.of.length === 1 && seen.core.op !== "not" && seen.core.op !== "named"
    ? simplified(seen.of[0]!)
    : seen;
}

function reasonTeller(pack: Pack, dossier: Dossier, { derived, prepared }: Decided) {
  const { facts } = prepared;

  function reason(seen: Seen): Reason {
    const { core, of } = seen;
    const truth = truthName(seen.truth);
    if (core.op === "named" && !isOnlyPlace(core)) {
      return {
        kind: "named",
        truth,
        fact: core.fact,
        label: facts.get(core.fact)!.label,
        of: of.map((part) => reason(simplified(part))),
      };
    }
    if (isLeaf(seen) || isOnlyPlace(core))
      return {
        kind: "condition",
        truth,
        text: conditionInWords(core, facts),
        facts: [...factsOf(core)].map(fact),
      };
    const kind = core.op === "not" ? "not" : core.op === "or" ? "any" : "all";
    return { kind, truth, of: of.map((part) => reason(simplified(part))) };
  }

  /** What follows from the place alone needs no tree: the person chose the place. */
  function isOnlyPlace(core: Core): boolean {
    const part = core.op === "not" ? core.of : core;
    return (
      (part.op === "named" || part.op === "is") &&
      [...factsOf(core)].every((name) => derived.origins.get(name) === "place")
    );
  }

  function fact(name: string): FactSeen {
    const declared = facts.get(name)!;
    return {
      fact: name,
      label: declared.label,
      value: placeInWords(name) ?? valueInWords(declared, derived.slots),
      unsure: dossier.unsure.includes(name),
      sources: sourcesOf(name),
    };
  }

  function placeInWords(name: string): Text | undefined {
    return name === "place.county"
      ? pack.places.find(({ code }) => code === dossier.place.county)?.name
      : undefined;
  }

  function sourcesOf(name: string): readonly Source[] {
    const origin = derived.origins.get(name);
    if (origin === "place") return [{ by: asked, stated: null, record: "place" }];
    if (origin === "stated") {
      const said = dossier.facts[name];
      return said === undefined
        ? []
        : [{ by: speaker(said.source), stated: said.stated ?? null, record: `facts.${name}` }];
    }
    if (origin === undefined) return [];
    return facts.get(name)!.records.flatMap((kind) =>
      (dossier.records[kind] ?? []).map((record: PlainRecord, index) => ({
        by: speaker(record["source"]),
        stated: typeof record["stated"] === "string" ? record["stated"] : null,
        record: `records.${kind}[${index}]`,
      })),
    );
  }

  function speaker(source: unknown): Text {
    if (source === undefined || source === "self") return self;
    return pack.vocabulary.departments.find(({ id }) => id === source)?.label ?? self;
  }

  return { reason, fact };
}

const asked: Text = { "zh-CN": "所问的地方", en: "the place asked about" };
const self: Text = { "zh-CN": "本人", en: "the person" };
