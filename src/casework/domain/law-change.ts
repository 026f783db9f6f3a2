// The law changes while a case is open. Which text applies is data of the new text; this works out the answer by it.
import {
  type Decision,
  type Dossier,
  explainDossier,
  type Explanation,
  type OpenCases,
  type Pack,
  type Problem,
  type Result,
  selectRules,
  type Text,
} from "../../policy/index.ts";
import type { Advice } from "./action.ts";
import type { IsoDate } from "./shapes.ts";
import { numberOf } from "./working-days.ts";

/**
 * Where a new text is silent: the old one decides on the right itself, unless the new one is better for the person
 * (Supreme People's Court, Fa [2004] no. 96, part 3; Legislation Law art. 104).
 */
const whereSilent: OpenCases = {
  applies: "better",
  clause: "法〔2004〕96号 part 3; Legislation Law art. 104",
};

/** Which law decides a case: the only one there was, the one of the day it was handed in, or today's. */
export type LawApplied = {
  readonly law: Advice["law"];
  readonly explanation: Explanation;
  /** What the resident is told; null where nothing changed. */
  readonly told: Text | null;
};

/**
 * The answer for a case handed in on one day and decided on another, `dossier.on`. Facts are those of the deciding day
 * either way; only the law differs.
 *
 * @returns the problems of `explainDossier`
 */
export function explainOpenCase(
  pack: Pack,
  dossier: Dossier,
  submitted: IsoDate,
  service: string,
): Result<LawApplied, Problem> {
  const now = explainDossier(pack, dossier, { service });
  if (!now.ok) return now;
  const only = { law: "only", explanation: now.value, told: null } as const;
  const changed = changedRules(pack, dossier, submitted, service);
  if (changed.length === 0) return { ok: true, value: only };
  const before = explainDossier(withLawOf(pack, numberOf(submitted)), dossier, { service });
  if (!before.ok) return before;
  const concerned = new Set(
    [...before.value.grounds, ...now.value.grounds].map(({ rule }) => rule),
  );
  const [newest] = changed
    .filter(({ id }) => concerned.has(id))
    .toSorted((a, b) => b.inForce.from - a.inForce.from);
  if (newest === undefined) return { ok: true, value: only };
  const text = pack.instruments.find(({ id }) => id === newest.instrument);
  const said = text?.openCases ?? whereSilent;
  const isOld =
    said.applies === "old" ||
    (said.applies === "better" && isBetter(before.value.decision, now.value.decision));
  const law = isOld ? "old" : "new";
  const explanation = isOld ? before.value : now.value;
  return { ok: true, value: { law, explanation, told: tell(law, said, submitted) } };
}

/** Laws of days kept for each pack: one for each day on which an open case was handed in. */
const lawsKept = 64;
const laws = new WeakMap<Pack, Map<number, Pack>>();

/** The pack with the law of one day in force from then on, and no other; the same one each time. */
export function withLawOf(pack: Pack, day: number): Pack {
  const known = laws.get(pack) ?? new Map<number, Pack>();
  laws.set(pack, known);
  const found = known.get(day) ?? frozen(pack, day);
  if (known.size >= lawsKept) known.clear();
  known.set(day, found);
  return found;
}

function frozen(pack: Pack, day: number): Pack {
  const isIn = ({ from, until }: Period) => from <= day && day < (until ?? Infinity);
  return {
    ...pack,
    rules: pack.rules
      .filter(({ inForce }) => isIn(inForce))
      .map((rule) => ({ ...rule, inForce: { from: rule.inForce.from } })),
    // Texts of other days stay named: a place's own text decides which ground only refers.
    instruments: pack.instruments.map((text) => ({
      ...text,
      inForce: isIn(text.inForce) ? { from: text.inForce.from } : { from: Infinity },
    })),
  };
}

type Rule = Pack["rules"][number];
type Period = Rule["inForce"];

/** Rules of the place whose ground, exceptions included, is not the same on both days. */
function changedRules(
  pack: Pack,
  { place, on }: Dossier,
  submitted: IsoDate,
  service: string,
): readonly Rule[] {
  if (!isChanged(pack, numberOf(submitted), numberOf(on))) return [];
  const groundsOn = (day: IsoDate) => {
    const asked = { service, county: place.county, on: numberOf(day), knownAt: Infinity };
    const selected = selectRules(pack, { ...asked, law: "all" });
    const { grounds, limit } = selected.ok ? selected.value : { grounds: [], limit: undefined };
    return grounds.map(({ rule, where, when, gives }) => ({
      rule,
      said: JSON.stringify([rule.id, where, when, gives, rule.covers, limit]),
    }));
  };
  const [before, now] = [groundsOn(submitted), groundsOn(on)];
  const isNotIn = (other: typeof now) => (ground: (typeof now)[number]) =>
    !other.some(({ said }) => said === ground.said);
  return [...now.filter(isNotIn(before)), ...before.filter(isNotIn(now))].map(({ rule }) => rule);
}

/** Whether anything comes into or goes out of force after one day and until another. */
function isChanged({ rules, instruments }: Pack, after: number, until: number): boolean {
  const isBetween = (day: number | undefined) => day !== undefined && after < day && day <= until;
  return [...rules, ...instruments].some(
    ({ inForce }) => isBetween(inForce.from) || isBetween(inForce.until),
  );
}

const rank: Readonly<Record<Decision["outcome"], number>> = {
  granted: 3,
  refer: 2,
  unknown: 1,
  refused: 0,
};

/** For the person: a better answer, or as good a one that takes more of the family along. */
function isBetter(a: Decision, b: Decision): boolean {
  const ahead = rank[a.outcome] - rank[b.outcome];
  return ahead > 0 || (ahead === 0 && coveredBy(a) > coveredBy(b));
}

const coveredBy = ({ covers }: Decision): number =>
  new Set(
    covers.flatMap(({ members }) =>
      members.flatMap(({ index, state }) => (state === "covered" ? [index] : [])),
    ),
  ).size;

function tell(law: "old" | "new", { applies, clause }: OpenCases, submitted: IsoDate): Text {
  const old = law === "old";
  const why = {
    old: { "zh-CN": "新规定写明", en: "The new rules say so" },
    new: { "zh-CN": "新规定写明", en: "The new rules say so" },
    better: { "zh-CN": "按对您更有利的办理", en: "Of the two, it is the better for you" },
  }[applies];
  return {
    "zh-CN": `您递交申请（${submitted}）以后，规定有了变化。您的申请按${old ? "递交时的旧规定" : "现在的新规定"}办理：${why["zh-CN"]}（${clause}）。`,
    en: `The rules changed after you applied (${submitted}). Your application is decided by ${old ? "the rules of the day you applied" : "today's rules"}. ${why.en} (${clause}).`,
  };
}
