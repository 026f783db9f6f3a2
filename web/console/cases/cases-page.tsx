import { PageHeading } from "../../staff/heading.tsx";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { goTo, useRoute } from "../../staff/route.ts";
import { useLoad } from "../../staff/use-load.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { Waiting } from "../../staff/waiting.tsx";
import { FilterForm } from "../shared/filter-form.tsx";
import { readFilter, writeFilter } from "../shared/filter.ts";
import { useTexts } from "../use-texts.ts";
import { Figures } from "./figures.tsx";
import { MonthsTable } from "./months-table.tsx";
import { OverdueTable } from "./overdue-table.tsx";
import { Overrides } from "./overrides.tsx";
import { Ratings } from "./ratings.tsx";
import type { CaseAudit } from "./shapes.ts";

const names = ["county", "from", "until"];

/** How cases were decided: against which advice, changed by which review, how fast. No figure is one person's. */
export function CasesPage() {
  const { cases: words } = useTexts();
  const { call } = useStaff();
  const { query } = useRoute();
  const filter = readFilter(names, query);
  const asked = writeFilter(filter);
  const { loaded, reload } = useLoad<CaseAudit>(`cases ${asked}`, (signal) =>
    call(`/api/audit/cases?${asked}`, { signal }),
  );
  return (
    <>
      <PageHeading>{words.title}</PageHeading>
      <p className="lead">{words.lead}</p>
      <FilterForm
        key={`filter ${asked}`}
        filter={filter}
        onFilter={(next) => goTo(`#/cases?${writeFilter(next)}`)}
      />
      {loaded.state === "failed" ? (
        <ProblemNotice problem={loaded.problem} onAgain={reload} />
      ) : null}
      {loaded.state === "loading" ? <Waiting slow={loaded.slow} rows={6} /> : null}
      {loaded.state === "here" ? (
        <>
          <Figures audit={loaded.value} />
          <MonthsTable months={loaded.value.months} />
        </>
      ) : null}
      <Overrides key={`overrides ${asked}`} asked={asked} />
      {loaded.state === "here" ? (
        <>
          <OverdueTable overdue={loaded.value.overdue} />
          <Ratings ratings={loaded.value.ratings} />
        </>
      ) : null}
    </>
  );
}
