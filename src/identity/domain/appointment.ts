import type { Appointment } from "../contract.ts";

/** What a new session acts in: the one appointment there is. Who has several chooses; else a resident. */
export function firstOf(appointments: readonly Appointment[]): Appointment | undefined {
  return appointments.length === 1 ? appointments[0] : undefined;
}
