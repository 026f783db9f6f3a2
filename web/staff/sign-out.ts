import type { Locale } from "../../src/policy/browser.ts";
import { callApi } from "./api.ts";

/** Ends the session and erases what was typed in this tab: counters are shared. */
export async function signOut(locale: Locale, csrf: string): Promise<void> {
  try {
    window.sessionStorage.clear();
  } catch {
    // Forbidden storage holds nothing.
  }
  const answer = await callApi<{ readonly location: string }>("/auth/sign-out", {
    method: "POST",
    body: {},
    locale,
    csrf,
    purpose: null,
  });
  window.location.assign(answer.ok ? answer.value.location : "/");
}
