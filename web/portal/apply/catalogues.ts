import type { Locale } from "../../../src/policy/browser.ts";
import type { ApplyMessages } from "./messages.ts";
import { applyEn } from "./words-en.ts";
import { applyZhCN } from "./words-zh-cn.ts";

export const applyCatalogues: Readonly<Record<Locale, ApplyMessages>> = {
  "zh-CN": applyZhCN,
  en: applyEn,
};
