import { Button } from "antd";
import { useEffect, useEffectEvent, useRef, type ReactNode } from "react";
import type { DeskCase } from "../../../src/casework/desk/contract.ts";
import { useDesk } from "../use-desk.tsx";
import { useCaseWork } from "./case-work.ts";
import { AnswerPanel } from "./panels/answer-panel.tsx";
import { CheckPanel } from "./panels/check-panel.tsx";
import { ConsentPanel } from "./panels/consent-panel.tsx";
import { AsAdvisedPanel, DecidePanel } from "./panels/decide-panel.tsx";
import { CompletePanel, EffectPanel } from "./panels/effect-panels.tsx";
import { HandOverPanel } from "./panels/hand-over-panel.tsx";
import {
  AcceptPanel,
  ApprovePanel,
  ClosePanel,
  DeliverPanel,
  ExtendPanel,
  SendBackPanel,
  TakePanel,
} from "./panels/plain-panels.tsx";
import { ReturnPanel } from "./panels/return-panel.tsx";
import { ReviewPanel } from "./panels/review-panel.tsx";
import { AskReviewPanel, WithdrawPanel } from "./panels/window-panels.tsx";
import { listSteps, type StepChoice, type StepName } from "./steps.ts";

const panels: Readonly<Record<StepName, () => ReactNode>> = {
  approve: ApprovePanel,
  "decide-review": ReviewPanel,
  complete: CompletePanel,
  effect: EffectPanel,
  "as-advised": AsAdvisedPanel,
  decide: DecidePanel,
  check: CheckPanel,
  deliver: DeliverPanel,
  accept: AcceptPanel,
  take: TakePanel,
  return: ReturnPanel,
  "hand-over": HandOverPanel,
  extend: ExtendPanel,
  "send-back": SendBackPanel,
  answer: AnswerPanel,
  consent: ConsentPanel,
  "ask-review": AskReviewPanel,
  withdraw: WithdrawPanel,
  close: ClosePanel,
};

type DecisionBarProps = {
  readonly open: StepName | null;
  /** What was done last. */
  readonly last: StepName | null;
  readonly onOpen: (step: StepName | null) => void;
};

/** The steps that are possible, always in sight; the one that is open stands above them with the case still in view. */
export function DecisionBar({ open, last, onOpen }: DecisionBarProps) {
  const { d, session } = useDesk();
  const { seen } = useCaseWork();
  const words = d.case.bar;
  const bar = useRef<HTMLElement>(null);
  const steps = listSteps(seen, session.role);
  useStepKeys(steps, onOpen);
  const before = useRef<StepName | null>(null);
  useEffect(() => {
    const closed = open === null ? before.current : null;
    before.current = open;
    if (closed === null) return;
    // Back to the button that opened it, unless that step is done and gone.
    const button = bar.current?.querySelector<HTMLElement>(`[data-step="${closed}"]`);
    (closed === last ? bar.current : button)?.focus({ preventScroll: true });
  }, [open, last]);
  const note = undoNote(seen.stage, words);
  const Panel = open === null ? undefined : panels[open];
  return (
    <section ref={bar} className="decision-bar" aria-label={words.title} tabIndex={-1}>
      <p role="status" className="bar-said">
        {last === null || open !== null ? "" : words.done(words.names[last])}{" "}
        {last === null || open !== null ? null : <a href="#/cases">{words.queue}</a>}
      </p>
      {Panel === undefined ? null : <Panel key={open} />}
      {open === null && note !== "" ? <p className="soft">{note}</p> : null}
      {steps.length === 0 ? (
        <p className="soft">{words.nothing}</p>
      ) : (
        <div className="bar-steps">
          {steps.map(({ name, key, next }) => (
            <Button
              key={name}
              type={next ? "primary" : "default"}
              aria-expanded={open === name}
              aria-keyshortcuts={`Alt+${key.toUpperCase()}`}
              data-step={name}
              onClick={() => onOpen(open === name ? null : name)}
            >
              {words.names[name]} <kbd aria-hidden="true">{key.toUpperCase()}</kbd>
            </Button>
          ))}
          <span className="hint bar-keys">{words.keys}</span>
        </div>
      )}
    </section>
  );
}

/** How what was decided can still be changed. */
function undoNote(
  stage: DeskCase["stage"],
  { canSendBack, reviewOnly }: { readonly canSendBack: string; readonly reviewOnly: string },
): string {
  if (stage === "proposed") return canSendBack;
  return stage === "granted" || stage === "refused" || stage === "effected" ? reviewOnly : "";
}

/** Alt and a letter open a step, Escape closes it. By the key's place, since Alt changes what some keyboards type. */
function useStepKeys(steps: readonly StepChoice[], onOpen: (step: StepName | null) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "Escape") onOpen(null);
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const step = steps.find(({ key }) => event.code === `Key${key.toUpperCase()}`);
    if (step === undefined) return;
    event.preventDefault();
    onOpen(step.name);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
