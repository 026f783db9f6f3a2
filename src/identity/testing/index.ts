// For tests of what stands behind signing in: a session without the way through a provider.
import { randomUUID } from "node:crypto";
import type { Role } from "../../platform/auth/index.ts";
import type { Database } from "../../platform/postgres/index.ts";
import { cookiesAt } from "../cookies.ts";
import { hashOf, newToken } from "../session-token.ts";
import { noScope } from "../sessions.ts";
import { signInAccount } from "../store/account.ts";
import { addAppointment } from "../store/appointment.ts";
import { addSession } from "../store/session.ts";

export { newVisitor } from "./visitor.ts";

export type TestPrincipal = {
  readonly role: Role;
  readonly name?: string;
  readonly counties?: readonly number[];
  /** public-security by default. */
  readonly department?: string;
  /** Of residents: the register's person. */
  readonly person?: number;
};

export type TestSession = {
  readonly account: string;
  /** What our own page sends: the cookie and the token for changes. */
  readonly headers: { readonly cookie: string; readonly "luohu-csrf": string };
};

const hour = 3_600_000;

/** Signs someone new in, as the owner of the database, with a server on plain HTTP on this machine. */
export async function signInAs(owner: Database, who: TestPrincipal): Promise<TestSession> {
  const { role, name = role, counties = [], department = "public-security", person = null } = who;
  const now = new Date();
  const [token, csrf] = [newToken(), newToken()];
  return owner.inTransaction(noScope, async (tx) => {
    const subject = randomUUID();
    const values = [randomUUID(), "urn:luohu:test", subject, name, null, now];
    const account = (await tx.run(signInAccount, values))[0]?.account ?? "";
    let acting: string | null = null;
    if (role !== "resident") {
      acting = randomUUID();
      const days = ["2000-01-01", null];
      await tx.run(addAppointment, [acting, account, role, counties, department, ...days]);
    }
    const expires = new Date(now.getTime() + hour);
    await tx.run(addSession, [hashOf(token), account, acting, person, csrf, now, expires]);
    const cookie = `${cookiesAt("http://127.0.0.1").session}=${token}`;
    return { account, headers: { cookie, "luohu-csrf": csrf } };
  });
}
