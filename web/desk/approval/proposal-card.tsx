import { Alert, Button, Input, Tag } from "antd";
import { useRef, useState, type FormEvent } from "react";
import type { ActName } from "../../../src/register/contract.ts";
import type { Problem } from "../../staff/api.ts";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { showInstant } from "../shared/history.tsx";
import { countyPath, useDesk } from "../use-desk.tsx";
import type { Proposal } from "./approvals-page.tsx";
import { ProposedAct } from "./proposed-act.tsx";

type ProposalCardProps = { readonly proposal: Proposal; readonly onDecided: () => void };

/** One act that waits: what it says and would change once it is opened, and then the verdict of a second person. */
export function ProposalCard({ proposal, onDecided }: ProposalCardProps) {
  const { d, locale } = useDesk();
  const words = d.approvals;
  const { kind, proposedBy, proposed, state, decidedBy, decided, own, decidable } = proposal;
  const [open, setOpen] = useState(false);
  const title = d.acts.titles[kind as ActName] ?? kind;
  return (
    <article className="proposal" aria-label={title}>
      <h2>
        {title} <Tag>{words.states[state]}</Tag>
      </h2>
      <p>{words.proposed(proposedBy, showInstant(proposed, locale))}</p>
      {decidedBy === null || decided === null ? null : (
        <p>{words.decided(decidedBy, showInstant(decided, locale))}</p>
      )}
      {open ? (
        <ProposedAct proposal={proposal.proposal} />
      ) : (
        <Button onClick={() => setOpen(true)}>{words.open}</Button>
      )}
      {open && decidable ? <VerdictForm proposal={proposal} onDecided={onDecided} /> : null}
      {state === "waiting" && own ? <p className="hint">{words.own}</p> : null}
    </article>
  );
}

function VerdictForm({ proposal, onDecided }: ProposalCardProps) {
  const { d, call, county } = useDesk();
  const words = d.approvals;
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState<"approve" | "reject" | null>(null);
  const busy = useRef(false);
  const decide = async (verdict: "approve" | "reject") => {
    const needsReason = verdict === "reject" && reason.trim() === "";
    setMissing(needsReason);
    if (needsReason || busy.current) return;
    busy.current = true;
    const path = countyPath(county, `/proposals/${proposal.proposal}/verdict`);
    const answer = await call(path, { method: "POST", body: { verdict, reason: reason.trim() } });
    busy.current = false;
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setSaid(verdict);
  };
  if (said !== null) {
    return (
      <div role="status">
        <Alert
          type={said === "approve" ? "success" : "info"}
          showIcon
          title={words.done[said]}
          action={<Button onClick={onDecided}>{d.acts.form.again}</Button>}
        />
      </div>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void decide("approve");
  };
  const id = `reason-${proposal.proposal}`;
  return (
    <form className="verdict" onSubmit={submit}>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <label className="field" htmlFor={id}>
        <span className="field-label">{words.reason}</span>
        <Input.TextArea
          id={id}
          rows={2}
          maxLength={500}
          value={reason}
          aria-invalid={missing}
          status={missing ? "error" : ""}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {missing ? (
        <p role="alert" className="field-error">
          {words.reasonNeeded}
        </p>
      ) : null}
      <div className="act-buttons">
        <Button type="primary" htmlType="submit">
          {words.approve}
        </Button>
        <Button danger onClick={() => void decide("reject")}>
          {words.reject}
        </Button>
      </div>
    </form>
  );
}
