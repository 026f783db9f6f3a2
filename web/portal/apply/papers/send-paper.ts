import type { Locale } from "../../../../src/policy/browser.ts";
import type { Document } from "./papers-part.tsx";

export type Sent =
  | { readonly kind: "kept"; readonly document: Document }
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "signed-out" | "offline" | "other" };

type Sending = {
  readonly case: string;
  readonly paper: string;
  readonly file: File;
  /** The same for every try, so that a paper that arrived is not kept twice. */
  readonly key: string;
  readonly csrf: string;
  readonly locale: Locale;
  readonly onProgress: (percent: number) => void;
};

/** Sends a file as it is. `fetch` tells nothing of how far it has come. */
export function sendPaper(sending: Sending): Promise<Sent> {
  const { paper, file, key, csrf, locale, onProgress } = sending;
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ paper });
    request.open("POST", `/api/me/cases/${sending.case}/documents?${query}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("accept-language", locale);
    request.setRequestHeader("luohu-csrf", csrf);
    request.setRequestHeader("idempotency-key", key);
    request.upload.addEventListener("progress", ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(Math.round((loaded / total) * 100));
    });
    request.addEventListener("error", () => resolve({ kind: "offline" }));
    request.addEventListener("load", () => resolve(readAnswer(request)));
    request.send(file);
  });
}

function readAnswer({ status, responseText }: XMLHttpRequest): Sent {
  const content = parse(responseText);
  if (status === 201) return { kind: "kept", document: content as Document };
  if (status === 401) return { kind: "signed-out" };
  const { problems = [] } = (content ?? {}) as {
    readonly problems?: readonly { readonly message?: string }[];
  };
  const why = problems[0]?.message;
  return status === 422 && why !== undefined ? { kind: "refused", why } : { kind: "other" };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
