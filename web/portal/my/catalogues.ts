import type { Locale } from "../../../src/policy/browser.ts";
import type { MyMessages } from "./messages.ts";
import { myEn } from "./words-en.ts";
import { myZhCN } from "./words-zh-cn.ts";

export const myCatalogues: Readonly<Record<Locale, MyMessages>> = { "zh-CN": myZhCN, en: myEn };
