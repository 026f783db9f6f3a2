// A letter as data: pages and paper set it, in either language, and nothing in it is left to them.
import type { Text } from "../../../policy/index.ts";
import type { Remedy } from "../action.ts";
import type { IsoDate } from "../shapes.ts";

export type Sentence = { readonly text: Text; readonly clause: string | null };

export type Part = { readonly heading: Text; readonly sentences: readonly Sentence[] };

export type LetterRemedy = Remedy & {
  /** Last day; null until the letter was delivered, because the time runs from then. */
  readonly until: IsoDate | null;
  readonly text: Text;
};

export type Letter = {
  readonly kind: "notice" | "grant" | "refusal" | "review";
  readonly title: Text;
  readonly on: IsoDate;
  /** Names of those it speaks to. */
  readonly to: readonly string[];
  readonly parts: readonly Part[];
  readonly remedies: readonly LetterRemedy[];
  /** Who answers for it; null for a notice that no decision stands behind. */
  readonly signed: { readonly by: string; readonly office: Text };
};

export const both = (zhCN: string, en: string): Text => ({ "zh-CN": zhCN, en });

export const sentence = (text: Text, clause: string | null = null): Sentence => ({ text, clause });

/** Texts in a row, in each language as it writes lists. */
export const joined = (texts: readonly Text[]): Text =>
  both(texts.map((text) => text["zh-CN"]).join("；"), texts.map(({ en }) => en).join("; "));

/** Names in a row. */
export const named = (names: readonly string[]): Text => both(names.join("、"), names.join(", "));
