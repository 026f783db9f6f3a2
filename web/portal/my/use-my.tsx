import { createContext, useContext } from "react";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { callApi } from "../../staff/api.ts";
import { useLoad } from "../../staff/use-load.ts";
import type { Member, Person } from "./shapes.ts";
import type { Who } from "./use-own-session.ts";

/** What every page about oneself has at hand. */
export type My = {
  readonly who: Who;
  readonly record: Person;
  /** Who is in the household today; empty until it has come. */
  readonly members: readonly Member[];
  /** To be called when the server no longer knows who this is. */
  readonly onSignedOut: () => void;
  /** To be called when the register has changed about this person. */
  readonly onMoved: () => void;
};

export const MyContext = createContext<My | null>(null);

export function useMy(): My {
  const my = useContext(MyContext);
  if (my === null) throw new Error("useMy outside its context");
  return my;
}

/** Asks for something of one's own; the server knows whose. `onSignedOut` hears when the session is over. */
export function useOwn<T>(path: string | null, onSignedOut?: () => void) {
  const { locale } = useSpeech();
  return useLoad<T>(path, async (signal) => {
    const answer = await callApi<T>(path ?? "", { locale, purpose: null, csrf: null, signal });
    if (!answer.ok && answer.problem.status === 401) onSignedOut?.();
    return answer;
  });
}
