/** Ends the session and erases what was typed in this tab: counters are shared. */
export async function signOut(): Promise<void> {
  try {
    window.sessionStorage.clear();
  } catch {
    // Forbidden storage holds nothing.
  }
  window.location.assign("/auth/sign-out");
}
