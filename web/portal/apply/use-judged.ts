import { useMemo } from "react";
import { usePortal } from "../shell/use-portal.tsx";
import { judge, type Judged } from "./draft/answers.ts";
import type { Draft } from "./draft/draft.ts";

/** What the rules say to the answers; worked out anew when one changes, not at every key that is pressed. */
export function useJudged(dossier: Draft["dossier"]): Judged | undefined {
  const { pack, today } = usePortal();
  return useMemo(() => judge(pack, { dossier }, today), [pack, dossier, today]);
}
