import { createContext, useContext, useRef, useState } from "react";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { callApi, type Problem } from "../../../staff/api.ts";
import { useMy } from "../use-my.tsx";
import type { OwnCase, OwnStep, StepReceipt } from "./shapes.ts";

/** A step that could not be taken: which one, and why. */
type Fault = { readonly name: string; readonly problem: Problem };

/** The case that a page is about, and how its reader acts in it. */
export type CaseInHand = {
  readonly seen: OwnCase;
  readonly busy: string | null;
  readonly fault: Fault | null;
  /** Takes a step, once however often it is pressed; whether it was taken. `name` tells one button from another. */
  readonly take: (name: string, step: OwnStep) => Promise<boolean>;
  readonly reload: () => void;
};

export const CaseContext = createContext<CaseInHand | null>(null);

export function useCase(): CaseInHand {
  const inHand = useContext(CaseContext);
  if (inHand === null) throw new Error("useCase outside its context");
  return inHand;
}

/** To where the case stands: what was pressed is gone, and what it changed is there. */
export function toTop(): void {
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>("[data-page-heading]")?.focus({ preventScroll: true });
}

/** What the sender means to do: pressed again after a broken line it is the same, and the server does it once. */
type Intent = { readonly text: string; readonly key: string; readonly version: number };

export function useSteps(seen: OwnCase, reload: () => void): CaseInHand {
  const { locale } = useSpeech();
  const { who, onSignedOut } = useMy();
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const sending = useRef(false);
  const intent = useRef<Intent | null>(null);

  async function take(name: string, step: OwnStep): Promise<boolean> {
    if (sending.current) return false;
    sending.current = true;
    setBusy(name);
    setFault(null);
    const text = JSON.stringify(step);
    const meant =
      intent.current?.text === text
        ? intent.current
        : { text, key: crypto.randomUUID(), version: seen.version };
    intent.current = meant;
    const sent = await callApi<StepReceipt>(`/api/me/cases/${seen.case}/steps`, {
      method: "POST",
      body: step,
      headers: { "if-match": `"c${meant.version}"`, "idempotency-key": meant.key },
      locale,
      purpose: null,
      csrf: who.csrf,
    });
    sending.current = false;
    setBusy(null);
    if (!sent.ok) {
      const { problem } = sent;
      if (isAnswered(problem)) intent.current = null;
      if (problem.status === 401) onSignedOut();
      else setFault({ name, problem });
      if (problem.status === 412) reload();
      return false;
    }
    intent.current = null;
    reload();
    return true;
  }
  return { seen, busy, fault, take, reload };
}

/** Whether the server said no; else nobody knows what became of the step. */
const isAnswered = ({ status }: Problem): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 429;
