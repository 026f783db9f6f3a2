import { useCallback, useEffect, useState } from "react";
import type { Answer, Problem } from "./api.ts";

/** What a page has of what it asked for. `slow`: long enough for a skeleton, 300 ms. */
export type Loaded<T> =
  | { readonly state: "loading"; readonly slow: boolean; readonly last: T | null }
  | { readonly state: "here"; readonly value: T; readonly etag: string | null }
  | { readonly state: "failed"; readonly problem: Problem };

/**
 * Asks when the page opens and whenever `key` changes; an older answer never replaces a newer one.
 * `key` null asks nothing yet. `last` is kept while another is fetched, so that a slider does not flicker.
 */
export function useLoad<T>(
  key: string | null,
  load: (signal: AbortSignal) => Promise<Answer<T>>,
): { readonly loaded: Loaded<T>; readonly reload: () => void } {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "loading", slow: false, last: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (key === null) return undefined;
    const control = new AbortController();
    setLoaded((before) => ({
      state: "loading",
      slow: false,
      last:
        before.state === "here" ? before.value : before.state === "loading" ? before.last : null,
    }));
    const slow = setTimeout(() => {
      setLoaded((before) => (before.state === "loading" ? { ...before, slow: true } : before));
    }, 300);
    const ask = async () => {
      try {
        const answer = await load(control.signal);
        if (control.signal.aborted) return;
        setLoaded(
          answer.ok
            ? { state: "here", value: answer.value, etag: answer.etag }
            : { state: "failed", problem: answer.problem },
        );
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
    // What is loaded is named by the key.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { loaded, reload };
}
