import { dossierMessages } from "../dossier/messages.ts";
import { packMessages } from "../rulebook/messages.ts";
import type { Locale } from "../text.ts";
import { type Problem, describePlace, fill } from "./problem.ts";

const meant: Readonly<Record<Locale, string>> = {
  "zh-CN": "（是不是 {suggestion}？）",
  en: " (did you mean {suggestion}?)",
};

/** One line: where, what, and the spelling that was probably meant. */
export function describeProblem(problem: Problem, locale: Locale): string {
  const [own, other] =
    problem.at.file === undefined
      ? [dossierMessages, packMessages]
      : [packMessages, dossierMessages];
  const template = (own[problem.code] ?? other[problem.code])?.[locale] ?? problem.code;
  const place = describePlace(problem.at);
  const suggestion =
    problem.suggestion === undefined ? "" : fill(meant[locale], { suggestion: problem.suggestion });
  return `${place === "" ? "" : `${place}${locale === "en" ? ": " : "："}`}${fill(template, problem.params)}${suggestion}`;
}
