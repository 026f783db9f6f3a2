import { type Cause, type Edge, fill, type Outcome, type Times } from "../policy/index.ts";
import { describeAsked, marks, outcomeSentence, section, type Wording } from "./decision-text.ts";
import type { Texts } from "./text/texts.ts";

/** A time line for a person: the answer on the day asked about, then each change with its causes and what it takes for granted. */
export function describeTimes(times: Times, wording: Wording): string {
  const { texts } = wording;
  const { service, on, segments, edges } = times;
  const today = segments.slice(0, 1).map(({ outcome }) => outcomeSentence(outcome, texts));
  const end = segments.at(-1)?.until ?? on;
  const blocks = [
    [...today, describeAsked(service, on, wording)].join("\n"),
    edges.length === 0
      ? fill(texts.noEdges, { day: end })
      : section(
          fill(texts.edges, { day: end }),
          edges.map((edge) => describeEdge(edge, wording)),
        ),
    texts.advice,
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** A day on which the answer changes: from what to what, which grounds turn, and what has to go on until then. */
export function describeEdge(edge: Edge, wording: Wording): string {
  const { texts, locale } = wording;
  const { day, before, after, causes, assumptions } = edge;
  const change = fill(texts.edge, {
    day,
    before: shortOutcome(before, texts),
    after: shortOutcome(after, texts),
  });
  return [
    `${marks[after]} ${change}`,
    ...causes.map((cause) => `  - ${describeCause(cause, wording)}`),
    ...assumptions.map(({ text }) => `  ${fill(texts.assumption, { text: text[locale] })}`),
  ].join("\n");
}

function describeCause(
  { clause, title, change, facts }: Cause,
  { texts, locale }: Wording,
): string {
  const changes = {
    begins: texts.causeBegins,
    ends: texts.causeEnds,
    opens: texts.causeOpens,
    settles: texts.causeSettles,
  };
  const labels = facts.map(({ label }) => label[locale]);
  const because = labels.length === 0 ? texts.causeText : labels.join(texts.listGap);
  return `${clause} ${title[locale]} — ${changes[change]} (${because})`;
}

/** An answer in a word or two. */
export function shortOutcome(outcome: Outcome, texts: Texts): string {
  const words = {
    granted: texts.shortGranted,
    refused: texts.shortRefused,
    unknown: texts.shortUnknown,
    refer: texts.shortRefer,
  };
  return words[outcome];
}
