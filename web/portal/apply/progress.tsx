import { Button } from "../../ui/button.tsx";
import type { ApplyPart } from "../shell/route.ts";
import { usePortal } from "../shell/use-portal.tsx";
import { useApplyWords } from "./use-words.ts";

export const steps = ["home", "people", "proof", "review"] as const satisfies readonly ApplyPart[];
export type Step = (typeof steps)[number];

type ProgressProps = { readonly part: Step; readonly of: string | null };

/** Where in the application this is; what was kept can be gone back to. */
export function Progress({ part, of }: ProgressProps) {
  const words = useApplyWords();
  const { go } = usePortal();
  const at = steps.indexOf(part);
  return (
    <nav className="apply-steps screen-only" aria-label={words.stepsTitle}>
      <ol>
        {steps.map((step, place) => (
          <li key={step} aria-current={step === part ? "step" : undefined} data-past={place < at}>
            {place < at && of !== null ? (
              <Button look="link" onPress={() => go({ page: "apply", part: step, draft: of })}>
                {words.steps[step]}
              </Button>
            ) : (
              <span>{words.steps[step]}</span>
            )}
          </li>
        ))}
      </ol>
      <p className="soft">{words.step(at + 1, steps.length)}</p>
    </nav>
  );
}
