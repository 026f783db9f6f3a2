import type { Problem } from "../problem/problem.ts";
import type { Shaped } from "./shaped.ts";
import type { ProhibitionsFile, VocabularyFile } from "./shapes.ts";

/** Subjects that must not even be sayable: a vocabulary that declares one, by name or by label, does not load (design §6). */
export function neverDeclared(
  prohibitions: readonly Shaped<ProhibitionsFile>[],
  vocabularies: readonly Shaped<VocabularyFile>[],
): readonly Problem[] {
  const never = prohibitions.flatMap(({ data }) => data.never);
  return vocabularies.flatMap(({ file, data }) => {
    const declared = [
      ...data.facts.map((fact, index) => ({
        keys: ["facts", index],
        name: fact.fact,
        label: fact.label,
      })),
      ...data.records.flatMap((record, index) =>
        Object.entries(record.fields).map(([name, field]) => ({
          keys: ["records", index, "fields", name],
          name,
          label: field.label,
        })),
      ),
    ];
    return declared.flatMap(({ keys, name, label }) => {
      const subject = never.find(({ words }) =>
        words.some(
          (word) => says(name, word) || says(label["zh-CN"], word) || says(label.en, word),
        ),
      );
      if (subject === undefined) return [];
      return [
        {
          code: "never-declared",
          params: { name, subject: subject.name },
          at: file.locateKey(keys),
        },
      ];
    });
  });
}

/** Latin words match whole words, Chinese ones anywhere. */
function says(text: string, word: string): boolean {
  if (/[^\x20-\x7e]/.test(word)) return text.includes(word);
  return spaced(text).includes(spaced(word));
}

const spaced = (text: string): string =>
  ` ${text
    .toLowerCase()
    .split(/[^a-z]+/)
    .join(" ")
    .trim()} `;
