export {
  appoint,
  type AppointmentRefusal,
  endAppointmentOf,
  listAppointments,
  type NewAppointment,
} from "./appointments.ts";
export { type StaffRole, staffRoles } from "./contract.ts";
export {
  findInstallation,
  type InstallationKind,
  type InstallationRefusal,
  markInstallation,
  refuseInstallation,
} from "./installation.ts";
export { findColleagues, findNames, findStaff } from "./names.ts";
export { demoMark, type Provider, relyOn } from "./relying-party.ts";
export { identityRoutes, sessionFinder } from "./routes.ts";
export { type SessionLimits, usualSessionLimits } from "./domain/session-times.ts";
export { type Sessions, sessionsIn } from "./sessions.ts";
export { demoIssuer } from "./sign-in.ts";
