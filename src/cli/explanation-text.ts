import {
  type Explanation,
  type FactSeen,
  fill,
  type GroundReasons,
  type Reason,
  type Source,
  type Truth,
} from "../policy/index.ts";
import { describeOutcome, marks, section, stateWord, type Wording } from "./decision-text.ts";

const truthMarks: Readonly<Record<Truth, string>> = { true: "✓", false: "✗", unknown: "?" };

/** An explanation for a person: the outcome, the facts that settled it, and each ground's tree of reasons. */
export function describeExplanation(explanation: Explanation, wording: Wording): string {
  const { texts } = wording;
  const because = explanation.because.flatMap((fact) => [
    `- ${describeFact(fact, wording)}`,
    ...describeSources(fact, wording),
  ]);
  const blocks = [
    describeOutcome(explanation.decision, wording),
    section(texts.because, because),
    ...explanation.grounds.map((ground) => describeGround(ground, wording)),
    texts.advice,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function describeGround(ground: GroundReasons, wording: Wording): string {
  const { texts, locale } = wording;
  return [
    `${marks[ground.outcome]} ${ground.clause} ${ground.title[locale]} — ${stateWord(ground.outcome, texts)}`,
    `  ${ground.plain[locale]}`,
    ...describeReason(flattened(ground.tree), 1, wording),
  ].join("\n");
}

/** All within all, and any within any, are one; the reader need not see how the rule was put together. */
function flattened(reason: Reason): Reason {
  if (reason.kind === "condition") return reason;
  const of = reason.of.map(flattened);
  if (reason.kind !== "all" && reason.kind !== "any") return { ...reason, of };
  const merged = of.flatMap((part) => (part.kind === reason.kind ? part.of : [part]));
  const [only] = merged;
  return merged.length === 1 && only !== undefined ? only : { ...reason, of: merged };
}

function describeReason(reason: Reason, depth: number, wording: Wording): readonly string[] {
  const { texts, locale } = wording;
  const words = { true: texts.truthTrue, false: texts.truthFalse, unknown: texts.truthUnknown };
  const line = (text: string) =>
    `${"  ".repeat(depth)}${truthMarks[reason.truth]} ${text} [${words[reason.truth]}]`;
  switch (reason.kind) {
    case "condition": {
      const inner = "  ".repeat(depth + 2);
      const facts = reason.facts.flatMap((fact) => [
        `${inner}${describeFact(fact, wording)}`,
        ...describeSources(fact, wording).map((source) => `${inner}${source}`),
      ]);
      return [line(reason.text[locale]), ...facts];
    }
    case "named":
      return [line(reason.label[locale]), ...describeAll(reason.of, depth + 1, wording)];
    case "all":
      return [line(texts.treeAll), ...describeAll(reason.of, depth + 1, wording)];
    case "any":
      return [line(texts.treeAny), ...describeAll(reason.of, depth + 1, wording)];
    case "not":
      return [line(texts.treeNot), ...describeAll(reason.of, depth + 1, wording)];
  }
}

const describeAll = (
  reasons: readonly Reason[],
  depth: number,
  wording: Wording,
): readonly string[] => reasons.flatMap((reason) => describeReason(reason, depth, wording));

function describeFact(fact: FactSeen, { texts, locale }: Wording): string {
  const unknown = fact.unsure ? texts.valueUnsure : texts.valueUnknown;
  return `${fact.label[locale]}: ${fact.value?.[locale] ?? unknown}`;
}

function describeSources(fact: FactSeen, wording: Wording): readonly string[] {
  return fact.sources.map((source) => `  ${describeSource(source, wording)}`);
}

function describeSource({ by, stated, record }: Source, { texts, locale }: Wording): string {
  const said =
    stated === null
      ? fill(texts.source, { by: by[locale] })
      : fill(texts.sourceStated, { by: by[locale], stated });
  return record === null ? said : `${said} (${record})`;
}
