import { useCallback, useEffect, useEffectEvent, useState } from "react";
import type { Answer, Problem } from "./api.ts";

/** What a page has of what it asked for. `slow`: long enough for a skeleton, 300 ms. */
export type Loaded<T> =
  | { readonly state: "loading"; readonly slow: boolean; readonly last: T | null }
  | { readonly state: "here"; readonly value: T; readonly etag: string | null }
  | { readonly state: "failed"; readonly problem: Problem };

/** What was there before stays while it is asked for again. */
export const lastOf = <T>(loaded: Loaded<T>): T | null =>
  loaded.state === "here" ? loaded.value : loaded.state === "loading" ? loaded.last : null;

/** An answer, and the question that it is to. */
type Kept<T> = {
  readonly asked: string;
  readonly loaded: Exclude<Loaded<T>, { readonly state: "loading" }>;
};

/**
 * Asks when the page opens and whenever `key` changes; an older answer never replaces a newer one.
 * `key` null asks nothing yet. `last` is kept while another is fetched, so that a slider does not flicker.
 */
export function useLoad<T>(
  key: string | null,
  load: (signal: AbortSignal) => Promise<Answer<T>>,
): { readonly loaded: Loaded<T>; readonly reload: () => void } {
  const [turn, setTurn] = useState(0);
  const asked = `${turn} ${key}`;
  const [kept, setKept] = useState<Kept<T> | null>(null);
  const [slowOne, setSlowOne] = useState<string | null>(null);
  // What is loaded is named by the key, so that a new function alone asks nothing again.
  const loadNow = useEffectEvent(load);
  useEffect(() => {
    if (key === null) return undefined;
    const control = new AbortController();
    const slow = setTimeout(() => setSlowOne(asked), 300);
    const ask = async () => {
      try {
        const answer = await loadNow(control.signal);
        if (control.signal.aborted) return;
        setKept({
          asked,
          loaded: answer.ok
            ? { state: "here", value: answer.value, etag: answer.etag }
            : { state: "failed", problem: answer.problem },
        });
      } catch (error) {
        // Given up for a newer question.
        if (!control.signal.aborted) throw error;
      } finally {
        clearTimeout(slow);
      }
    };
    void ask();
    return () => {
      clearTimeout(slow);
      control.abort();
    };
  }, [key, asked]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  if (kept !== null && (kept.asked === asked || key === null)) {
    return { loaded: kept.loaded, reload };
  }
  const last = kept?.loaded.state === "here" ? kept.loaded.value : null;
  return { loaded: { state: "loading", slow: slowOne === asked, last }, reload };
}
