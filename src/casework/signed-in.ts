// Who is signed in, as cases know them.
import type { OpenSession, Purpose } from "../platform/auth/index.ts";
import { findIdNumber, type Looker } from "../register/index.ts";
import type { Casework } from "./casework.ts";
import type { Signed } from "./stored-case.ts";

/** A resident; undefined for somebody whom the register does not know: they come to a window. */
export async function residentOf(
  { register }: Casework,
  { key, principal: { account, name, person } }: OpenSession,
): Promise<Signed | undefined> {
  const citizen = person === undefined ? undefined : await findIdNumber(register, person);
  if (person === undefined || citizen === undefined) return undefined;
  return { actor: { kind: "resident", citizen, session: key }, account, name, person };
}

/** A member of staff in one of their counties. */
export async function clerkOf(
  { register }: Casework,
  { key: session, principal: { account, name, role, oneself } }: OpenSession,
  county: number,
): Promise<Signed> {
  if (role !== "window-clerk" && role !== "approver") throw new Error("the route is for staff");
  const citizen = oneself === undefined ? null : ((await findIdNumber(register, oneself)) ?? null);
  const actor = { kind: "staff", role, subject: account, county, citizen, session } as const;
  return { actor, account, name, person: null };
}

/** A member of staff who looks, and why. */
export const lookerOf = (
  { principal: { account, name, role, department = "" } }: OpenSession,
  { purpose, reference }: Purpose,
): Looker => ({
  account,
  name,
  role,
  department,
  purpose,
  reference: reference ?? null,
});
