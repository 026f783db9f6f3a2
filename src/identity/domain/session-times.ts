/** How long someone stays signed in. */
export type SessionLimits = {
  /** Without a request. */
  readonly idleMinutes: number;
  /** Altogether. */
  readonly hours: number;
};

export const usualSessionLimits: SessionLimits = { idleMinutes: 30, hours: 12 };

/** ISO instants. */
type Times = { readonly lastSeen: string; readonly expires: string };

const minute = 60_000;

/** When a session that begins now ends, used or not. */
export const expiryOf = (now: Date, { hours }: SessionLimits): string =>
  new Date(now.getTime() + hours * 60 * minute).toISOString();

/** When a session ends if nobody uses it again. */
export const endOf = ({ lastSeen, expires }: Times, { idleMinutes }: SessionLimits): string =>
  new Date(
    Math.min(Date.parse(lastSeen) + idleMinutes * minute, Date.parse(expires)),
  ).toISOString();

/** Use is noted to the minute, so that not every look writes. */
export const isNoteworthy = ({ lastSeen }: Times, now: Date): boolean =>
  now.getTime() - Date.parse(lastSeen) >= minute;
