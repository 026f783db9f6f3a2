import { Alert, Button } from "antd";
import { useRef, useState, type FormEvent } from "react";
import { paperLimits } from "../../../src/casework/documents/contract.ts";
import type { Problem } from "../../staff/api.ts";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { SelectField } from "../act/fields/select-field.tsx";
import { Field } from "../act/fields/text-field.tsx";
import { showInstant } from "../shared/history.tsx";
import { useDesk } from "../use-desk.tsx";
import { useCaseWork } from "./case-work.ts";
import { papersOf } from "./papers.ts";
import { useDownload } from "./use-download.ts";
import { usePaperWords } from "./use-words.ts";

const types = { "application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG" } as const;

/** Papers handed in: downloaded as files, and taken in at the window. */
export function PapersList() {
  const { d, say, locale } = useDesk();
  const { seen, path } = useCaseWork();
  const { download, problem } = useDownload();
  const words = d.case.evidence;
  return (
    <div>
      <h3>{words.papers}</h3>
      {seen.documents.length === 0 ? <p className="soft">{words.noPapers}</p> : null}
      <ul className="plain papers">
        {seen.documents.map(({ document, label, type, size, at, atWindow }) => (
          <li key={document}>
            <span>
              {say(label)}
              <span className="soft">
                {types[type]} · {words.size(Math.ceil(size / 1024))} ·{" "}
                {atWindow ? words.atWindow : words.online} · {showInstant(at, locale)}
              </span>
            </span>
            <Button
              aria-label={`${words.open}: ${say(label)}`}
              onClick={() => void download(`${path}/documents/${document}`, say(label))}
            >
              {words.open}
            </Button>
          </li>
        ))}
      </ul>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <TakePaper />
    </div>
  );
}

const open: readonly string[] = ["submitted", "returned", "accepted", "checked", "refused"];

/** A paper that somebody brought to the window, scanned. */
function TakePaper() {
  const { d, call } = useDesk();
  const { seen, path, reload } = useCaseWork();
  const paperWords = usePaperWords();
  const [paper, setPaper] = useState("");
  const [sending, setSending] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const words = d.case.evidence;
  if (!open.includes(seen.stage)) return null;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const chosen = file.current?.files?.[0];
    const fault =
      paper === "" || chosen === undefined
        ? words.takeMissing
        : chosen.size > paperLimits.largest
          ? words.tooLarge(paperLimits.largest / 1024 / 1024)
          : null;
    setWrong(fault);
    if (fault !== null || chosen === undefined || sending) return;
    setSending(true);
    const answer = await call(`${path}/documents?${new URLSearchParams({ paper })}`, {
      method: "POST",
      body: chosen,
      headers: { "idempotency-key": crypto.randomUUID() },
    });
    setSending(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setPaper("");
    if (file.current !== null) file.current.value = "";
    reload();
  };
  return (
    <details className="take-paper">
      <summary>{words.take}</summary>
      <form className="take-paper-form" onSubmit={(event) => void send(event)}>
        <SelectField
          path="take-kind"
          label={words.takeKind}
          prompt={d.case.panel.choose}
          value={paper}
          choices={papersOf(seen).map((code) => ({ code, label: paperWords(code) }))}
          onChange={setPaper}
        />
        <Field path="take-file" label={words.takeFile} hint={words.takeHint}>
          {(control) => (
            <input {...control} ref={file} type="file" accept={paperLimits.types.join(",")} />
          )}
        </Field>
        {wrong === null ? null : <Alert type="error" showIcon title={wrong} role="alert" />}
        {problem === null ? null : <ProblemNotice problem={problem} />}
        <Button htmlType="submit" loading={sending}>
          {words.takeNow}
        </Button>
      </form>
    </details>
  );
}
