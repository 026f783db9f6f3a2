import type { Locale } from "../../policy/index.ts";

/** The language a client likes best by its Accept-Language (RFC 9110 §12.5.4); Chinese where it names neither. */
export function preferredLocale(header: string | undefined): Locale {
  let best: { readonly locale: Locale; readonly weight: number } | undefined;
  for (const part of (header ?? "").slice(0, 500).split(",")) {
    const match = /^\s*([a-z]{1,8})(?:-[a-z0-9-]*)?\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*$/i.exec(
      part,
    );
    const language = match?.[1]?.toLowerCase();
    const locale: Locale | undefined =
      language === "zh" ? "zh-CN" : language === "en" ? "en" : undefined;
    const weight = Number(match?.[2] ?? 1);
    if (locale !== undefined && weight > (best?.weight ?? 0)) best = { locale, weight };
  }
  return best?.locale ?? "zh-CN";
}
