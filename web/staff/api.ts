// Asking the server: every answer is a value, also when there is none.
import type { Locale } from "../../src/policy/browser.ts";
import type { Purpose } from "./purpose.ts";

/** One thing wrong with what was sent, at its field. */
export type FieldProblem = {
  readonly code: string;
  readonly path: string | null;
  readonly message?: string;
  readonly clause?: string | null;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** RFC 9457 as the server words it, in the language of the page. Status 0: the server was not reached. */
export type Problem = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly problems: readonly FieldProblem[];
};

export type Answer<T> =
  | {
      readonly ok: true;
      readonly status: number;
      readonly value: T;
      readonly etag: string | null;
    }
  | { readonly ok: false; readonly problem: Problem };

export type CallOptions = {
  readonly method?: "GET" | "POST" | "DELETE";
  /** A file is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** The answer is a file: a Blob. */
  readonly file?: true;
};

type CallSettings = CallOptions & {
  readonly locale: Locale;
  /** Sent with every look at people: the person will see it. */
  readonly purpose: Purpose | null;
  /** The session's word that a change comes from our own page. */
  readonly csrf: string | null;
};

/** Asks the server of this host; never throws, but for a request that was given up. */
export async function callApi<T>(path: string, settings: CallSettings): Promise<Answer<T>> {
  const { method = "GET", body, headers, signal, file, locale, purpose, csrf } = settings;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: {
        accept: "application/json",
        "accept-language": locale,
        ...(body === undefined ? {} : { "content-type": typeOf(body) }),
        ...purposeHeaders(purpose),
        ...(csrf === null ? {} : { "luohu-csrf": csrf }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return { ok: false, problem: emptyProblem(0, "offline") };
  }
  const content: unknown =
    file === true && response.ok ? await response.blob() : await response.json().catch(() => null);
  if (!response.ok) return { ok: false, problem: readProblem(response.status, content) };
  // The server's answers are held to src/*/contract.ts by its own tests.
  const value = content as T;
  return { ok: true, status: response.status, value, etag: response.headers.get("etag") };
}

const typeOf = (body: unknown): string =>
  body instanceof Blob ? body.type || "application/octet-stream" : "application/json";

/** Headers hold Latin letters only, so a reference in characters is sent percent-encoded. */
function purposeHeaders(purpose: Purpose | null): Record<string, string> {
  if (purpose === null) return {};
  return {
    "luohu-purpose": purpose.code,
    ...(purpose.reference === ""
      ? {}
      : { "luohu-reference": encodeURIComponent(purpose.reference) }),
  };
}

function readProblem(status: number, content: unknown): Problem {
  if (typeof content !== "object" || content === null) return emptyProblem(status, "unreadable");
  const given = content as Partial<Problem>;
  return {
    status,
    code: given.code ?? "unreadable",
    title: given.title ?? "",
    detail: given.detail ?? "",
    problems: given.problems ?? [],
  };
}

const emptyProblem = (status: number, code: string): Problem => ({
  status,
  code,
  title: "",
  detail: "",
  problems: [],
});
