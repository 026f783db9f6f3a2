import {
  canBeNone,
  type Decision,
  type Fact,
  fill,
  type Interview,
  type Locale,
} from "../policy/index.ts";
import { outcomeSentence, section, type Wording } from "./decision-text.ts";
import type { Texts } from "./text/texts.ts";

/** The next question for a person: how many are likely left, what is asked, why, and how to answer. */
export function describeInterview(interview: Interview, wording: Wording): string {
  const { texts, locale, pack } = wording;
  const { next, expected, outcome, exact } = interview;
  if (next === null) return `${outcomeSentence(outcome, texts)}\n${texts.noMoreQuestions}\n`;
  const fact = pack.vocabulary.facts.find(({ name }) => name === next.fact);
  const left = fill(exact ? texts.questionsLeft : texts.questionsLeftApproximate, {
    count: Math.max(1, Math.round(expected)),
  });
  return [
    fill(texts.questionLine, { question: next.question[locale], left }),
    ...(next.why === null ? [] : [`  ${fill(texts.why, { why: next.why[locale] })}`]),
    ...(fact === undefined ? [] : describeOptions(fact, locale)),
    ...(fact === undefined ? [] : [`  ${expectedAnswer(fact, texts)}${texts.answerCommands}`]),
    "",
  ].join("\n");
}

function describeOptions({ type }: Fact, locale: Locale): readonly string[] {
  if (type.kind !== "enum") return [];
  return type.values.map(({ label }, index) => `  ${index + 1}  ${label[locale]}`);
}

/** What may be typed as an answer. */
export function expectedAnswer(fact: Fact, texts: Texts): string {
  const { type } = fact;
  switch (type.kind) {
    case "boolean":
      return texts.expectsTruth;
    case "enum":
      return fill(texts.expectsOption, { count: type.values.length });
    case "number":
      return texts.expectsNumber;
    case "date":
      return canBeNone(fact) ? texts.expectsDayOrNone : texts.expectsDay;
    case "code":
      return type.system === "division" ? texts.expectsCounty : texts.expectsPrefecture;
  }
}

/** Why a fact is asked, and the grounds that wait for it. */
export function describeWhy(fact: Fact, decision: Decision, { texts, locale }: Wording): string {
  const waiting = decision.grounds.filter(({ missing }) =>
    missing.some((item) => item.fact === fact.name),
  );
  const reason = fact.why === undefined ? fact.label[locale] : fact.why[locale];
  const grounds = waiting.map(({ clause, title }) => `${clause} ${title[locale]}`);
  return [
    fill(texts.why, { why: reason }),
    ...[section(texts.groundsWaiting, grounds)].filter((block) => block !== ""),
    "",
  ].join("\n");
}
