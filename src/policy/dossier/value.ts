import { parseDay, parseMonth } from "../calendar/day.ts";
import { suggest } from "../check/suggest.ts";
import type { EnumValue, FieldType } from "../vocabulary/vocabulary.ts";
import type { PlainValue } from "./dossier.ts";
import { textLimit } from "./limits.ts";
import { type Report, shown, within } from "./report.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** A plain object's own fields, or undefined with a `wrong-type` reported. */
export function readFields(input: unknown, path: string, report: Report): Fields | undefined {
  if (
    typeof input === "object" &&
    input !== null &&
    !Array.isArray(input) &&
    !(input instanceof Date)
  ) {
    return input as Fields;
  }
  report("wrong-type", path, { found: shown(input), expected: "{ … }" });
  return undefined;
}

/** A list, or undefined with a `wrong-type` reported. */
export function readList(
  input: unknown,
  path: string,
  report: Report,
): readonly unknown[] | undefined {
  if (Array.isArray(input)) return input;
  report("wrong-type", path, { found: shown(input), expected: "[ … ]" });
  return undefined;
}

/** A field's own value; one that holds nothing counts as absent. */
export function own(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? (fields[key] ?? undefined) : undefined;
}

/** A value of the type, codes and days as text; undefined with the problem reported. */
export function readValue(
  type: FieldType,
  input: unknown,
  path: string,
  report: Report,
): PlainValue | undefined {
  switch (type.kind) {
    case "boolean":
      return readBoolean(input, path, report);
    case "number":
      return readNumber(type, input, path, report);
    case "enum":
      return readEnum(type.values, input, path, report);
    case "code":
      return readCode(type.system, input, path, report);
    case "date":
      return readDay(input, path, report);
    case "month":
      return readMonth(input, path, report);
    case "text":
      return readText(input, path, report);
  }
}

const truthWords: ReadonlyMap<string, string> = new Map([
  ...["yes", "y", "true", "是", "有", "1"].map((word) => [word, "true"] as const),
  ...["no", "n", "false", "否", "没有", "不", "0"].map((word) => [word, "false"] as const),
]);

function readBoolean(input: unknown, path: string, report: Report): boolean | undefined {
  if (typeof input === "boolean") return input;
  report("wrong-type", path, { found: shown(input), expected: "true / false" }, () =>
    truthWords.get(shownText(input).toLowerCase()),
  );
  return undefined;
}

function readNumber(
  type: { readonly min?: number; readonly max?: number },
  input: unknown,
  path: string,
  report: Report,
): number | undefined {
  if (typeof input !== "number" || !Number.isFinite(input)) {
    report(
      "wrong-type",
      path,
      { found: shown(input), expected: "12" },
      () => /^-?\d{1,9}(?:\.\d{1,6})?$/.exec(shownText(input).trim())?.[0],
    );
    return undefined;
  }
  const { min = -1e9, max = 1e9 } = type;
  if (input >= min && input <= max) return input;
  report("number-out-of-range", path, { found: input, min, max });
  return undefined;
}

function readEnum(
  values: readonly EnumValue[],
  input: unknown,
  path: string,
  report: Report,
): string | undefined {
  const found = values.find((value) => value.id === input);
  if (found !== undefined) return found.id;
  const ids = values.map((value) => value.id);
  report("bad-enum", path, { found: shown(input), values: ids.join(", ") }, () => {
    const text = shownText(input);
    const named = values.find(
      ({ label }) => label["zh-CN"] === text || label.en.toLowerCase() === text.toLowerCase(),
    );
    return named?.id ?? suggest(text, ids);
  });
  return undefined;
}

/** Digits of a division or prefecture code. YAML reads an unquoted code as a number; that is accepted. */
function readCode(
  system: "division" | "prefecture",
  input: unknown,
  path: string,
  report: Report,
): string | undefined {
  const digits = system === "division" ? 6 : 4;
  const text = typeof input === "number" ? String(input) : input;
  if (typeof text === "string" && text.length === digits && /^[1-9]\d+$/.test(text)) return text;
  report("bad-code", path, {
    found: shown(input),
    digits,
    example: system === "division" ? "650202" : "6502",
  });
  return undefined;
}

/** An ISO day that exists. */
export function readDay(input: unknown, path: string, report: Report): string | undefined {
  if (typeof input === "string" && parseDay(input) !== undefined) return input;
  report("bad-date", path, { found: shown(input) }, () => tidied(input, 3));
  return undefined;
}

function readMonth(input: unknown, path: string, report: Report): string | undefined {
  if (typeof input === "string" && parseMonth(input) !== undefined) return input;
  report("bad-month", path, { found: shown(input) }, () => tidied(input, 2));
  return undefined;
}

/** `2026/5/1`, `2026年5月1日`, `20260501` as ISO text. */
function tidied(input: unknown, parts: 2 | 3): string | undefined {
  const match = /^\s*(\d{4})[-./年]?(\d{1,2})(?:[-./月]?(\d{1,2}))?\s*[月日号]?/.exec(
    shownText(input),
  );
  const given = match?.slice(1, parts + 1) ?? [];
  if (given.length < parts || given.some((part) => part === undefined)) return undefined;
  const text = given.map((part) => part.padStart(2, "0")).join("-");
  return (parts === 3 ? parseDay(text) : parseMonth(text)) === undefined ? undefined : text;
}

/** The start of what was written, to look for what was meant. */
const shownText = (input: unknown): string =>
  typeof input === "string" || typeof input === "number" ? String(input).slice(0, 100) : "";

const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** One line of text, at most {@link textLimit} characters. */
export function readText(input: unknown, path: string, report: Report): string | undefined {
  if (typeof input !== "string") {
    report("wrong-type", path, { found: shown(input), expected: '"…"' });
    return undefined;
  }
  if (input.length > textLimit) {
    report("text-too-long", path, { length: input.length, limit: textLimit });
    return undefined;
  }
  if (!unprintable.test(input)) return input;
  report("control-characters", path);
  return undefined;
}

/** Reports every key that is not in `known`, with the spelling that was probably meant. */
export function refuseUnknownKeys(
  fields: Fields,
  known: readonly string[],
  path: string,
  report: Report,
): void {
  for (const key of Object.keys(fields)) {
    if (known.includes(key)) continue;
    report("unknown-field", within(path, key), { field: shown(key), known: known.join(", ") }, () =>
      suggest(key, known),
    );
  }
}
