import type { Locale } from "../../../../src/policy/browser.ts";
import type { CaseMessages } from "./messages.ts";
import { casesEn } from "./words-en.ts";
import { casesZhCN } from "./words-zh-cn.ts";

export const caseCatalogues: Readonly<Record<Locale, CaseMessages>> = {
  "zh-CN": casesZhCN,
  en: casesEn,
};
