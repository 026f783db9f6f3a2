import { useRef, useState } from "react";
import type { OwnCase, OwnStep, stepReceipt } from "../../../src/casework/contract.ts";
import type { z } from "zod";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { type Answer, callApi, type Problem } from "../../staff/api.ts";
import { useMy } from "../my/use-my.tsx";
import { asSent } from "./draft/draft.ts";
import { isUnsaved, type Work, workOf } from "./work.ts";

type Receipt = z.infer<typeof stepReceipt>;

/** Why a step was not taken; `stale`: the case has moved on since it was read. */
export type Trouble =
  | { readonly kind: "stale" }
  | { readonly kind: "handed-in"; readonly case: string }
  | { readonly kind: "refused"; readonly problems: Problem["problems"] }
  | { readonly kind: "offline" | "slow" | "other" };

/** Keeping a draft, handing it in, and what to do where it was changed elsewhere. */
export function useSaving() {
  const { locale } = useSpeech();
  const { who, onSignedOut } = useMy();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const intended = useRef({ body: "", key: "" });

  /** One key for each intended step, kept when it is tried again. */
  const keyFor = (body: string): string => {
    if (intended.current.body !== body) intended.current = { body, key: crypto.randomUUID() };
    return intended.current.key;
  };
  const post = (path: string, body: object, etag: string | null): Promise<Answer<Receipt>> =>
    callApi<Receipt>(path, {
      method: "POST",
      body,
      locale,
      csrf: who.csrf,
      purpose: null,
      headers: {
        "idempotency-key": keyFor(path + JSON.stringify(body) + etag),
        ...(etag === null ? {} : { "if-match": etag }),
      },
    });
  const read = (key: string): Promise<Answer<OwnCase>> =>
    callApi<OwnCase>(`/api/me/cases/${key}`, { locale, csrf: null, purpose: null });

  const fail = (problem: Problem): undefined => {
    if (problem.status === 401) onSignedOut();
    else if (problem.code === "case-moved") setTrouble({ kind: "stale" });
    else if (problem.code === "refused")
      setTrouble({ kind: "refused", problems: problem.problems });
    else
      setTrouble({
        kind: problem.status === 0 ? "offline" : problem.status === 429 ? "slow" : "other",
      });
    return undefined;
  };
  const during = async <T>(work: () => Promise<T>): Promise<T> => {
    setBusy(true);
    setTrouble(null);
    try {
      return await work();
    } finally {
      setBusy(false);
    }
  };

  /** The draft as it is kept now; undefined where it could not be, and why is in `trouble`. */
  const keep = async (work: Work): Promise<Work | undefined> => {
    const { kept, draft } = work;
    if (!isUnsaved(work)) return work;
    const application = asSent(draft);
    const answer =
      kept === null
        ? await post("/api/me/cases", { service: "settlement", application }, null)
        : await post(`/api/me/cases/${kept.case}/steps`, { do: "draft", application }, kept.etag);
    if (!answer.ok) return fail(answer.problem);
    const { case: key, version } = answer.value;
    return {
      ...work,
      kept: { case: key, etag: answer.etag ?? `"c${version}"`, as: JSON.stringify(draft) },
    };
  };

  const step = async (work: Work, body: OwnStep): Promise<Receipt | undefined> => {
    if (work.kept === null) return undefined;
    const { case: key, etag } = work.kept;
    const answer = await post(`/api/me/cases/${key}/steps`, body, etag);
    return answer.ok ? answer.value : fail(answer.problem);
  };

  /** What is kept elsewhere, or what is here on top of it. */
  const settle = async (work: Work, keeps: "mine" | "theirs"): Promise<Work | undefined> => {
    if (work.kept === null) return undefined;
    const answer = await read(work.kept.case);
    if (!answer.ok) return fail(answer.problem);
    const theirs = workOf(answer.value, answer.etag);
    if (theirs === undefined) {
      setTrouble({ kind: "handed-in", case: work.kept.case });
      return undefined;
    }
    return keeps === "theirs" ? theirs : keep({ ...theirs, draft: work.draft });
  };

  /** A draft is deleted by withdrawing it; whether it was. */
  const remove = async (key: string): Promise<boolean> => {
    const seen = await read(key);
    if (!seen.ok) return fail(seen.problem) ?? false;
    const gone = await post(`/api/me/cases/${key}/steps`, { do: "withdraw" }, seen.etag);
    return gone.ok || (fail(gone.problem) ?? false);
  };

  return {
    busy,
    trouble,
    clear: () => setTrouble(null),
    remove: (key: string) => during(() => remove(key)),
    save: (work: Work) => during(() => keep(work)),
    submit: (work: Work) =>
      during(async () => {
        const kept = await keep(work);
        return kept === undefined ? undefined : step(kept, { do: "submit" });
      }),
    settle: (work: Work, keeps: "mine" | "theirs") => during(() => settle(work, keeps)),
  };
}
