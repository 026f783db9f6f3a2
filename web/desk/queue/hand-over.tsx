import { Button } from "antd";
import { useEffect, useRef, useState, type FormEvent, type RefObject } from "react";
import { wordProblem } from "../../staff/problem-notice.tsx";
import { FaultsContext } from "../act/faults.tsx";
import { Field, TextField } from "../act/fields/text-field.tsx";
import { useDesk } from "../use-desk.tsx";
import { useAssign, type Assignable, type Assigned, type Assignment } from "./use-assign.ts";
import { useColleagues, type Colleagues } from "./use-queue.ts";
import "./hand-over.css";

type HandOverProps = {
  readonly cases: readonly Assignable[];
  /** Somebody has other cases now than before. */
  readonly onAssigned: () => void;
};

/** Takes cases, or hands them to a colleague with a reason; says of each what became of it. */
export function HandOver({ cases, onAssigned }: HandOverProps) {
  const { d } = useDesk();
  const words = d.queue;
  const colleagues = useColleagues();
  const { assign, results, busy } = useAssign();
  const [open, setOpen] = useState(false);
  const [given, setGiven] = useState<Assignment>({ to: null, why: null });
  const opener = useRef<HTMLButtonElement>(null);
  const said = useRef<HTMLDivElement>(null);
  const send = async (of: readonly Assignable[], assignment: Assignment) => {
    setGiven(assignment);
    setOpen(false);
    said.current?.focus();
    await assign(of, assignment);
    onAssigned();
  };
  return (
    <div className="hand-over">
      <div className="hand-over-ways">
        <Button
          type="primary"
          loading={busy}
          onClick={() => void send(cases, { to: null, why: null })}
        >
          {words.take}
        </Button>
        <Button ref={opener} aria-expanded={open} disabled={busy} onClick={() => setOpen(!open)}>
          {words.handOver}
        </Button>
      </div>
      {open ? (
        <HandOverForm
          count={cases.length}
          colleagues={colleagues}
          onCancel={() => {
            setOpen(false);
            opener.current?.focus();
          }}
          onSend={(assignment) => void send(cases, assignment)}
        />
      ) : null}
      <Results
        place={said}
        results={results}
        to={given.to}
        name={colleagues.find(({ account }) => account === given.to)?.name ?? ""}
        onAgain={(failed) => {
          // As they are now: what somebody else changed meanwhile has another version.
          const fresh = failed.map((each) => cases.find((one) => one.case === each.case) ?? each);
          void send(fresh, given);
        }}
      />
    </div>
  );
}

type HandOverFormProps = {
  readonly count: number;
  readonly colleagues: Colleagues;
  readonly onSend: (assignment: Assignment) => void;
  readonly onCancel: () => void;
};

function HandOverForm({ count, colleagues, onSend, onCancel }: HandOverFormProps) {
  const { d } = useDesk();
  const words = d.queue;
  const [to, setTo] = useState("");
  const [why, setWhy] = useState("");
  const [sent, setSent] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("select")?.focus(), []);
  const faults = new Map([
    ...(to === "" ? [["hand-over.to", words.toMissing] as const] : []),
    ...(why.trim() === "" ? [["hand-over.why", words.whyMissing] as const] : []),
  ]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (faults.size === 0) onSend({ to, why: why.trim() });
    else form.current?.querySelector<HTMLElement>(to === "" ? "select" : "input")?.focus();
  };
  return (
    <FaultsContext value={sent ? faults : new Map()}>
      <form
        ref={form}
        className="hand-over-form"
        noValidate
        aria-label={words.handOverTitle(count)}
        onSubmit={submit}
      >
        <h2>{words.handOverTitle(count)}</h2>
        <Field path="hand-over.to" label={words.to}>
          {(control) => (
            <select {...control} value={to} onChange={(event) => setTo(event.target.value)}>
              <option value="">{words.choose}</option>
              {colleagues.map(({ account, name, role }) => (
                <option key={account} value={account}>
                  {name} · {words.roles[role]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          path="hand-over.why"
          label={words.why}
          hint={words.whyHint}
          maxLength={200}
          value={why}
          onChange={setWhy}
        />
        <div className="hand-over-ways">
          <Button type="primary" htmlType="submit">
            {words.handOverNow}
          </Button>
          <Button onClick={onCancel}>{words.cancel}</Button>
        </div>
      </form>
    </FaultsContext>
  );
}

type ResultsProps = {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly results: readonly Assigned[];
  readonly to: string | null;
  readonly name: string;
  readonly onAgain: (failed: readonly Assignable[]) => void;
};

/** Of each case what became of it; spoken as it comes. */
function Results({ place, results, to, name, onAgain }: ResultsProps) {
  const { d, t } = useDesk();
  const words = d.queue;
  const failed = results.filter(({ problem }) => problem !== null).map(({ of }) => of);
  return (
    <div
      ref={place}
      tabIndex={-1}
      role="status"
      className="hand-over-results"
      aria-label={words.results}
    >
      {results.length === 0 ? null : (
        <p>
          <strong>{words.done(results.length - failed.length, failed.length)}</strong>
        </p>
      )}
      <ul>
        {results.map(({ of, problem }) => (
          <li key={of.case} data-done={problem === null}>
            <span className="reference">{of.reference}</span>{" "}
            {problem === null
              ? to === null
                ? words.taken
                : words.handedTo(name)
              : problem.status === 412
                ? words.moved
                : (problem.problems[0]?.message ?? wordProblem(problem, t).join(" "))}
          </li>
        ))}
      </ul>
      {failed.length === 0 ? null : <Button onClick={() => onAgain(failed)}>{words.again}</Button>}
    </div>
  );
}
