import { type Coverage, type CoveredSentence, fill, type Locale } from "../policy/index.ts";
import type { Texts } from "./text/texts.ts";

type Wording = { readonly locale: Locale; readonly texts: Texts };

/** The documents sentence by sentence: clause and number, what it says, what became of it. */
export function describeCoverage({ documents, rows }: Coverage, wording: Wording): string {
  const { locale } = wording;
  const titles = new Map(rows.map(({ row, title }) => [row, title[locale]]));
  return documents
    .map(({ instrument, title, articles }) => {
      const lines = articles.flatMap(({ part, clause, title: heading, covered }, index) => [
        ...(articles[index - 1]?.part[locale] === part[locale] ? [] : ["", `## ${part[locale]}`]),
        "",
        `${clause} ${heading[locale]}`,
        ...covered.flatMap((entry) => describeSentence(clause, entry, titles, wording)),
      ]);
      return [`# ${instrument} ${title[locale]}`, ...lines, ""].map((line) => `${line}\n`).join("");
    })
    .join("\n");
}

function describeSentence(
  clause: string,
  { sentence, says, became, departure }: CoveredSentence,
  titles: ReadonlyMap<string, string>,
  { locale, texts }: Wording,
): readonly string[] {
  const list = (template: string, names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [fill(template, { names: names.join(texts.listGap) })];
  const rows = became.rows.map((row) => `${row} ${titles.get(row) ?? ""}`.trimEnd());
  const outcomes = [
    ...list(texts.becameRules, became.rules),
    ...list(texts.becameFacts, became.facts),
    ...list(texts.becameProhibitions, became.prohibitions),
    ...list(texts.becameRows, rows),
    ...(became.information ? [texts.becameInformation] : []),
    ...(departure === null ? [] : [fill(texts.departure, { page: departure })]),
  ];
  return [
    `  ${clause}:${sentence} ${says[locale]}`,
    ...outcomes.map((outcome) => `    → ${outcome}`),
  ];
}
