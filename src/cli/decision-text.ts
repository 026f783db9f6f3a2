import {
  type Covered,
  type Decision,
  type Dossier,
  fill,
  type GroundOutcome,
  type Locale,
  type Outcome,
  type Pack,
  type PaperNeeded,
  type Text,
} from "../policy/index.ts";
import type { Texts } from "./text/texts.ts";

/** What the words of an answer are taken from. */
export type Wording = {
  readonly pack: Pack;
  readonly dossier: Dossier;
  readonly locale: Locale;
  readonly texts: Texts;
};

export const marks: Readonly<Record<Outcome, string>> = {
  granted: "✓",
  refused: "✗",
  unknown: "?",
  refer: "→",
};

/** A decision for a person: the outcome first, then grounds, family, what is missing, papers, who decides, the texts. */
export function describeDecision(decision: Decision, wording: Wording): string {
  const { texts } = wording;
  const blocks = [
    describeOutcome(decision, wording),
    describeGrounds(decision, wording),
    section(
      texts.covers,
      decision.covers.map((covered) => describeCovered(covered, decision, wording)),
    ),
    describeMissing(decision, wording),
    section(texts.papers, describePapers(decision.papers, wording)),
    describeTexts(decision, wording),
    texts.advice,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** The outcome, who decides if a person does, and what was asked about. */
export function describeOutcome(decision: Decision, wording: Wording): string {
  const { texts, locale } = wording;
  const { authority, outcome, service, asOf } = decision;
  return [
    outcomeSentence(outcome, texts),
    ...(authority === null ? [] : [fill(texts.authority, { authority: authority.label[locale] })]),
    describeAsked(service, asOf.on, wording),
  ].join("\n");
}

/** The answer in one sentence, its mark first. */
export function outcomeSentence(outcome: Outcome, texts: Texts): string {
  const sentences = {
    granted: texts.outcomeGranted,
    refused: texts.outcomeRefused,
    unknown: texts.outcomeUnknown,
    refer: texts.outcomeRefer,
  };
  return `${marks[outcome]} ${sentences[outcome]}`;
}

/** Service, place and day. */
export function describeAsked(service: string, on: string, wording: Wording): string {
  const { texts, locale, pack, dossier } = wording;
  const { county, name } = dossier.place;
  const known = pack.places.find((place) => place.code === county)?.name[locale] ?? name;
  const place = known === undefined ? county : `${known} ${county}`;
  return fill(texts.asked, { service, place, on });
}

const order: readonly Outcome[] = ["granted", "refer", "unknown", "refused"];

function describeGrounds({ grounds, outcome }: Decision, wording: Wording): string {
  const { texts } = wording;
  if (grounds.length === 0) return texts.noGrounds;
  // One ground is enough: what the others would still need is no concern of a person who may.
  const told =
    outcome === "granted" ? grounds.filter((ground) => ground.outcome === "granted") : grounds;
  const sorted = told.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  const rest = grounds.length - told.length;
  return section(texts.grounds, [
    ...sorted.map((ground) => describeGround(ground, wording)),
    ...(rest === 0 ? [] : [fill(texts.otherGrounds, { count: rest })]),
  ]);
}

function describeGround(ground: GroundOutcome, wording: Wording): string {
  const { texts, locale } = wording;
  const facts = ground.missing.map(({ fact }) => factLabel(fact, wording));
  const details = [
    stateWord(ground.outcome, texts),
    ...describeSpan(ground, texts),
    ...(facts.length === 0 ? [] : [fill(texts.missingHere, { facts: facts.join(texts.listGap) })]),
  ];
  const authority = ground.authority === null ? "" : ` (${ground.authority.label[locale]})`;
  return `${marks[ground.outcome]} ${ground.clause} ${ground.title[locale]} — ${details.join("; ")}${authority}`;
}

/** Since when it is so, and when that ends. */
function describeSpan({ outcome, from, until }: GroundOutcome, texts: Texts): readonly string[] {
  const end = outcome === "granted" ? texts.holdsUntil : texts.changesOn;
  return [
    ...(from === null ? [] : [fill(texts.since, { day: from })]),
    ...(until === null ? [] : [fill(end, { day: until })]),
  ];
}

export function stateWord(outcome: Outcome, texts: Texts): string {
  const words = {
    granted: texts.stateGranted,
    refused: texts.stateRefused,
    unknown: texts.stateUnknown,
    refer: texts.stateRefer,
  };
  return words[outcome];
}

function describeCovered(
  covered: Covered,
  { grounds }: Decision,
  { texts, locale }: Wording,
): string {
  const states = {
    covered: texts.coveredYes,
    "not-covered": texts.coveredNo,
    unknown: texts.coveredUnknown,
  };
  const members = covered.members.map(
    (member) => `${member.name ?? `#${member.index + 1}`}: ${states[member.state]}`,
  );
  const clauses = covered.by.map(
    (rule) => grounds.find((ground) => ground.rule === rule)?.clause ?? rule,
  );
  const by = fill(texts.by, { rules: [...new Set(clauses)].join(texts.listGap) });
  return [`- ${covered.label[locale]} (${by})`, ...members.map((member) => `  ${member}`)].join(
    "\n",
  );
}

function describeMissing({ missing, next }: Decision, wording: Wording): string {
  const { texts, locale } = wording;
  const states = {
    unknown: texts.missingUnknown,
    unsure: texts.missingUnsure,
    unmet: texts.missingUnmet,
  };
  const lines = missing.flatMap((item) => {
    const papers = item.provedBy.map((paper) => describePaper(paper, wording));
    const gap =
      papers.length === 0
        ? []
        : [`  ${fill(texts.provedBy, { papers: papers.join(texts.listGap) })}`];
    const question =
      item.question === undefined || item.state === "unmet" ? [] : [`  ${item.question[locale]}`];
    return [`- ${item.label[locale]} — ${states[item.state]}`, ...question, ...gap];
  });
  const first = next === null ? [] : [fill(texts.next, { fact: factLabel(next, wording) })];
  return section(texts.missing, [...lines, ...first]);
}

/** Papers that prove the same stand for one another: any one will do. */
function describePapers(papers: readonly PaperNeeded[], wording: Wording): readonly string[] {
  const groups = Map.groupBy(papers, ({ paper, proves }) =>
    proves.length === 0 ? paper : proves.join(),
  );
  return [...groups.values()].map((group) => {
    const names = group.map((paper) => describePaper(paper, wording)).join(wording.texts.listGap);
    return `- ${group.length === 1 ? names : fill(wording.texts.anyOf, { papers: names })}`;
  });
}

export function describePaper({ label, from }: PaperNeeded, { texts, locale }: Wording): string {
  const paper = label[locale];
  return from === undefined ? paper : fill(texts.paperFrom, { paper, from: from[locale] });
}

function describeTexts({ asOf }: Decision, { texts, locale }: Wording): string {
  const lines = asOf.texts.map((text) => {
    const since = fill(texts.textSince, { from: text.from });
    const until = text.until === null ? [] : [fill(texts.until, { day: text.until })];
    const held = text.held ? [] : [texts.textNotHeld];
    return `- ${text.instrument} ${text.title[locale]} — ${[since, ...until, ...held].join("; ")}\n  ${text.status[locale]}`;
  });
  return section(fill(texts.texts, { on: asOf.on, knownAt: asOf.knownAt }), lines);
}

function factLabel(name: string, { pack, locale }: Wording): string {
  const label: Text | undefined = pack.vocabulary.facts.find((fact) => fact.name === name)?.label;
  return label?.[locale] ?? name;
}

/** A heading and its lines, or nothing without lines. */
export function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [heading, ...lines.map((line) => indent(line))].join("\n");
}

const indent = (text: string): string => text.replace(/^/gm, "  ");
