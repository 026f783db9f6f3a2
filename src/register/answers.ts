// What the register refuses, as problems that people can read (RFC 9457).
import type { Locale } from "../policy/index.ts";
import type { FieldProblem } from "../platform/http/index.ts";
import { remarksEn, remarksZhCN } from "./contract.ts";
import type { Remark } from "./domain/remark.ts";
import type { Changed } from "./versions.ts";

const texts = { "zh-CN": remarksZhCN, en: remarksEn };

/** Reasons with their clause; people are named by key, since the register's answers are logged nowhere else. */
export function describeRemarks(
  remarks: readonly Remark[],
  locale: Locale,
): readonly FieldProblem[] {
  const nameOf = (person: string | number | undefined): string =>
    locale === "en" ? `person ${person ?? ""}` : `${person ?? ""}号人员`;
  return remarks.map(({ code, clause, path, values }) => ({
    code,
    path: path ?? "",
    message: texts[locale][code]?.(values, nameOf) ?? code,
    ...(clause === null ? {} : { clause }),
    values,
  }));
}

/** Which households and people are no longer as they were seen. */
export function describeChanges(
  changed: readonly Changed[],
  locale: Locale,
): readonly FieldProblem[] {
  return changed.map(({ tag, seen, now }) => ({
    code: "changed",
    path: "header.If-Match",
    message: describeChange(tag, locale),
    values: {
      [tag.startsWith("h") ? "household" : "person"]: Number(tag.slice(1)),
      seen: seen ?? 0,
      now,
    },
  }));
}

function describeChange(tag: string, locale: Locale): string {
  const key = tag.slice(1);
  if (locale === "en") {
    return tag.startsWith("h") ? `Household ${key} has changed.` : `Person ${key} has changed.`;
  }
  return tag.startsWith("h") ? `第${key}户已有变动。` : `${key}号人员的登记已有变动。`;
}
