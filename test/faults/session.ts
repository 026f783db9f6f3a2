// Someone at a browser: signed in, sending what the pages send, one request at a time.
import { setTimeout as sleep } from "node:timers/promises";
import type { CastMember } from "../../src/demo-data/index.ts";

export type Request = {
  readonly method: "GET" | "POST";
  /** Without a slash before it. */
  readonly path: string;
  /** JSON, or the bytes of a paper. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds after which the page is closed. */
  readonly closedAfter?: number;
};

export type Answer = { readonly status: number; readonly body: unknown; readonly etag: string };

/** One of the cast, who signs in with one click, or what a browser has of somebody who is signed in. */
export type Visitor =
  | Pick<CastMember, "subject">
  | { readonly headers: { readonly cookie: string; readonly "luohu-csrf": string } };

export type Session = {
  /** Undefined where no answer came, or none that says what became of it: then it may be sent again. */
  readonly send: (request: Request) => Promise<Answer | undefined>;
  /** How often it had to sign in. */
  readonly signIns: () => number;
};

/** Milliseconds from one request to the next: a session may send 1200 a minute. */
const pace = 52;

/** Longer than the server takes to give up. */
const patience = 40_000;

export function openSession(url: string, visitor: Visitor): Session {
  const cookies = new Map<string, string>();
  let csrf: string | undefined;
  let count = 0;
  if ("headers" in visitor) take(visitor.headers.cookie);
  let free = 0;

  async function once({ method, path, body, headers, closedAfter }: Request): Promise<Response> {
    const response = await fetch(new URL(path, url), {
      method,
      redirect: "manual",
      signal: AbortSignal.timeout(closedAfter ?? patience),
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(csrf === undefined ? {} : { "luohu-csrf": csrf }),
        ...(body === undefined ? {} : { "content-type": typeOf(body) }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: bytesOf(body) }),
    });
    response.headers.getSetCookie().forEach(take);
    return response;
  }

  function take(cookie: string): void {
    const [name = "", value = ""] = cookie.split(";", 1)[0]?.split(/=(.*)/s) ?? [];
    if (value === "") cookies.delete(name);
    else cookies.set(name, value);
  }

  /** Follows the demo's links, as a browser does. */
  async function signIn(): Promise<boolean> {
    if ("headers" in visitor) {
      count += 1;
      csrf = visitor.headers["luohu-csrf"];
      return true;
    }
    const { subject } = visitor;
    cookies.clear();
    csrf = undefined;
    let path = `auth/sign-in?${new URLSearchParams({ as: subject, to: "/" })}`;
    for (let steps = 0; steps < 10; steps++) {
      const response = await once({ method: "GET", path });
      await response.arrayBuffer();
      const to = response.headers.get("location");
      if (to === null) return false;
      if (new URL(to, url).pathname === "/") break;
      path = new URL(to, new URL(path, url)).href;
    }
    const who = (await (await once({ method: "GET", path: "api/session" })).json()) as {
      readonly who: { readonly csrf: string } | null;
    };
    csrf = who.who?.csrf;
    count += 1;
    return csrf !== undefined;
  }

  async function attempt(request: Request): Promise<Answer | undefined> {
    if (csrf === undefined && !(await signIn())) return undefined;
    const response = await once(request);
    const text = await response.text();
    const { status } = response;
    const etag = response.headers.get("etag") ?? "";
    const body: unknown = text === "" ? null : JSON.parse(text);
    // The session has ended, or its token has.
    if (status === 401 || (status === 403 && codeOf(body) === "not-from-here")) csrf = undefined;
    else if (status === 429) await sleep(1_000);
    else return { status, body, etag };
    return undefined;
  }

  return {
    signIns: () => count,
    async send(request) {
      const wait = free - Date.now();
      free = Math.max(free, Date.now()) + pace;
      if (wait > 0) await sleep(wait);
      return attempt(request).catch((error: unknown) => {
        if (isLost(error)) return undefined;
        throw error;
      });
    },
  };
}

const typeOf = (body: unknown): string =>
  Buffer.isBuffer(body) ? "application/octet-stream" : "application/json";

const bytesOf = (body: unknown): BodyInit =>
  Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body);

/** The code of a problem. */
export const codeOf = (body: unknown): string =>
  typeof body === "object" && body !== null && "code" in body ? String(body.code) : "";

/** The connection ended, or the page was closed, before the whole answer was there. */
function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (["TimeoutError", "AbortError"].includes(error.name)) return true;
  return error instanceof TypeError && /fetch failed|terminated/.test(error.message);
}
