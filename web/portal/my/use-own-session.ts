import { useCallback, useEffect, useState } from "react";
import type { z } from "zod";
import type { session } from "../../../src/identity/contract.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { callApi, type Problem } from "../../staff/api.ts";

type SessionAnswer = z.output<typeof session>;
export type Who = NonNullable<SessionAnswer["who"]>;

export type OwnSession =
  | { readonly state: "asking" }
  | { readonly state: "out"; readonly demo: boolean; readonly signIn: boolean }
  | { readonly state: "in"; readonly who: Who }
  | { readonly state: "failed"; readonly problem: Problem };

/** Who is signed in; asked when the pages open, and again when the tab is looked at after a while. */
export function useOwnSession(): { readonly own: OwnSession; readonly ask: () => void } {
  const { locale } = useSpeech();
  const [own, setOwn] = useState<OwnSession>({ state: "asking" });
  const ask = useCallback(() => {
    void callApi<SessionAnswer>("/api/session", { locale, purpose: null, csrf: null }).then(
      (answer) => {
        if (!answer.ok) return setOwn({ state: "failed", problem: answer.problem });
        const { who, demo, signIn } = answer.value;
        return setOwn(who === null ? { state: "out", demo, signIn } : { state: "in", who });
      },
    );
  }, [locale]);
  useEffect(() => {
    ask();
    const look = () => {
      if (document.visibilityState === "visible") ask();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [ask]);
  // A screen that nobody uses any more does not go on showing a record.
  const expires = own.state === "in" ? Date.parse(own.who.expires) : null;
  useEffect(() => {
    if (expires === null) return undefined;
    const timer = setTimeout(ask, Math.max(1000, expires - Date.now() + 1000));
    return () => clearTimeout(timer);
  }, [ask, expires]);
  return { own, ask };
}
