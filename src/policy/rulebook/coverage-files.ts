import { z } from "zod";
import type { Place, Problem } from "../problem/problem.ts";
import type { Text } from "../text.ts";
import type { PackFile } from "./load.ts";
import { type Shaped, shaped } from "./shaped.ts";
import { readYaml } from "./yaml-file.ts";

/** The shapes of coverage files (docs/rule-language.md): a document's skeleton, and what became of its sentences. */

const text = z.strictObject({ "zh-CN": z.string().min(1), en: z.string().min(1) });
const clause = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*(?:\.\d+)*$/);
const row = z.string().regex(/^[A-Z]\d{1,2}[a-z]?$/);
const names = z.array(z.string().min(1)).min(1);

const became = z
  .strictObject({
    rules: names.optional(),
    facts: names.optional(),
    prohibitions: names.optional(),
    rows: z.array(row).min(1).optional(),
    information: z.literal(true).optional(),
  })
  .refine(
    ({ information, ...built }) =>
      (information === undefined) !== Object.values(built).every((list) => list === undefined),
    { params: { code: "became-nothing-or-both" } },
  );

const documentFile = z.strictObject({
  instrument: z.string(),
  parts: z
    .array(
      z.strictObject({
        part: text,
        articles: z
          .array(z.strictObject({ clause, title: text, sentences: z.number().int().min(0) }))
          .min(1),
      }),
    )
    .default([]),
  sentences: z
    .array(
      z.strictObject({
        clause,
        sentence: z.number().int().min(1),
        says: text,
        became,
        departure: z
          .string()
          .regex(/^docs\/[a-z0-9/-]+\.md$/)
          .optional(),
      }),
    )
    .default([]),
});
const rowsFile = z.strictObject({ rows: z.array(z.strictObject({ row, title: text })) });

type DocumentFile = z.output<typeof documentFile>;

/** An article or item of a skeleton. */
export type SkeletonArticle = DocumentFile["parts"][number]["articles"][number] & {
  readonly instrument: string;
  readonly part: Text;
  readonly at: Place;
};
/** A sentence with what became of it. */
export type SkeletonSentence = DocumentFile["sentences"][number] & {
  readonly instrument: string;
  /** Where the value at `keys` of the sentence stands. */
  readonly place: (...keys: readonly PropertyKey[]) => Place;
};
/** A row still to come, in words. */
export type SkeletonRow = { readonly row: string; readonly title: Text; readonly at: Place };

export type Skeletons = {
  readonly instruments: readonly { readonly id: string; readonly at: Place }[];
  readonly articles: readonly SkeletonArticle[];
  readonly sentences: readonly SkeletonSentence[];
  readonly rows: readonly SkeletonRow[];
  readonly problems: readonly Problem[];
};

/** Coverage files lie in the rulebook's folder but are not part of the law. */
export const isCoverageFile = (path: string): boolean =>
  /(?:^|\/)coverage\/(?:[^/]+\/)*[^/]+\.ya?ml$/.test(path);

const isRowsFile = ({ path }: PackFile): boolean => /\/rows\.ya?ml$/.test(`/${path}`);

/** Reads the coverage files among a folder's files; a document may be split over several. */
export function readCoverageFiles(files: readonly PackFile[]): Skeletons {
  const problems: Problem[] = [];
  const read = <T>({ path, text: source }: PackFile, shape: z.ZodType<T>): readonly Shaped<T>[] => {
    const yaml = readYaml(path, source);
    const result = "problems" in yaml ? yaml : shaped(yaml, shape);
    if (!("problems" in result)) return [result];
    problems.push(...result.problems);
    return [];
  };
  const ours = files
    .filter(({ path }) => isCoverageFile(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const documents = ours
    .filter((file) => !isRowsFile(file))
    .flatMap((file) => read(file, documentFile));
  const rows = ours.filter(isRowsFile).flatMap((file) => read(file, rowsFile));
  return {
    instruments: documents.map(({ file, data: { instrument } }) => ({
      id: instrument,
      at: file.locate(["instrument"]),
    })),
    articles: documents.flatMap(articlesOf),
    sentences: documents.flatMap(({ file, data }) =>
      data.sentences.map((sentence, index) => ({
        ...sentence,
        instrument: data.instrument,
        place: (...keys: readonly PropertyKey[]) => file.locate(["sentences", index, ...keys]),
      })),
    ),
    rows: rows.flatMap(({ file, data }) =>
      data.rows.map((shape, index) => ({ ...shape, at: file.locate(["rows", index]) })),
    ),
    problems,
  };
}

const articlesOf = ({ file, data }: Shaped<DocumentFile>): readonly SkeletonArticle[] =>
  data.parts.flatMap(({ part, articles }, index) =>
    articles.map((article, position) => ({
      ...article,
      instrument: data.instrument,
      part,
      at: file.locate(["parts", index, "articles", position]),
    })),
  );
