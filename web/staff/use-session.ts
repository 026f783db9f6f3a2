import { useCallback, useEffect, useState } from "react";
import type { Locale } from "../../src/policy/browser.ts";
import { callApi, type Problem } from "./api.ts";
import { forgetOthers } from "./own-tab.ts";
import type { z } from "zod";
import type { session as sessionShape } from "../../src/identity/contract.ts";
import type { Session } from "./session.ts";

type SessionAnswer = z.output<typeof sessionShape>;

export type SignedIn =
  | { readonly state: "asking" }
  | { readonly state: "out" }
  | { readonly state: "in"; readonly session: Session }
  | { readonly state: "failed"; readonly problem: Problem };

/** Who is signed in; asked when the page opens, and again when the tab is looked at after a while. */
export function useSession(locale: Locale): {
  readonly signedIn: SignedIn;
  readonly ask: () => void;
} {
  const [signedIn, setSignedIn] = useState<SignedIn>({ state: "asking" });
  const ask = useCallback(() => {
    const load = async () => {
      const answer = await callApi<SessionAnswer>("/api/session", {
        locale,
        purpose: null,
        csrf: null,
      });
      if (answer.ok && forgetOthers(answer.value.who?.acting ?? null)) window.location.reload();
      else setSignedIn(readAnswer(answer));
    };
    void load();
  }, [locale]);
  useEffect(() => {
    ask();
    const look = () => {
      if (document.visibilityState === "visible") ask();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [ask]);
  return { signedIn, ask };
}

function readAnswer(answer: Awaited<ReturnType<typeof callApi<SessionAnswer>>>): SignedIn {
  if (!answer.ok) {
    if (answer.problem.status === 401) return { state: "out" };
    return { state: "failed", problem: answer.problem };
  }
  const { who } = answer.value;
  return who === null ? { state: "out" } : { state: "in", session: who };
}
