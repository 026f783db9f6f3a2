import type { Locale } from "../../policy/index.ts";
import { en } from "./en.ts";
import { zhCn } from "./zh-cn.ts";

/** One key for each sentence, the same in every language. */
export type Texts = Readonly<Record<keyof typeof zhCn, string>>;

export const textsOf = (locale: Locale): Texts => (locale === "zh-CN" ? zhCn : en);
