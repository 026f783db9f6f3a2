// Code lists of national standards, and our own where no standard was found, as standards/*.yaml keeps them.
import { parse } from "yaml";
import { z } from "zod";
import type { Text } from "../../policy/index.ts";

const label = z.string().trim().min(1);

const file = z.strictObject({
  standard: z.string().min(1),
  title: z.strictObject({ "zh-CN": label, en: label }),
  source: z.string().min(1),
  codes: z
    .array(z.strictObject({ code: z.string().regex(/^[a-z\d-]+$/), "zh-CN": label, en: label }))
    .min(1),
});

export type Code = { readonly code: string; readonly label: Text };

export type CodeList = {
  /** Number and year of the standard, or "own list". */
  readonly standard: string;
  readonly title: Text;
  /** Where the codes were read. */
  readonly source: string;
  readonly codes: readonly Code[];
};

/** The lists, by the name of their file. */
export const listNames = [
  "sex",
  "marital-status",
  "education",
  "relation",
  "household-kind",
  "collective-kind",
  "paper",
  "register-paper",
  "move-reason",
] as const;
export type ListName = (typeof listNames)[number];

export type CodeLists = Readonly<Record<ListName, CodeList>>;

/** Reads one list. A list with a fault is a fault of the package, so it throws. */
export function readCodeList(text: string): CodeList {
  const { standard, title, source, codes } = file.parse(parse(text));
  if (new Set(codes.map(({ code }) => code)).size !== codes.length)
    throw new Error(`a code stands twice in ${standard}`);
  return {
    standard,
    title,
    source,
    codes: codes.map(({ code, ...label }) => ({ code, label })),
  };
}

/** A code as the register holds it (2) or as the standard writes it ("02"). */
export function findCode({ codes }: CodeList, code: number | string): Code | undefined {
  const written =
    typeof code === "number" ? String(code).padStart(codes[0]?.code.length ?? 0, "0") : code;
  return codes.find((entry) => entry.code === written);
}
