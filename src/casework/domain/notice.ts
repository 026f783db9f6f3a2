// The one-time notice: all that is missing is told at once (Administrative Licensing Law art. 32).
import type { MissingItem } from "./action.ts";
import type { Case } from "./case.ts";
import type { RefusalCode } from "./refusal.ts";
import type { IsoDate } from "./shapes.ts";

/** A later notice may repeat what was told and not brought, and name what arose since; nothing else. */
export function whyNotReturned(
  { notices, accepted, received }: Case,
  missing: readonly MissingItem[],
  on: IsoDate,
): RefusalCode | undefined {
  const keys = missing.map(({ key }) => key);
  if (keys.length === 0 || new Set(keys).size < keys.length) return "nothing-missing";
  const told = new Set(notices.flatMap((notice) => notice.missing.map(({ key }) => key)));
  const last = notices.at(-1)?.on;
  const since = last ?? received ?? on;
  const arose = ({ arisen }: MissingItem) =>
    arisen !== null && arisen.on > since && arisen.on <= on;
  if (accepted !== null) return missing.every(arose) ? undefined : "already-accepted";
  return last === undefined || missing.every((item) => told.has(item.key) || arose(item))
    ? undefined
    : "not-told-at-once";
}
