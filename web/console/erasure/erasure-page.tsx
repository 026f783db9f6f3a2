import { Alert, Button } from "antd";
import { useState } from "react";
import { readToday } from "../../portal/shell/today.ts";
import type { Problem } from "../../staff/api.ts";
import { PageHeading } from "../../staff/heading.tsx";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useStaff } from "../../staff/use-staff.tsx";
import { useTexts } from "../use-texts.ts";
import { ErasureForm } from "./erasure-form.tsx";
import { ErasurePreview } from "./erasure-preview.tsx";
import { ProposalList } from "./proposal-list.tsx";
import { eraseAct, type EraseAct, type ErasureDraft, type Preview } from "./shapes.ts";

type Stage =
  | { readonly name: "fill" }
  | { readonly name: "look"; readonly act: EraseAct; readonly preview: Preview }
  | { readonly name: "proposed" };

const defaultBasis = "PIPL art. 47";

/** Looking at somebody to protect their data is a look-up like any other. */
const purpose = { "luohu-purpose": "data-protection" };

/** Erasing what the register knows of somebody: fill in, see what goes and what stays, propose to a second person. */
export function ErasurePage() {
  const { erasure: words } = useTexts();
  const { call, session } = useStaff();
  const [today] = useState(() => readToday(new Date()));
  const [draft, setDraft] = useState<ErasureDraft>({
    county: String(session.counties[0] ?? ""),
    person: "",
    basis: defaultBasis,
    paper: "",
    signer: "",
    signed: "",
  });
  const [stage, setStage] = useState<Stage>({ name: "fill" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const base = `/api/counties/${draft.county}/acts`;

  const look = async () => {
    const act = eraseAct(draft, today);
    setBusy(true);
    const answer = await call<Preview>(`${base}/preview`, {
      method: "POST",
      body: act,
      headers: purpose,
    });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    setProblem(null);
    return setStage({ name: "look", act, preview: answer.value });
  };
  const propose = async ({ act, preview }: Extract<Stage, { name: "look" }>) => {
    setBusy(true);
    const headers = { ...purpose, "idempotency-key": key, "if-match": preview.ifMatch };
    const answer = await call<unknown>(base, { method: "POST", body: act, headers });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    setProblem(null);
    return setStage({ name: "proposed" });
  };
  const again = () => {
    setKey(crypto.randomUUID());
    setDraft({ ...draft, person: "", paper: "", signer: "", signed: "" });
    setStage({ name: "fill" });
  };

  return (
    <>
      <PageHeading>{words.title}</PageHeading>
      <p className="lead">{words.lead}</p>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {stage.name === "fill" ? (
        <ErasureForm
          draft={draft}
          today={today}
          busy={busy}
          onChange={setDraft}
          onDone={() => void look()}
        />
      ) : null}
      {stage.name === "look" ? (
        <ErasurePreview
          preview={stage.preview}
          busy={busy}
          onBack={() => setStage({ name: "fill" })}
          onPropose={() => void propose(stage)}
        />
      ) : null}
      {stage.name === "proposed" ? (
        <div role="status" className="verifying">
          <Alert
            type="success"
            showIcon
            title={words.proposed}
            description={words.proposedText}
            action={<Button onClick={again}>{words.another}</Button>}
          />
        </div>
      ) : null}
      <ProposalList key={stage.name} county={Number(draft.county)} />
    </>
  );
}
