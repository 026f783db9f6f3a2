import { timingSafeEqual } from "node:crypto";

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

export const changesNothing: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that changes something comes from our own pages: it brings the session's token
 * in `Luohu-Csrf`, and a browser that says where it comes from says here.
 */
export function isFromHere(headers: Headers, csrf: string, origin: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  if (headers["origin"] !== undefined && headers["origin"] !== origin) return false;
  return isSame(headers["luohu-csrf"], csrf);
}

function isSame(given: unknown, expected: string): boolean {
  if (typeof given !== "string" || expected === "") return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
