import { fill, type ProposedChange, type WhatIf } from "../policy/index.ts";
import {
  describeAsked,
  describePaper,
  outcomeSentence,
  section,
  type Wording,
} from "./decision-text.ts";
import { describeEdge } from "./times-text.ts";

/** What would be enough, for a person: each set of changes with the papers that prove them, and what waiting brings. */
export function describeWhatIf(found: WhatIf, service: string, wording: Wording): string {
  const { texts, dossier } = wording;
  const { outcome, sets, byWaiting, exact } = found;
  const blocks = [
    `${outcomeSentence(outcome, texts)}\n${describeAsked(service, dossier.on, wording)}`,
    section(
      sets.length === 1 ? texts.onlySet : texts.changeSets,
      sets.map((set, index) => describeSet(set, index + 1, wording)),
    ),
    section(texts.byWaiting, byWaiting === null ? [] : [describeEdge(byWaiting, wording)]),
    nothingElse(found, wording),
    exact ? "" : texts.approximate,
    texts.advice,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function nothingElse({ outcome, sets, byWaiting }: WhatIf, { texts }: Wording): string {
  if (outcome === "granted") return texts.nothingToChange;
  return sets.length === 0 && byWaiting === null ? texts.noChangeFound : "";
}

function describeSet(set: readonly ProposedChange[], number: number, wording: Wording): string {
  const lines = set.flatMap((change) => describeChange(change, wording));
  return lines.map((line, index) => `${index === 0 ? `${number}.` : "  "} ${line}`).join("\n");
}

function describeChange(change: ProposedChange, wording: Wording): readonly string[] {
  const { texts, locale } = wording;
  const { label, to, wasOpen, papers } = change;
  const said = fill(wasOpen ? texts.changeOpen : texts.change, {
    fact: label[locale],
    to: to[locale],
  });
  if (papers.length === 0) return [said];
  const names = papers.map((paper) => describePaper(paper, wording)).join(texts.listGap);
  return [said, `  ${fill(texts.provedBy, { papers: names })}`];
}
