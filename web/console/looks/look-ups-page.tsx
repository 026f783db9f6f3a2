import { Button } from "antd";
import { useState } from "react";
import type { Problem } from "../../staff/api.ts";
import { PageHeading } from "../../staff/heading.tsx";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { goTo, useRoute } from "../../staff/route.ts";
import { useLoad } from "../../staff/use-load.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { Waiting } from "../../staff/waiting.tsx";
import { useTexts } from "../use-texts.ts";
import { CountsByPurpose } from "./counts-by-purpose.tsx";
import { FilterForm } from "./filter-form.tsx";
import { LookUpsTable } from "./look-ups-table.tsx";
import { readFilter, writeFilter, type AuditedLookUp, type LookUpPage } from "./shapes.ts";

/** Every look at people's data, filtered, with counts by purpose. */
export function LookUpsPage() {
  const { looks: words } = useTexts();
  const { call } = useStaff();
  const { query } = useRoute();
  const filter = readFilter(query);
  const asked = writeFilter(filter);
  const { loaded, reload } = useLoad<LookUpPage>(`look-ups ${asked}`, (signal) =>
    call(`/api/audit/look-ups?${asked}`, { signal }),
  );
  return (
    <>
      <PageHeading>{words.title}</PageHeading>
      <p className="lead">{words.lead}</p>
      <FilterForm
        key={`filter ${asked}`}
        filter={filter}
        onFilter={(next) => goTo(`#/look-ups?${writeFilter(next)}`)}
      />
      {loaded.state === "failed" ? (
        <ProblemNotice problem={loaded.problem} onAgain={reload} />
      ) : null}
      {loaded.state === "loading" ? <Waiting slow={loaded.slow} rows={6} /> : null}
      {loaded.state === "here" ? (
        <Found key={`found ${asked}`} first={loaded.value} asked={asked} />
      ) : null}
    </>
  );
}

type FoundProps = { readonly first: LookUpPage; readonly asked: string };

/** The first page, and older ones one by one as they are wanted. */
function Found({ first, asked }: FoundProps) {
  const { looks: words } = useTexts();
  const { call } = useStaff();
  const [older, setOlder] = useState<readonly AuditedLookUp[]>([]);
  const [more, setMore] = useState(first.more);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const all = [...first.lookUps, ...older];
  const showMore = async () => {
    setBusy(true);
    const before = all.at(-1)?.id ?? "";
    const query = new URLSearchParams(asked);
    query.set("before", before);
    const answer = await call<LookUpPage>(`/api/audit/look-ups?${query}`);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    setProblem(null);
    setOlder([...older, ...answer.value.lookUps]);
    return setMore(answer.value.more);
  };
  if (all.length === 0) return <p role="status">{words.empty}</p>;
  return (
    <>
      <CountsByPurpose counts={first.counts} />
      <LookUpsTable lookUps={all} />
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {more ? (
        <p className="console-actions">
          <Button loading={busy} onClick={() => void showMore()}>
            {words.more}
          </Button>
        </p>
      ) : null}
    </>
  );
}
