import { randomUUID } from "node:crypto";
import type { Database } from "../platform/postgres/index.ts";
import type { StaffRole } from "./contract.ts";
import { issuerKey } from "./domain/issuer.ts";
import { noScope } from "./sessions.ts";
import { ensureAccount } from "./store/account.ts";
import {
  addAppointment,
  type Appointed,
  endAppointment,
  listAppointments as list,
} from "./store/appointment.ts";

/** Someone named to a role; `from` and `until` are its first and last day, YYYY-MM-DD. */
export type NewAppointment = {
  readonly issuer: string;
  readonly subject: string;
  readonly role: StaffRole;
  readonly counties: readonly number[];
  readonly department: string | null;
  readonly from: string;
  readonly until: string | null;
};

export type Ending = Pick<NewAppointment, "issuer" | "subject" | "role"> & {
  readonly until: string;
};

export type AppointmentRefusal =
  | "needs-county"
  | "needs-department"
  | "ends-before-it-begins"
  | "appointed-already";

/** Names someone to a role, known or not yet; only the owner of the database may. */
export async function appoint(
  owner: Database,
  given: NewAppointment,
): Promise<AppointmentRefusal | undefined> {
  const refusal = refuse(given);
  if (refusal !== undefined) return refusal;
  const { issuer, subject, role, counties, department, from, until } = given;
  try {
    await owner.inTransaction(noScope, async (tx) => {
      const [made] = await tx.run(ensureAccount, [randomUUID(), issuerKey(issuer), subject]);
      const values = [randomUUID(), made?.account, role, counties, department];
      await tx.run(addAppointment, [...values, from, until === null ? null : dayAfter(until)]);
    });
    return undefined;
  } catch (error) {
    if (isConstraint(error, "appointment_once")) return "appointed-already";
    throw error;
  }
}

const ofDepartments: ReadonlySet<StaffRole> = new Set([
  "window-clerk",
  "approver",
  "department-officer",
]);

function refuse({
  role,
  counties,
  department,
  from,
  until,
}: NewAppointment): AppointmentRefusal | undefined {
  if (role !== "lawmaker" && counties.length === 0) return "needs-county";
  if (ofDepartments.has(role) && department === null) return "needs-department";
  if (until !== null && until < from) return "ends-before-it-begins";
  return undefined;
}

/** Ends someone's role after a day; false if they do not have it on that day. */
export async function endAppointmentOf(
  owner: Database,
  { issuer, subject, role, until }: Ending,
): Promise<boolean> {
  const values = [issuerKey(issuer), subject, role, until];
  const ended = await owner.inTransaction(noScope, (tx) => tx.run(endAppointment, values));
  return ended.length > 0;
}

/** Everyone who is, was or will be appointed. */
export const listAppointments = (owner: Database): Promise<readonly Appointed[]> =>
  owner.inTransaction(noScope, (tx) => tx.run(list));

const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

const isConstraint = (error: unknown, name: string): boolean =>
  error instanceof Error && "constraint" in error && error.constraint === name;
