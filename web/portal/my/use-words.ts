import type { Locale } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import type { MyMessages } from "./messages.ts";
import { myEn } from "./words-en.ts";
import { myZhCN } from "./words-zh-cn.ts";

export const myCatalogues: Readonly<Record<Locale, MyMessages>> = { "zh-CN": myZhCN, en: myEn };

/** The words of a person's own pages in the language of the page. */
export function useWords(): MyMessages {
  return myCatalogues[useSpeech().locale];
}
