import type { Locale } from "../../src/policy/browser.ts";
import { consoleEn } from "./texts-en.ts";
import type { ConsoleTexts } from "./texts.ts";
import { consoleZhCN } from "./texts-zh-cn.ts";

export const consoleCatalogues: Readonly<Record<Locale, ConsoleTexts>> = {
  "zh-CN": consoleZhCN,
  en: consoleEn,
};
