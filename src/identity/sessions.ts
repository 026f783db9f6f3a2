import type { OpenSession } from "../platform/auth/index.ts";
import type { Database, Transaction } from "../platform/postgres/index.ts";
import type { Appointment } from "./contract.ts";
import { dayOf } from "./domain/day.ts";
import { endOf, expiryOf, isNoteworthy, type SessionLimits } from "./domain/session-times.ts";
import { hashOf, newToken } from "./session-token.ts";
import { findAppointments } from "./store/appointment.ts";
import {
  addSession,
  endSession,
  endSessions,
  findSession,
  removeEndedSessions,
  type SessionRow,
  touchSession,
} from "./store/session.ts";

/** A session and what the pages are told of it beside who it is. */
export type FoundSession = OpenSession & {
  readonly nameEn: string | undefined;
  readonly registered: boolean;
  readonly acting: string | null;
  /** When it ends if it is not used again. */
  readonly ends: string;
};

/** Who begins a session. */
export type Beginning = {
  readonly account: string;
  readonly acting: string | null;
  readonly person: number | null;
};

export type Sessions = {
  /** The session of a cookie; undefined if it has ended, or its appointment has. */
  readonly find: (token: string) => Promise<FoundSession | undefined>;
  /** Begins one inside a transaction; gives the cookie's value. */
  readonly begin: (tx: Transaction, who: Beginning) => Promise<string>;
  readonly end: (token: string) => Promise<void>;
  /** Ends all of an account's sessions. */
  readonly endAll: (account: string) => Promise<void>;
  readonly appointments: (account: string) => Promise<readonly Appointment[]>;
  /**
   * Acts in another of one's own appointments, or as a resident (null): gives a new cookie's
   * value, since rights change with it; undefined if the appointment is not one's own.
   */
  readonly act: (token: string, appointment: string | null) => Promise<string | undefined>;
};

/** No row security on these tables: nothing is in scope. */
export const noScope = { counties: [], department: "" } as const;

export type SessionSettings = {
  readonly database: Database;
  readonly now: () => Date;
  readonly limits: SessionLimits;
};

export function sessionsIn({ database, now, limits }: SessionSettings): Sessions {
  const idle = limits.idleMinutes * 60_000;

  async function findRow(tx: Transaction, token: string): Promise<SessionRow | undefined> {
    const [row] = await tx.run(findSession, [hashOf(token), dayOf(now())]);
    if (row === undefined || row.holds === false) return undefined;
    return endOf(row, limits) > now().toISOString() ? row : undefined;
  }

  async function add(tx: Transaction, who: Beginning, expires: string): Promise<string> {
    const token = newToken();
    const { account, acting, person } = who;
    const values = [hashOf(token), account, acting, person, newToken(), now().toISOString()];
    await tx.run(addSession, [...values, expires]);
    return token;
  }

  return {
    find: (token) =>
      database.inTransaction(noScope, async (tx) => {
        const row = await findRow(tx, token);
        if (row === undefined) return undefined;
        if (!isNoteworthy(row, now())) return found(row, token, limits);
        const lastSeen = now().toISOString();
        await tx.run(touchSession, [hashOf(token), lastSeen]);
        return found({ ...row, lastSeen }, token, limits);
      }),
    async begin(tx, who) {
      await tx.run(removeEndedSessions, [now(), new Date(now().getTime() - idle)]);
      return add(tx, who, expiryOf(now(), limits));
    },
    end: (token) =>
      database.inTransaction(
        noScope,
        async (tx) => void (await tx.run(endSession, [hashOf(token)])),
      ),
    endAll: (account) =>
      database.inTransaction(noScope, async (tx) => void (await tx.run(endSessions, [account]))),
    appointments: (account) =>
      database.inTransaction(noScope, (tx) => tx.run(findAppointments, [account, dayOf(now())])),
    act: (token, appointment) =>
      database.inTransaction(noScope, async (tx) => {
        const row = await findRow(tx, token);
        if (row === undefined) return undefined;
        const own = await tx.run(findAppointments, [row.account, dayOf(now())]);
        if (appointment !== null && !own.some(({ id }) => id === appointment)) return undefined;
        await tx.run(endSession, [hashOf(token)]);
        return add(tx, { ...row, acting: appointment }, row.expires);
      }),
  };
}

function found(row: SessionRow, token: string, limits: SessionLimits): FoundSession {
  const { account, name, nameEn, person, csrf, acting, role, counties, department } = row;
  const resident = role === null;
  return {
    principal: {
      account,
      name,
      role: role ?? "resident",
      counties: counties ?? [],
      ...(department === null ? {} : { department }),
      ...(person === null ? {} : resident ? { person } : { oneself: person }),
    },
    csrf,
    key: hashOf(token).toString("base64url"),
    nameEn: nameEn ?? undefined,
    registered: person !== null,
    acting,
    ends: endOf(row, limits),
  };
}
