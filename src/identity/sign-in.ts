import { randomUUID } from "node:crypto";
import type { Database } from "../platform/postgres/index.ts";
import { dayOf } from "./domain/day.ts";
import { firstOf } from "./domain/appointment.ts";
import { issuerKey } from "./domain/issuer.ts";
import { findInstallation } from "./installation.ts";
import type { Claims } from "./relying-party.ts";
import { hashOf } from "./session-token.ts";
import { noScope, type Sessions } from "./sessions.ts";
import { signInAccount } from "./store/account.ts";
import { findAppointments } from "./store/appointment.ts";
import { endSession } from "./store/session.ts";

/** What the accounts of the demo are kept under, whatever port its provider has today. */
export const demoIssuer = "urn:luohu:demo-identity";

export type SignInSettings = {
  readonly database: Database;
  readonly sessions: Sessions;
  readonly now: () => Date;
  /** The register's person with a citizen ID number; never found by a name. */
  readonly findPerson: (idNumber: string) => Promise<number | undefined>;
};

export type SignedIn =
  /** With the cookie's value. */
  { readonly kind: "signed-in"; readonly token: string } | { readonly kind: "demo-refused" };

/**
 * Begins a session for whom the provider vouches for, and ends the one that the browser had.
 * People of the demo come in where all data are made up, and nowhere else.
 */
export async function signIn(
  { database, sessions, now, findPerson }: SignInSettings,
  claims: Claims,
  before: string | undefined,
): Promise<SignedIn> {
  if (claims.demo && (await findInstallation(database)) !== "demo") {
    return { kind: "demo-refused" };
  }
  const person = claims.idNumber === undefined ? undefined : await findPerson(claims.idNumber);
  return database.inTransaction(noScope, async (tx) => {
    const issuer = claims.demo ? demoIssuer : issuerKey(claims.issuer);
    const { subject, name, nameEn } = claims;
    const values = [randomUUID(), issuer, subject, name, nameEn ?? null, now()];
    const [key] = await tx.run(signInAccount, values);
    if (key === undefined) throw new Error("an account that was written is not there");
    if (before !== undefined) await tx.run(endSession, [hashOf(before)]);
    const appointments = await tx.run(findAppointments, [key.account, dayOf(now())]);
    const acting = firstOf(appointments)?.id ?? null;
    const token = await sessions.begin(tx, {
      account: key.account,
      acting,
      person: person ?? null,
    });
    return { kind: "signed-in", token };
  });
}
