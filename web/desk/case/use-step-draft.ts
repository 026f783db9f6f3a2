import { useKeptDraft } from "../act/kept-draft.ts";
import type { StepName } from "./steps.ts";

/** What is typed for one step of the case, and the key under which it is sent; it survives a reload of the tab. */
export function useStepDraft<D>(name: StepName, start: () => D) {
  const [{ draft, key }, change, renew, drop] = useKeptDraft(start, `#${name}`);
  const form = { name, sendKey: key, onRenew: () => renew(draft), onSent: drop };
  return { draft, change, form };
}
