import { useEffect, useState } from "react";
import { locales, type Locale } from "../../../src/policy/browser.ts";
import type { Script } from "../../i18n/use-messages.tsx";
import { deviceStore } from "./kept.ts";

export const textSizes = ["normal", "large", "larger"] as const;
export type TextSize = (typeof textSizes)[number];

const localeKey = "luohu.locale";
const scriptKey = "luohu.script";
const sizeKey = "luohu.text-size";

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
  const [script, setScript] = useState<Script>(() =>
    deviceStore.read(scriptKey) === "ug" ? "ug" : null,
  );
  const [textSize, setTextSize] = useState<TextSize>(
    () => textSizes.find((size) => size === deviceStore.read(sizeKey)) ?? "normal",
  );
  useEffect(() => {
    const root = document.documentElement;
    // The words stay Chinese or English until a person has translated them, and say so to a screen reader.
    root.lang = locale;
    root.dir = script === "ug" ? "rtl" : "ltr";
    root.dataset["text"] = textSize;
  }, [locale, script, textSize]);
  return {
    locale,
    script,
    textSize,
    chooseLocale: (next: Locale) => {
      deviceStore.write(localeKey, next);
      setLocale(next);
    },
    chooseScript: (next: Script) => {
      if (next === null) deviceStore.erase(scriptKey);
      else deviceStore.write(scriptKey, next);
      setScript(next);
    },
    chooseTextSize: (next: TextSize) => {
      deviceStore.write(sizeKey, next);
      setTextSize(next);
    },
  };
}
