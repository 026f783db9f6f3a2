export type { Access } from "./access.ts";
export { type PurposeCode, type Role, roleLabels, roles } from "./contract.ts";
export { describeAccess, sessionScheme } from "./describe-access.ts";
export { type GuardSettings, principalOf, purposeOf, registerGuard, sessionOf } from "./guard.ts";
export { type RateLimits, usualRateLimits } from "./limits.ts";
export type { OpenSession, Principal } from "./principal.ts";
export type { Purpose } from "./purpose.ts";
