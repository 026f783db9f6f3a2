import type { z } from "zod";
import { suggest } from "../check/suggest.ts";
import type { Problem } from "../problem/problem.ts";
import type { YamlFile } from "./yaml-file.ts";

/** A file of one of the known shapes with its positions. */
export type Shaped<T> = { readonly file: YamlFile; readonly data: T };

/** Checks a file against its shape; each deviation becomes a problem at its place. */
export function shaped<T>(
  file: YamlFile,
  shape: z.ZodType<T>,
): Shaped<T> | { readonly problems: readonly Problem[] } {
  const read = shape.safeParse(file.data);
  return read.success
    ? { file, data: read.data }
    : {
        problems: read.error.issues
          .slice(0, shownIssues)
          .flatMap((issue) => problemsOf(file, issue)),
      };
}

/** Deviations of one file that are told at once; who has more looks again after the first. */
const shownIssues = 30;

function problemsOf(file: YamlFile, issue: z.core.$ZodIssue): readonly Problem[] {
  const path = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, shownIssues).map((key) => {
      const meant = suggest(key, knownKeys);
      return {
        code: "unknown-key",
        params: { key, path },
        at: file.locateKey([...issue.path, key]),
        ...(meant === undefined ? {} : { suggestion: meant }),
      };
    });
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const nearest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0]!;
    const inner = nearest[0];
    if (inner !== undefined && depth(nearest) > 0)
      return problemsOf(file, {
        ...inner,
        path: [...issue.path, ...inner.path],
      });
  }
  const code =
    issue.code === "custom" && typeof issue.params?.["code"] === "string"
      ? issue.params["code"]
      : "wrong-shape";
  return [{ code, params: { path, detail: issue.message }, at: file.locate(issue.path) }];
}

const depth = (issues: readonly z.core.$ZodIssue[]): number =>
  Math.max(0, ...issues.map((issue) => issue.path.length));

/** Keys of rulebook files, for spelling suggestions. */
const knownKeys: readonly string[] = [
  "binds goes-on instrument service parameters rules rule clause title plain in-force recorded gives",
  "where when covers papers exception-to authority reading parameter type unit value topics",
  "departments records facts fact values topic label question why derive formula table",
  "moves proved-by personal record spell distinct held-by fields required min max hit rows",
  "then zh-CN en from until authorities instruments chains level issued status held places",
  "code prohibitions never uses for about taken alternatives relation if paper department",
  "prohibition name words part parts articles sentence sentences says became departure information row",
].flatMap((line) => line.split(" "));
