import type { Problem } from "../problem/problem.ts";
import type { Text } from "../text.ts";
import type { Shaped } from "./shaped.ts";
import type { ProhibitionsFile, VocabularyFile } from "./shapes.ts";

/** Subjects that must not even be sayable: a vocabulary that declares one, by name or by label, does not load (design §6). */
export function neverDeclared(
  prohibitions: readonly Shaped<ProhibitionsFile>[],
  vocabularies: readonly Shaped<VocabularyFile>[],
): readonly Problem[] {
  const never = prohibitions.flatMap(({ data }) => data.never);
  return vocabularies.flatMap(({ file, data }) => {
    const declared: readonly Declared[] = [
      ...data.topics.map(({ topic, label }, index) => ({
        keys: ["topics", index],
        name: topic,
        label,
      })),
      ...data.facts.flatMap((fact, index) => [
        { keys: ["facts", index], name: fact.fact, label: fact.label },
        ...valuesOf(fact, ["facts", index]),
      ]),
      ...data.records.flatMap((record, index) => [
        { keys: ["records", index], name: record.record, label: record.label },
        ...Object.entries(record.fields).flatMap(([name, field]) => [
          { keys: ["records", index, "fields", name], name, label: field.label },
          ...valuesOf(field, ["records", index, "fields", name]),
        ]),
      ]),
    ];
    return declared.flatMap(({ keys, name, label }) => {
      const subject = never.find(({ words }) =>
        words.some(
          (word) =>
            says(name, word) ||
            (label !== undefined && (says(label["zh-CN"], word) || says(label.en, word))),
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

type Declared = {
  readonly keys: readonly PropertyKey[];
  readonly name: string;
  readonly label: Text | undefined;
};

/** A list of peoples or faiths says it as well as their name does. */
function valuesOf(
  {
    type,
    values,
  }: Pick<VocabularyFile["facts"][number], "values"> & {
    readonly type: string | readonly string[];
  },
  keys: readonly PropertyKey[],
): readonly Declared[] {
  return typeof type === "string"
    ? []
    : type.map((name, index) => ({
        keys: [...keys, "type", index],
        name,
        label: values?.[name],
      }));
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
