import { isLoopback } from "../platform/http/index.ts";
import { type Attempt, attempt } from "./relying-party.ts";

/** Names and attributes of our cookies; `__Host-` binds them to this host wherever there is TLS. */
export function cookiesAt(origin: string) {
  const { protocol, hostname } = new URL(origin);
  const secure = protocol === "https:" || !isLoopback(hostname);
  const prefix = secure ? "__Host-" : "";
  return {
    session: `${prefix}luohu-session`,
    attempt: `${prefix}luohu-sign-in`,
    attributes: { path: "/", httpOnly: true, sameSite: "lax", secure } as const,
    /** Seconds in which one has to come back from the provider. */
    attemptAge: 600,
  };
}

export const writeAttempt = (kept: Attempt): string =>
  Buffer.from(JSON.stringify(kept)).toString("base64url");

/** What a cookie says of an attempt to sign in; undefined if it says nothing of use. */
export function readAttempt(value: string | undefined): Attempt | undefined {
  try {
    const text = Buffer.from(value ?? "", "base64url").toString("utf8");
    return attempt.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
