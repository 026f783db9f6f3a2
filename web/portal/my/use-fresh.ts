import { useEffect, useEffectEvent, useState } from "react";
import type { Problem } from "../../staff/api.ts";
import { useOwn } from "./use-my.tsx";

const every = 20_000;
/** Longer than this without a hand on the page, and it no longer asks: a screen left alone is to be signed out. */
const patience = 10 * 60_000;

export type Fresh<T> = {
  /** What came last; null until something has. */
  readonly value: T | null;
  /** Why nothing newer came. */
  readonly problem: Problem | null;
  readonly reload: () => void;
};

/** Something of one's own that others change: asked for again on coming back to it, and while somebody is at it. */
export function useFresh<T>(path: string, onSignedOut: () => void): Fresh<T> {
  const { loaded, reload } = useOwn<T>(path, onSignedOut);
  const [value, setValue] = useState<T | null>(null);
  if (loaded.state === "here" && loaded.value !== value) setValue(loaded.value);
  const again = useEffectEvent(reload);
  useEffect(() => {
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
    };
    const look = () => {
      if (document.visibilityState === "visible" && Date.now() - touched < patience) again();
    };
    const comeBack = () => {
      touch();
      look();
    };
    const hands = ["pointerdown", "keydown", "wheel"] as const;
    for (const hand of hands) window.addEventListener(hand, touch, { passive: true });
    window.addEventListener("focus", comeBack);
    document.addEventListener("visibilitychange", comeBack);
    const timer = setInterval(look, every);
    return () => {
      for (const hand of hands) window.removeEventListener(hand, touch);
      window.removeEventListener("focus", comeBack);
      document.removeEventListener("visibilitychange", comeBack);
      clearInterval(timer);
    };
  }, []);
  return { value, problem: loaded.state === "failed" ? loaded.problem : null, reload };
}
