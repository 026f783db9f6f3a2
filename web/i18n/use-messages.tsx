import { createContext, useContext, type ReactNode } from "react";
import type { Locale, Text } from "../../src/policy/browser.ts";
import { en } from "./en.ts";
import type { Messages } from "./messages.ts";
import { zhCN } from "./zh-cn.ts";

export const catalogues: Readonly<Record<Locale, Messages>> = { "zh-CN": zhCN, en };

type Speech = {
  readonly locale: Locale;
  readonly m: Messages;
  /** A rulebook's text in the language of the page. */
  readonly say: (text: Text) => string;
};

const SpeechContext = createContext<Speech | null>(null);

export function SpeechProvider({
  locale,
  children,
}: {
  readonly locale: Locale;
  readonly children: ReactNode;
}) {
  const speech: Speech = { locale, m: catalogues[locale], say: (text) => text[locale] };
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error("useSpeech outside SpeechProvider");
  return speech;
}
