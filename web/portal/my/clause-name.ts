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
  [/^PIPL art\. (.+)$/, "个人信息保护法第$1条", "Personal Information Protection Law art. $1"],
];

/** A clause as the language of the page writes it. */
export function clauseName(clause: string, locale: Locale): string {
  for (const [cited, zhCN, en] of laws) {
    if (cited.test(clause)) return clause.replace(cited, locale === "en" ? en : zhCN);
  }
  return catalogues[locale].clause(clause);
}
