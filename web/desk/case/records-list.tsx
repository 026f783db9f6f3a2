import { Button, Tag } from "antd";
import { useState } from "react";
import type { z } from "zod";
import type { asked } from "../../../src/casework/desk/contract.ts";
import type { Problem } from "../../staff/api.ts";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useDesk } from "../use-desk.tsx";
import { type Advice, useCaseWork } from "./case-work.ts";
import { useValue } from "./use-words.ts";

type Asked = z.infer<typeof asked>;

/** What departments stated, each with its day; who has not answered, and asking once more. */
export function RecordsList({ advice }: { readonly advice: Advice }) {
  const { d, say } = useDesk();
  const words = d.case.records;
  const { records, departments } = advice;
  const byDepartment = Map.groupBy(
    records.filter(({ department }) => department !== null),
    ({ department }) => department,
  );
  return (
    <section aria-labelledby="case-records" className="case-block">
      <h2 id="case-records">{words.title}</h2>
      {byDepartment.size === 0 && departments.length === 0 ? (
        <p className="soft">{words.none}</p>
      ) : null}
      {departments.map(({ department, label, state, kinds }) => (
        <div key={department} className="away" data-state={state}>
          <p>
            <strong>{say(label)}</strong>{" "}
            <Tag color={state === "waiting" ? "processing" : "warning"}>{words.open[state]}</Tag>
          </p>
          <p className="soft">{kinds.map((kind) => say(kind.label)).join(" · ")}</p>
        </div>
      ))}
      {[...byDepartment].map(([department, own]) => (
        <Department key={department} records={own} />
      ))}
      <AskAgain />
    </section>
  );
}

function Department({ records }: { readonly records: Advice["records"] }) {
  const { d, say } = useDesk();
  const value = useValue();
  const [first] = records;
  if (first === undefined) return null;
  return (
    <div className="department">
      <h3>{say(first.by)}</h3>
      {records.map(({ kind, label, stated, lines }, place) => (
        // Records have no names of their own, and never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <details key={`${kind}-${place}`} className="record">
          <summary>
            {say(label)} <span className="soft">{stated === null ? "" : d.day(stated)}</span>
            <span className="record-short">
              {lines
                .slice(0, 2)
                .map((line) => value(say(line.value)))
                .join(" · ")}
            </span>
          </summary>
          <dl className="lines">
            {lines.map((line) => (
              <div key={line.label.en}>
                <dt>{say(line.label)}</dt>
                <dd>{value(say(line.value))}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </div>
  );
}

const open: readonly string[] = ["submitted", "returned", "accepted", "checked"];

function AskAgain() {
  const { d, call } = useDesk();
  const { seen, path, reload } = useCaseWork();
  const words = d.case.records;
  const [said, setSaid] = useState<Asked | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asking, setAsking] = useState(false);
  if (!open.includes(seen.stage)) return null;
  const ask = async () => {
    setAsking(true);
    const answer = await call<Asked>(`${path}/questions`, { method: "POST", body: {} });
    setAsking(false);
    setSaid(answer.ok ? answer.value : null);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) reload();
  };
  return (
    <>
      <p className="ask-again">
        <Button loading={asking} onClick={() => void ask()}>
          {words.ask}
        </Button>{" "}
        <span role="status" className="soft">
          {said === null ? "" : words.asked(said.questions)}
        </span>
      </p>
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </>
  );
}
