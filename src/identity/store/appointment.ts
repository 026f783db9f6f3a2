import { statement } from "../../platform/postgres/index.ts";
import type { Appointment, StaffRole } from "../contract.ts";

/** Values: account, day. */
export const findAppointments = statement<Appointment>(
  "find-appointments",
  `SELECT appointment_id AS id, role, counties, department FROM appointment
   WHERE account_id = $1 AND during @> $2::date
   ORDER BY lower(during), role`,
);

/** Values: key, account, role, counties, department or null, first day, day after the last or null. */
export const addAppointment = statement(
  "add-appointment",
  `INSERT INTO appointment (appointment_id, account_id, role, counties, department, during)
   VALUES ($1, $2, $3, $4, $5, daterange($6, $7))`,
);

/** Values: issuer, subject, role, last day. Gives the keys of what it shortens. */
export const endAppointment = statement<{ readonly id: string }>(
  "end-appointment",
  `UPDATE appointment p SET during = daterange(lower(p.during), $4::date + 1)
   FROM account a
   WHERE a.account_id = p.account_id AND a.issuer = $1 AND a.subject = $2
     AND p.role = $3 AND p.during @> $4::date
   RETURNING p.appointment_id AS id`,
);

export type Appointed = {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string | null;
  readonly role: StaffRole;
  readonly counties: readonly number[];
  readonly department: string | null;
  readonly from: string;
  /** Last day; null while open. */
  readonly until: string | null;
};

export const listAppointments = statement<Appointed>(
  "list-appointments",
  `SELECT a.issuer, a.subject, a.name, p.role, p.counties, p.department,
     lower(p.during) AS "from", upper(p.during) - 1 AS until
   FROM appointment p JOIN account a USING (account_id)
   ORDER BY a.issuer, a.subject, lower(p.during), p.role`,
);
