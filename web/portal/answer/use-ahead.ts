import { useMemo } from "react";
import {
  whatIfDossier,
  whenDossier,
  type Times,
  type WhatIf,
} from "../../../src/policy/browser.ts";
import { usePortal } from "../shell/use-portal.tsx";

type Ahead = { readonly times: Times | undefined; readonly whatIf: WhatIf | undefined };

/** The answer over time and what would change it; worked out for the answer page alone. */
export function useAhead(): Ahead {
  const { pack, result } = usePortal();
  return useMemo(() => {
    if (result?.ok !== true) return { times: undefined, whatIf: undefined };
    const { dossier, question } = result.value;
    const times = whenDossier(pack, dossier, question);
    const whatIf = whatIfDossier(pack, dossier, question);
    return {
      times: times.ok ? times.value : undefined,
      whatIf: whatIf.ok ? whatIf.value : undefined,
    };
  }, [pack, result]);
}
