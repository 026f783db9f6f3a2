import { useCallback, useEffect, useRef, useState } from "react";
import type { Problem } from "../../staff/api.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import type { Verification } from "./shapes.ts";

/** How often a running verification is asked how far it is. */
const pause = 400;

export type Verifying =
  | { readonly state: "none" }
  | { readonly state: "asked"; readonly at: Verification | null }
  | { readonly state: "over"; readonly at: Verification }
  | { readonly state: "refused"; readonly problem: Problem };

/** Starts a verification and follows it to its end; `onOver` hears when the figures have changed. */
export function useVerification(onOver: () => void): {
  readonly verifying: Verifying;
  readonly verify: (county?: number) => void;
} {
  const { call } = useStaff();
  const [verifying, setVerifying] = useState<Verifying>({ state: "none" });
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const follow = useCallback(
    async (county: number | undefined) => {
      setVerifying({ state: "asked", at: null });
      const body = county === undefined ? {} : { county };
      let answer = await call<Verification>("/api/audit/verifications", { method: "POST", body });
      while (answer.ok && answer.value.state === "running" && !gone.current) {
        setVerifying({ state: "asked", at: answer.value });
        await new Promise((done) => setTimeout(done, pause));
        answer = await call<Verification>(`/api/audit/verifications/${answer.value.id}`);
      }
      if (gone.current) return;
      if (!answer.ok) return setVerifying({ state: "refused", problem: answer.problem });
      setVerifying({ state: "over", at: answer.value });
      onOver();
    },
    [call, onOver],
  );
  return { verifying, verify: (county) => void follow(county) };
}
