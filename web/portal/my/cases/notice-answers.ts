// What somebody answers to a notice: facts as they say them now, beside all that the application says already.
import type { Pack, PlainValue } from "../../../../src/policy/browser.ts";
import type { OwnCase } from "./shapes.ts";

/** By fact; null for "I do not know". */
export type Answers = Readonly<Record<string, PlainValue | null>>;

type Missing = NonNullable<OwnCase["notice"]>["missing"][number];

/** What is asked for: facts that have a question, and papers; whatever else is shown to a person. */
export const factOf = ({ vocabulary }: Pack, { key }: Missing) =>
  vocabulary.facts.find(({ name, question }) => name === key && question !== undefined);

/** Papers among what is missing. */
export const papersIn = ({ vocabulary }: Pack, missing: readonly Missing[]): readonly string[] =>
  missing.flatMap(({ key }) => (vocabulary.papers.some(({ id }) => id === key) ? [key] : []));

/** The dossier with the answers in it, stated by oneself today. */
export function withAnswers(
  dossier: Readonly<Record<string, unknown>>,
  answers: Answers,
  today: string,
): Record<string, unknown> {
  const said = Object.entries(answers);
  const unsure = said.flatMap(([fact, value]) => (value === null ? [fact] : []));
  const facts = Object.fromEntries(
    said.flatMap(([fact, value]) =>
      value === null ? [] : [[fact, { value, source: "self", stated: today }]],
    ),
  );
  const before = Array.isArray(dossier["unsure"]) ? (dossier["unsure"] as unknown[]) : [];
  const others = Object.entries(dossier["facts"] ?? {}).filter(([fact]) => !(fact in answers));
  return {
    ...dossier,
    unsure: [...before.filter((fact) => !(String(fact) in answers)), ...unsure],
    facts: { ...Object.fromEntries(others), ...facts },
  };
}

/** What was typed before, as this tab kept it. */
export function readAnswers(kept: string): Answers {
  try {
    const read: unknown = JSON.parse(kept);
    return typeof read === "object" && read !== null ? (read as Answers) : {};
  } catch {
    return {};
  }
}
