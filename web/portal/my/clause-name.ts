import type { Locale } from "../../../src/policy/browser.ts";
import { catalogues } from "../../i18n/use-messages.tsx";

/** Laws that events of the register cite, as each language writes an article of them. */
const laws: readonly (readonly [cited: RegExp, zhCN: string, en: string])[] = [
  [
    /^Household Registration Regulations 1958 art\. (.+)$/,
    "户口登记条例第$1条",
    "Household Registration Regulations art. $1",
  ],
  [/^Civil Code art\. (.+)$/, "民法典第$1条", "Civil Code art. $1"],
  [
    /^Administrative Licensing Law art\. (.+)$/,
    "行政许可法第$1条",
    "Administrative Licensing Law art. $1",
  ],
  [
    /^Administrative Reconsideration Law art\. (.+)$/,
    "行政复议法第$1条",
    "Administrative Reconsideration Law art. $1",
  ],
  [
    /^Administrative Procedure Law art\. (.+)$/,
    "行政诉讼法第$1条",
    "Administrative Procedure Law art. $1",
  ],
  [/^([KE]\d+)$/, "本系统守则$1", "rule $1 of this service"],
  [/^PIPL art\. (.+)$/, "个人信息保护法第$1条", "Personal Information Protection Law art. $1"],
];

/** A clause as the language of the page writes it. */
export function clauseName(clause: string, locale: Locale): string {
  for (const [cited, zhCN, en] of laws) {
    if (cited.test(clause))
      return locale === "en"
        ? clause.replace(cited, en)
        : clause.replace(cited, zhCN).replaceAll(", ", "、");
  }
  return catalogues[locale].clause(clause);
}
