import { useSyncExternalStore } from "react";

const query = "(min-width: 60rem)";

/** Whether a table has room; below it the same is said in cards. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

function subscribe(notify: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener("change", notify);
  return () => media.removeEventListener("change", notify);
}
