import type { Locale } from "../../../../src/policy/browser.ts";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import type { CaseMessages } from "./messages.ts";
import { casesEn } from "./words-en.ts";
import { casesZhCN } from "./words-zh-cn.ts";

export const caseCatalogues: Readonly<Record<Locale, CaseMessages>> = {
  "zh-CN": casesZhCN,
  en: casesEn,
};

/** The words of the pages about one's own cases, in the language of the page. */
export function useCaseWords(): CaseMessages {
  return caseCatalogues[useSpeech().locale];
}
