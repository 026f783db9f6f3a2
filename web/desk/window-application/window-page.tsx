import { Button } from "antd";
import { useEffect, useMemo, useRef, useState, type FormEvent } from "react";
import { packUrl } from "virtual:pack";
import type { Pack } from "../../../src/policy/browser.ts";
import { PageHeading } from "../../staff/heading.tsx";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useLoad } from "../../staff/use-load.ts";
import { Waiting } from "../../staff/waiting.tsx";
import { type Fault, FaultList } from "../act/fault-list.tsx";
import { FaultsContext, nameField } from "../act/faults.tsx";
import { useKeptDraft } from "../act/kept-draft.ts";
import { readOfficeToday } from "../shared/day.ts";
import { useDesk } from "../use-desk.tsx";
import { dossierOf, emptyDraft, isAskable, type WindowDraft } from "./draft.ts";
import { findFaults } from "./faults.ts";
import { HomePart, PlacePart } from "./home-part.tsx";
import { type PaperFile, PaperPart } from "./paper-part.tsx";
import { PeoplePart } from "./people-part.tsx";
import { QuestionPart } from "./question-part.tsx";
import { decisionOf, nextQuestion } from "./questions.ts";
import { SignaturePart } from "./signature-part.tsx";
import { Summary } from "./summary.tsx";
import { useHandIn } from "./use-hand-in.ts";
import "./window.css";

/** An application that somebody signed on paper, typed by a clerk. */
export function WindowPage() {
  const { d, call } = useDesk();
  const { loaded, reload } = useLoad<Pack>("pack", (signal) => call(packUrl, { signal }));
  const words = d.window;
  return (
    <>
      <PageHeading>{words.title}</PageHeading>
      <p className="lead">{words.lead}</p>
      {loaded.state === "failed" ? (
        <ProblemNotice problem={loaded.problem} onAgain={reload} />
      ) : null}
      {loaded.state === "loading" ? <Waiting slow={loaded.slow} rows={6} /> : null}
      {loaded.state === "here" ? <WindowForm pack={loaded.value} /> : null}
    </>
  );
}

function WindowForm({ pack }: { readonly pack: Pack }) {
  const { d, county } = useDesk();
  const words = d.window;
  const [today] = useState(readOfficeToday);
  const [{ draft }, change, renew, drop] = useKeptDraft<WindowDraft>(() => emptyDraft(today));
  // Steps of the sending and fields of the form write to it in turn: each adds to what is there now.
  const latest = useRef(draft);
  const [papers, setPapers] = useState<readonly PaperFile[]>([]);
  // What is handed in is not changed here any more.
  const [checked, setChecked] = useState(draft.sent.stage === "submitted");
  const [said, setSaid] = useState<readonly Fault[]>([]);
  const { sending, handIn, forget } = useHandIn();
  const changePart = (part: Partial<WindowDraft>) => {
    latest.current = { ...latest.current, ...part };
    change(latest.current);
  };
  const again = () => {
    latest.current = emptyDraft(today);
    renew(latest.current);
    setPapers([]);
    setChecked(false);
    setSaid([]);
    forget();
  };
  const dossier = useMemo(() => dossierOf(draft, county, today), [draft, county, today]);
  const next = useMemo(
    () => (draft.kind === "" ? undefined : nextQuestion(pack, dossier, isAskable(draft))),
    [pack, dossier, draft],
  );
  const decision = useMemo(() => decisionOf(pack, dossier), [pack, dossier]);
  const send = async () => {
    await handIn({
      draft: latest.current,
      papers,
      today,
      onSent: (sent) => changePart({ sent }),
      onPapers: setPapers,
    });
  };
  if (sending.state === "done")
    return <Done reference={sending.reference} of={sending.case} onDone={drop} onAnother={again} />;
  if (checked)
    return (
      <section className="window-summary" aria-labelledby="window-summary">
        <FocusedHeading id="window-summary">{words.summary}</FocusedHeading>
        <p className="lead">{words.summaryLead}</p>
        <Summary draft={draft} papers={papers} pack={pack} today={today} />
        {sending.state === "failed" ? (
          <>
            <ProblemNotice problem={sending.problem} />
            <p className="hint">{words.partly}</p>
          </>
        ) : null}
        <div className="act-buttons">
          <Button
            type="primary"
            size="large"
            loading={sending.state === "sending"}
            onClick={() => void send()}
          >
            {sending.state === "failed" ? words.goOn : words.submit}
          </Button>
          {draft.sent.stage === "submitted" || sending.state === "sending" ? null : (
            <Button size="large" onClick={() => setChecked(false)}>
              {words.back}
            </Button>
          )}
          <p role="status" className="hint">
            {sending.state === "sending" ? words.sending[sending.step] : ""}
          </p>
        </div>
      </section>
    );
  const faults = new Map(said.map(({ path, text }) => [path ?? "", text]));
  const check = (event: FormEvent) => {
    event.preventDefault();
    const found = findFaults(draft, today).map(({ path, code }) => ({
      path,
      text: words.faults[code],
      clause: null,
      field: nameField(path),
    }));
    setSaid(found);
    setChecked(found.length === 0);
  };
  const part = { draft, onChange: changePart, today };
  return (
    <FaultsContext value={faults}>
      <FaultList said={said} />
      <form className="act-form window-form" noValidate onSubmit={check}>
        <PeoplePart {...part} />
        <PlacePart {...part} pack={pack} />
        <QuestionPart {...part} pack={pack} next={next} />
        <HomePart {...part} decision={decision} />
        <PaperPart pack={pack} papers={papers} onChange={setPapers} />
        <SignaturePart {...part} />
        <div className="act-buttons">
          <Button type="primary" size="large" htmlType="submit">
            {words.check}
          </Button>
          <Button size="large" onClick={again}>
            {words.start}
          </Button>
          <p className="hint">{words.kept}</p>
        </div>
      </form>
    </FaultsContext>
  );
}

function FocusedHeading({ id, children }: { readonly id: string; readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 id={id} ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}

type DoneProps = {
  readonly reference: string;
  readonly of: string;
  readonly onDone: () => void;
  readonly onAnother: () => void;
};

function Done({ reference, of, onDone, onAnother }: DoneProps) {
  const { d } = useDesk();
  const words = d.window;
  const [forgotten] = useState(() => onDone);
  // What was typed is on the server now; the next one at this counter does not find it.
  useEffect(() => forgotten(), [forgotten]);
  return (
    <section aria-labelledby="window-done" data-done={of}>
      <FocusedHeading id="window-done">{words.done}</FocusedHeading>
      <p>{words.doneLead(reference)}</p>
      <div className="act-buttons">
        <a className="queue-new" href={`#/cases/${of}`}>
          {words.openCase}
        </a>
        <Button size="large" onClick={onAnother}>
          {words.another}
        </Button>
      </div>
    </section>
  );
}
