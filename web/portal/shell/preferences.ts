import { useEffect, useState } from "react";
import { locales, type Locale } from "../../../src/policy/browser.ts";
import { deviceStore } from "./kept.ts";

export const textSizes = ["normal", "large", "larger"] as const;
export type TextSize = (typeof textSizes)[number];

const localeKey = "luohu.locale";
const sizeKey = "luohu.text-size";
const rightToLeft: readonly string[] = ["ar", "ug", "fa", "ur", "he"];

/** The language chosen before, else the browser's, else Chinese. */
export function chooseLocale(stored: string | null, wanted: readonly string[]): Locale {
  const known = locales.find((locale) => locale === stored);
  if (known !== undefined) return known;
  for (const tag of wanted) {
    const language = tag.toLowerCase().split("-")[0];
    const match = locales.find((locale) => locale.toLowerCase().split("-")[0] === language);
    if (match !== undefined) return match;
  }
  return "zh-CN";
}

export function usePreferences() {
  const [locale, setLocale] = useState(() =>
    chooseLocale(deviceStore.read(localeKey), navigator.languages),
  );
  const [textSize, setTextSize] = useState<TextSize>(
    () => textSizes.find((size) => size === deviceStore.read(sizeKey)) ?? "normal",
  );
  useEffect(() => {
    const root = document.documentElement;
    root.lang = locale;
    root.dir = rightToLeft.includes(locale.split("-")[0] ?? "") ? "rtl" : "ltr";
    root.dataset["text"] = textSize;
  }, [locale, textSize]);
  return {
    locale,
    textSize,
    chooseLocale: (next: Locale) => {
      deviceStore.write(localeKey, next);
      setLocale(next);
    },
    chooseTextSize: (next: TextSize) => {
      deviceStore.write(sizeKey, next);
      setTextSize(next);
    },
  };
}
