// What the routes of the register have in common.
import { z } from "zod";
import type { Access, Role } from "../platform/auth/index.ts";
import { county, isoDate } from "./contract.ts";
import type { Register } from "./register.ts";

export type RouteOptions = { readonly register: Register };

/** A number in an address. */
export const inPath = <T extends z.ZodType<number, number>>(key: T) => z.coerce.number().pipe(key);

export const atCounty = z.object({ county: inPath(county) });
export const onDay = z.object({ on: isoDate.exactOptional() });

export const ownCounty = (...roles: readonly Role[]) =>
  ({ kind: "signed-in", roles, place: "own-county", record: "any" }) as const satisfies Access;

/** A look at people in one's own county, with its purpose. */
export const looking = (...roles: readonly Role[]) =>
  ({ ...ownCounty(...roles), purpose: true }) as const;
