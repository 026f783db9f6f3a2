import { createContext, useContext, type ReactNode } from "react";
import type { Locale, Text } from "../../src/policy/browser.ts";
import { en } from "./en.ts";
import type { Messages } from "./messages.ts";
import { zhCN } from "./zh-cn.ts";

export const catalogues: Readonly<Record<Locale, Messages>> = { "zh-CN": zhCN, en };

/** A script whose translation is not finished: its direction and its names of places, with the locale's words. */
export type Script = "ug" | null;

type Speech = {
  readonly locale: Locale;
  readonly m: Messages;
  readonly script: Script;
  /** A rulebook's text in the language of the page. */
  readonly say: (text: Text) => string;
};

const SpeechContext = createContext<Speech | null>(null);

export function SpeechProvider({
  locale,
  script,
  children,
}: {
  readonly locale: Locale;
  readonly script: Script;
  readonly children: ReactNode;
}) {
  const speech: Speech = {
    locale,
    script,
    m: catalogues[locale],
    say: (text) => findOwn(text, script) ?? text[locale],
  };
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** A rulebook may name a place in more languages than the page speaks. */
function findOwn(text: Readonly<Record<string, string>>, script: Script): string | undefined {
  return script === null ? undefined : text[script];
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error("useSpeech outside SpeechProvider");
  return speech;
}
