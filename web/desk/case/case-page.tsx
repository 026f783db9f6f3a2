import { useEffect, useMemo, useState } from "react";
import type { DeskCase } from "../../../src/casework/desk/contract.ts";
import { PageHeading } from "../../staff/heading.tsx";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useLoad } from "../../staff/use-load.ts";
import { Waiting } from "../../staff/waiting.tsx";
import { countyPath, useDesk } from "../use-desk.tsx";
import { CaseHead } from "./case-head.tsx";
import { type CaseWork, CaseWorkContext } from "./case-work.ts";
import { Course } from "./course.tsx";
import { DecisionBar } from "./decision-bar.tsx";
import { Evidence } from "./evidence.tsx";
import { LettersList } from "./letters-list.tsx";
import { PeopleList } from "./people-list.tsx";
import { RecordsList } from "./records-list.tsx";
import { RuleTree } from "./rule-tree.tsx";
import type { StepName } from "./steps.ts";
import "./case.css";
import "./steps.css";

/** One case: people and records, what the rules say, what was handed in, and the step that is next. */
export function CasePage({ id }: { readonly id: string }) {
  const { d, call, county, purpose, changePurpose } = useDesk();
  const path = countyPath(county, `/cases/${id}`);
  const { loaded, reload } = useLoad<DeskCase>(path, (signal) => call(path, { signal }));
  const [open, setOpen] = useState<StepName | null>(null);
  const [last, setLast] = useState<StepName | null>(null);
  const [own, setOwn] = useState(0);
  const newest =
    loaded.state === "here" ? loaded.value : loaded.state === "loading" ? loaded.last : null;
  // One's own step is known before the case is read again: it makes nothing stale for whoever took it.
  const seen = useMemo(
    () => newest && { ...newest, version: Math.max(newest.version, own) },
    [newest, own],
  );
  const reference = seen?.reference;
  useEffect(() => {
    // What is written down of a look is this case's number: the bar says the same.
    if (
      reference !== undefined &&
      purpose?.code === "application" &&
      purpose.reference !== reference
    )
      changePurpose({ code: purpose.code, reference });
  }, [reference, purpose, changePurpose]);
  const work = useMemo(
    (): CaseWork | null =>
      seen === null
        ? null
        : {
            seen,
            path,
            reload,
            close: () => setOpen(null),
            done: (step, version) => {
              setLast(step);
              setOwn(version);
              setOpen(null);
              reload();
            },
          },
    [seen, path, reload],
  );
  return (
    <>
      {loaded.state === "failed" ? (
        <>
          <PageHeading>{d.queue.title}</PageHeading>
          <ProblemNotice problem={loaded.problem} onAgain={reload} />
        </>
      ) : null}
      {work === null && loaded.state === "loading" ? (
        <Waiting slow={loaded.slow} rows={10} />
      ) : null}
      {work === null ? null : (
        <CaseWorkContext value={work}>
          <div className="case">
            <CaseHead />
            <div className="case-left">
              <PeopleList />
              {work.seen.advice === null ? null : <RecordsList advice={work.seen.advice} />}
            </div>
            <div className="case-right">
              <RuleTree />
            </div>
            <div className="case-below">
              <Evidence />
            </div>
            <div className="case-course">
              <LettersList />
              <Course />
            </div>
          </div>
          <DecisionBar open={open} last={last} onOpen={setOpen} />
        </CaseWorkContext>
      )}
    </>
  );
}
