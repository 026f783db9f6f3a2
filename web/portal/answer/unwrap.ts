import type { Reason } from "../../../src/policy/browser.ts";

/** "All of" one thing is that thing. */
export function unwrap(reason: Reason): Reason {
  const only = "of" in reason && reason.of.length === 1 ? reason.of[0] : undefined;
  const transparent = reason.kind === "all" || reason.kind === "any";
  return transparent && only !== undefined ? unwrap(only) : reason;
}
