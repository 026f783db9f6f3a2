import { statement } from "../../platform/postgres/index.ts";
import type { StaffRole } from "../contract.ts";

export type SessionRow = {
  readonly account: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly person: number | null;
  readonly csrf: string;
  readonly lastSeen: string;
  readonly expires: string;
  /** The appointment acted in; the three after it are its own. */
  readonly acting: string | null;
  readonly role: StaffRole | null;
  readonly counties: readonly number[] | null;
  readonly department: string | null;
  /** Whether the appointment holds on the day. */
  readonly holds: boolean | null;
};

/** Values: hash, day. */
export const findSession = statement<SessionRow>(
  "find-session",
  `SELECT s.account_id AS account, a.name, a.name_en AS "nameEn", s.person_id AS person, s.csrf,
     s.last_seen AS "lastSeen", s.expires, s.appointment_id AS acting,
     p.role, p.counties, p.department, p.during @> $2::date AS holds
   FROM session s JOIN account a USING (account_id) LEFT JOIN appointment p USING (appointment_id)
   WHERE s.session_hash = $1`,
);

/** Values: hash, account, appointment or null, person or null, csrf, now, expiry. */
export const addSession = statement(
  "add-session",
  `INSERT INTO session
     (session_hash, account_id, appointment_id, person_id, csrf, created, last_seen, expires)
   VALUES ($1, $2, $3, $4, $5, $6, $6, $7)`,
);

/** Values: hash, now. */
export const touchSession = statement(
  "touch-session",
  "UPDATE session SET last_seen = $2 WHERE session_hash = $1",
);

/** Values: hash. */
export const endSession = statement("end-session", "DELETE FROM session WHERE session_hash = $1");

/** Values: account. */
export const endSessions = statement("end-sessions", "DELETE FROM session WHERE account_id = $1");

/** Values: now, the latest use that counts as idle. */
export const removeEndedSessions = statement(
  "remove-ended-sessions",
  "DELETE FROM session WHERE expires <= $1 OR last_seen <= $2",
);
