import type { Role } from "./contract.ts";
import type { Principal } from "./principal.ts";

/** Who may use a route; every route declares it in `config.access`. */
export type Access =
  | { readonly kind: "public" }
  | {
      readonly kind: "signed-in";
      readonly roles: readonly Role[];
      /** `own-county`: the path's `:county` has to be one of the appointment's. */
      readonly place: "own-county" | "any" | "none";
      /**
       * `own`: a `:person` in the path has to be the one signed in. Where the record is named
       * otherwise, the route asks `isOwn` itself. Another's record answers as one that is not there.
       */
      readonly record: "own" | "any" | "none";
      /** Asks for a Luohu-Purpose header. */
      readonly purpose?: true;
    };

export type AccessRefusal = "not-signed-in" | "not-allowed" | "not-found";

/** Why someone may not use a route with these path parameters; undefined if they may. */
export function refuseAccess(
  access: Access,
  who: Principal | undefined,
  params: Readonly<Record<string, string | undefined>>,
): AccessRefusal | undefined {
  if (access.kind === "public") return undefined;
  if (who === undefined) return "not-signed-in";
  if (!access.roles.includes(who.role)) return "not-allowed";
  if (access.place === "own-county" && !who.counties.includes(keyIn(params["county"]))) {
    return "not-allowed";
  }
  const person = params["person"];
  if (access.record === "own" && person !== undefined && !isOwn(who, keyIn(person))) {
    return "not-found";
  }
  return undefined;
}

/** Whether a person of the register is the one who is signed in. */
const isOwn = (who: Principal, person: number): boolean => who.person === person;

/** A number as routes write it: no sign, no leading zero, nothing beside it. */
const keyIn = (param: string | undefined): number =>
  /^[1-9]\d{0,15}$/.test(param ?? "") ? Number(param) : Number.NaN;

/** What is wrong with a declaration for a route; undefined if nothing is. */
export function accessFault(
  access: Access | undefined,
  url: string,
  hidden: boolean = false,
): string | undefined {
  if (access === undefined) {
    return `declares no access: add config: { access: { kind: "public" } } or { kind: "signed-in", roles, place, record }`;
  }
  if (access.kind === "public") return undefined;
  if (hidden)
    return "is not public, so the OpenAPI document has to name it: access.test.ts reads it";
  const hasCounty = /:county\b/.test(url);
  if (access.roles.length === 0) return "is for no role at all";
  if (access.place === "own-county" && !hasCounty)
    return "is for one's own county, but has no :county";
  if (access.place === "none" && hasCounty) return "has a :county, but place is none";
  return undefined;
}
