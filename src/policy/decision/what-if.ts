import type { RuleDiagram } from "../diagram/build.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { isCountyLevel } from "../dossier/lexicon.ts";
import { kindFits } from "../dossier/place.ts";
import { type Change, whatIf } from "../fold/what-if.ts";
import type { Problem } from "../problem/problem.ts";
import { ok, type Result } from "../result.ts";
import type { NamedPlace, Pack } from "../rulebook/pack.ts";
import { chainOf } from "../rulebook/select.ts";
import type { Text } from "../text.ts";
import { decideFully, paperNeeded } from "./decide.ts";
import type { ProposedChange, WhatIf } from "./decision.ts";
import type { Question } from "./prepare.ts";
import { firstGrant } from "./when.ts";
import { changeInWords } from "./words.ts";

/** What would grant, now by the person's own doing or later by waiting. Refuses as `decideDossier` does. */
export function whatIfDossier(
  pack: Pack,
  dossier: Dossier,
  question: Question = {},
): Result<WhatIf, Problem> {
  const decided = decideFully(pack, dossier, question);
  if (!decided.ok) return decided;
  const { decision, derived, prepared } = decided.value;
  const { diagram } = prepared;
  if (decision.outcome === "granted" || diagram === undefined) {
    return ok({
      outcome: decision.outcome,
      sets: [],
      byWaiting: null,
      exact: diagram !== undefined,
    });
  }
  return ok({
    outcome: decision.outcome,
    sets: whatIf(diagram)(derived.slots)
      .flatMap((set) => placed(set, pack, dossier, diagram))
      .map((set) => set.map((change) => proposed(pack, change))),
    byWaiting: firstGrant(decided.value),
    exact: diagram.exact,
  });
}

/**
 * A set that proposes a county proposes one that there is, under the same texts; none where that county, or
 * the dossier's, has no such kind of place. A region of codes may be named by a code that is no county's.
 */
function placed(
  set: readonly Change[],
  pack: Pack,
  dossier: Dossier,
  { variables }: RuleDiagram,
): readonly (readonly Change[])[] {
  const counties = pack.places.filter(isCountyLevel);
  const kind = set.find(({ fact }) => fact.name === "place.kind");
  const kindId =
    kind?.fact.type.kind === "enum" ? kind.fact.type.values[kind.value]?.id : dossier.place.kind;
  const fits = (county: NamedPlace | undefined): boolean =>
    county === undefined || kindId === undefined || kindFits(kindId, county.type);
  const change = set.find(({ fact }) => fact.name === "place.county");
  if (change === undefined || counties.length === 0)
    return fits(counties.find(({ code }) => code === dossier.place.county)) ? [set] : [];
  const variable = variables.find((one) => one.kind === "code" && one.fact === change.fact);
  if (variable?.kind !== "code") return [set];
  const region = variable.classOf(change.value);
  const chain = chainOf(pack, dossier.place.county);
  const county = counties.find(
    (one) =>
      variable.classOf(Number(one.code)) === region &&
      fits(one) &&
      chainOf(pack, one.code) === chain,
  );
  if (county === undefined) return [];
  const value = Number(county.code);
  return [set.map((one) => (one === change ? { ...one, value, low: value, high: value } : one))];
}

/** A county by its name and code. */
function placeNamed({ fact, value }: Change, { places }: Pack): Text | undefined {
  const place =
    fact.type.kind === "code" ? places.find(({ code }) => Number(code) === value) : undefined;
  if (place === undefined) return undefined;
  const { name, code } = place;
  return { "zh-CN": `${name["zh-CN"]} ${code}`, en: `${name.en} ${code}` };
}

function proposed(pack: Pack, change: Change): ProposedChange {
  const { fact, wasOpen } = change;
  return {
    fact: fact.name,
    label: fact.label,
    to: placeNamed(change, pack) ?? changeInWords(change),
    wasOpen,
    papers: fact.provedBy.map((paper) => paperNeeded(pack, paper, [fact.name])),
  };
}
