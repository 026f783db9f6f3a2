import { useRef, useState } from "react";
import type { z } from "zod";
import type { stepReceipt } from "../../../src/casework/contract.ts";
import type { Problem } from "../../staff/api.ts";
import { countyPath, useDesk } from "../use-desk.tsx";

/** A case that changes hands, as it was seen. */
export type Assignable = {
  readonly case: string;
  readonly reference: string;
  readonly version: number;
};

/** To oneself (null), or to a colleague and why. */
export type Assignment = { readonly to: string | null; readonly why: string | null };

export type Assigned = {
  readonly of: Assignable;
  /** Null: done. */
  readonly problem: Problem | null;
};

/** Gives cases to somebody one by one: each succeeds or fails alone, and sent again it is done once. */
export function useAssign() {
  const { call, county } = useDesk();
  const [results, setResults] = useState<readonly Assigned[]>([]);
  const [busy, setBusy] = useState(false);
  // One key for each intended step until it is done: an answer that was lost on the way is given again.
  const keys = useRef(new Map<string, string>());
  // What was done here is known before the list is fresh: the next step follows it.
  const versions = useRef(new Map<string, number>());
  const assign = async (
    cases: readonly Assignable[],
    assignment: Assignment,
  ): Promise<readonly Assigned[]> => {
    if (busy) return results;
    setBusy(true);
    const done: Assigned[] = [];
    for (const of of cases) {
      const intended = JSON.stringify([of.case, assignment]);
      const key = keys.current.get(intended) ?? crypto.randomUUID();
      keys.current.set(intended, key);
      const version = Math.max(of.version, versions.current.get(of.case) ?? 0);
      const path = countyPath(county, `/cases/${of.case}/steps`);
      const answer = await call<z.infer<typeof stepReceipt>>(path, {
        method: "POST",
        body: { do: "assign", ...assignment },
        headers: { "idempotency-key": key, "if-match": `"c${version}"` },
      });
      if (answer.ok) {
        keys.current.delete(intended);
        versions.current.set(of.case, answer.value.version);
      }
      done.push({ of, problem: answer.ok ? null : answer.problem });
      setResults([...done]);
    }
    setBusy(false);
    return done;
  };
  return { assign, results, busy };
}
