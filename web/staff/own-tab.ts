import { tabStore } from "../portal/shell/kept.ts";

const key = "luohu.staff.acting";

/**
 * Counters are shared, and a session may end by itself: what one clerk typed in this tab is not for the next one.
 * True where something was forgotten, so that the page has to begin anew; whoever comes back goes on.
 */
export function forgetOthers(acting: string | null): boolean {
  const before = tabStore.read(key);
  if (acting === null || before === acting) return false;
  if (before !== null) window.sessionStorage.clear();
  tabStore.write(key, acting);
  return before !== null;
}
