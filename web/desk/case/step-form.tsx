import { Button } from "antd";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { z } from "zod";
import type { stepReceipt } from "../../../src/casework/contract.ts";
import type { DeskCase, DeskStep } from "../../../src/casework/desk/contract.ts";
import type { Problem } from "../../staff/api.ts";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { type Faults, FaultsContext, focusField } from "../act/faults.tsx";
import { useDesk } from "../use-desk.tsx";
import { seenHeaders, useCaseWork } from "./case-work.ts";
import { LostNotice } from "./lost-notice.tsx";
import { listSteps, type StepName } from "./steps.ts";

type StepFormProps = {
  readonly name: StepName;
  readonly lead?: string;
  /** The step as it is filled in; null while `faults` says what is missing. */
  readonly body: DeskStep | null;
  readonly faults?: Faults;
  /** Whether what it leads to has been shown. */
  readonly ready?: boolean;
  /** Nothing can be sent: the form says why. */
  readonly blocked?: boolean;
  /** Under which it is sent: sent twice, it is done once. */
  readonly sendKey: string;
  /** Another key for the same content, once the old one is spent. */
  readonly onRenew: () => void;
  readonly onSent: () => void;
  readonly children?: ReactNode;
  /** Beside the fields: what the step leads to. */
  readonly aside?: ReactNode;
};

const none: Faults = new Map();

/** One step: its fields, what it leads to, and sending it once. Whoever loses to a colleague keeps what was typed. */
export function StepForm(props: StepFormProps) {
  const {
    name,
    lead,
    body,
    faults = none,
    ready = true,
    blocked = false,
    sendKey,
    onRenew,
    onSent,
  } = props;
  const { d, call, session } = useDesk();
  const { seen, path, reload, close, done } = useCaseWork();
  const words = d.case.bar;
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [lost, setLost] = useState<DeskCase | null>(null);
  const busy = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>(
      ".step-fields :is(input, select, textarea), .step-send button",
    );
    first?.focus({ preventScroll: true });
  }, []);
  const send = async (step: DeskStep) => {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    const answer = await call<z.infer<typeof stepReceipt>>(`${path}/steps`, {
      method: "POST",
      body: step,
      headers: { "idempotency-key": sendKey, ...seenHeaders(seen) },
    });
    busy.current = false;
    setSending(false);
    if (answer.ok) {
      onSent();
      done(name, answer.value.version);
      return;
    }
    const moved = answer.problem.status === 412 || answer.problem.status === 409;
    setProblem(moved ? null : answer.problem);
    if (!moved) return;
    setLost(seen);
    onRenew();
    reload();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [first] = faults.keys();
    if (first !== undefined) focusField(first);
    else if (body !== null && ready && possible) void send(body);
  };
  const possible = listSteps(seen, session.role).some((each) => each.name === name);
  return (
    <FaultsContext value={tried ? faults : none}>
      <form
        ref={form}
        className="step-form"
        noValidate
        aria-label={words.names[name]}
        onSubmit={submit}
      >
        <h2>{words.names[name]}</h2>
        {lost === null ? null : <LostNotice before={lost} possible={possible} />}
        {lead === undefined ? null : <p className="lead">{lead}</p>}
        {problem === null ? null : <ProblemNotice problem={problem} />}
        <div className="step-parts" data-aside={props.aside !== undefined}>
          <div className="step-fields">{props.children}</div>
          {props.aside}
        </div>
        <div className="step-send">
          {blocked ? null : (
            <Button type="primary" htmlType="submit" loading={sending} disabled={!possible}>
              {words.confirm[name]}
            </Button>
          )}
          <Button onClick={close}>{words.cancel}</Button>
          <span className="hint">{words.esc}</span>
        </div>
      </form>
    </FaultsContext>
  );
}
