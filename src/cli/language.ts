import { type Locale, locales } from "../policy/index.ts";

/** The language asked for by name (`zh`, `zh-CN`, `en`, `en_GB.UTF-8` …); undefined for any other. */
export function localeOf(name: string): Locale | undefined {
  const language = /^([a-z]{2,3})(?:$|[-_.@])/i.exec(name)?.[1]?.toLowerCase();
  return locales.find((locale) => locale.split("-", 1)[0] === language);
}

/** LUOHU_LANG, then the first of LC_ALL, LC_MESSAGES and LANG that is set; English where that is neither. */
export function detectLocale(env: Readonly<Record<string, string | undefined>>): Locale {
  const own = localeOf(env["LUOHU_LANG"] ?? "");
  if (own !== undefined) return own;
  const set = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find(
    (value) => value !== undefined && value !== "",
  );
  return localeOf(set ?? "") ?? "en";
}
