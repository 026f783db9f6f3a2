import { Button, Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { tabStore } from "../../portal/shell/kept.ts";
import type { Problem } from "../../staff/api.ts";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useStaff } from "../../staff/use-staff.tsx";
import { useTexts } from "../use-texts.ts";

type AnswerFormProps = {
  readonly id: string;
  /** In the list, from 1. */
  readonly place: number;
  readonly onAnswered: () => void;
};

type Draft = { readonly justified: boolean | null; readonly answer: string };
type Stage = "closed" | "fill" | "check";

const nothing: Draft = { justified: null, answer: "" };
const longest = 500;

/** Answers an objection: right or not, the reasons, and what the person will read before it is given for good. */
export function AnswerForm({ id, place, onAnswered }: AnswerFormProps) {
  const { answer: words } = useTexts().challenges;
  const { call } = useStaff();
  const [draft, change, drop] = useDraft(id);
  const [stage, setStage] = useState<Stage>(draft.answer === "" ? "closed" : "fill");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const body = { ...draft, answer: draft.answer.trim() };
    const answer = await call(`/api/audit/challenges/${id}/answer`, { method: "POST", body });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    drop();
    return onAnswered();
  };
  if (stage === "closed") {
    return (
      <p className="console-actions">
        <Button type="primary" onClick={() => setStage("fill")}>
          {words.open(String(place))}
        </Button>
      </p>
    );
  }
  return (
    <>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {stage === "fill" ? (
        <Fill
          id={id}
          draft={draft}
          onChange={change}
          onDone={() => setStage("check")}
          onCancel={() => {
            drop();
            setStage("closed");
          }}
        />
      ) : (
        <Check
          draft={draft}
          busy={busy}
          onSend={() => void send()}
          onBack={() => setStage("fill")}
        />
      )}
    </>
  );
}

/** What is typed survives a reload of the tab and a session that ends; signing out erases it. */
function useDraft(id: string) {
  const key = `luohu.console.answer.${id}`;
  const [draft, setDraft] = useState<Draft>(() => {
    const text = tabStore.read(key);
    return text === null ? nothing : (JSON.parse(text) as Draft);
  });
  const change = (next: Draft) => {
    tabStore.write(key, JSON.stringify(next));
    setDraft(next);
  };
  const drop = () => {
    tabStore.erase(key);
    setDraft(nothing);
  };
  return [draft, change, drop] as const;
}

type FillProps = {
  readonly id: string;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

function Fill({ id, draft, onChange, onDone, onCancel }: FillProps) {
  const { answer: words } = useTexts().challenges;
  const [shown, setShown] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const unchosen = draft.justified === null;
  const empty = draft.answer.trim() === "";
  return (
    <form
      className="sheet-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setShown(true);
        if (!unchosen && !empty) onDone();
      }}
    >
      <fieldset className="answer-verdict">
        <legend className="field-label">{words.verdict}</legend>
        {([true, false] as const).map((justified) => (
          <label key={String(justified)}>
            <input
              ref={justified ? first : null}
              type="radio"
              name={`justified-${id}`}
              checked={draft.justified === justified}
              aria-describedby={`unchosen-${id}`}
              onChange={() => onChange({ ...draft, justified })}
            />
            {justified ? words.justified : words.unjustified}
          </label>
        ))}
        <p id={`unchosen-${id}`} role="alert" className="console-error">
          {shown && unchosen ? words.choose : ""}
        </p>
      </fieldset>
      <label className="field">
        <span className="field-label">{words.words}</span>
        <span id={`hint-${id}`} className="console-soft">
          {words.hint}
        </span>
        <Input.TextArea
          rows={4}
          maxLength={longest}
          value={draft.answer}
          aria-invalid={shown && empty}
          aria-describedby={`hint-${id} empty-${id}`}
          onChange={(event) => onChange({ ...draft, answer: event.target.value })}
        />
      </label>
      <p id={`empty-${id}`} role="alert" className="console-error">
        {shown && empty ? words.required : ""}
      </p>
      <p className="filter-buttons">
        <Button type="primary" htmlType="submit">
          {words.check}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </p>
    </form>
  );
}

type CheckProps = {
  readonly draft: Draft;
  readonly busy: boolean;
  readonly onSend: () => void;
  readonly onBack: () => void;
};

/** The answer as the person will read it, before it is given. */
function Check({ draft, busy, onSend, onBack }: CheckProps) {
  const { challenges: words } = useTexts();
  const { session, say } = useStaff();
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <section ref={place} tabIndex={-1} aria-label={words.answer.reads} className="challenge-answer">
      <p className="console-soft">{words.answer.reads}</p>
      <p>
        <strong>{words.verdicts[draft.justified === true ? "justified" : "unjustified"]}</strong>
      </p>
      <p className="console-words">{draft.answer.trim()}</p>
      <p className="console-soft">{say(session.name)}</p>
      <p>{words.answer.once}</p>
      <p className="filter-buttons">
        <Button type="primary" loading={busy} onClick={onSend}>
          {words.answer.send}
        </Button>
        <Button onClick={onBack}>{words.answer.back}</Button>
      </p>
    </section>
  );
}
