import { todayOf } from "../register/index.ts";
import { ask } from "./ask.ts";
import { type Casework, inCounties } from "./casework.ts";
import { refusalTexts } from "./domain/refusal.ts";
import { loadCase, type Signed } from "./stored-case.ts";
import { mayOpen, type StepOutcome } from "./take-step.ts";

type Asked =
  | { readonly kind: "asked"; readonly questions: number }
  | Extract<StepOutcome, { kind: "refused" | "unknown" }>;

const open: ReadonlySet<string> = new Set(["submitted", "returned", "accepted", "checked"]);

/** Asks departments as of today: what they hold may have changed since the case came in, or one could not be reached. */
export async function askAgain(
  casework: Casework,
  { county, case: key }: { readonly county: number; readonly case: string },
  signed: Signed,
): Promise<Asked> {
  const today = todayOf(casework.register.clock());
  return inCounties(casework, [county], async (tx): Promise<Asked> => {
    const stored = await loadCase(tx, county, key, true);
    if (stored === undefined || !mayOpen(stored, signed, today)) return { kind: "unknown" };
    if (!open.has(stored.state.stage)) {
      const { clause, text } = refusalTexts["not-now"];
      return { kind: "refused", reasons: [{ code: "not-now", clause, text }] };
    }
    const asked = await ask(tx, casework, stored, signed, today);
    return asked.ok
      ? { kind: "asked", questions: asked.questions }
      : { kind: "refused", reasons: asked.reasons };
  });
}
