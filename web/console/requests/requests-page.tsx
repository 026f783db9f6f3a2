import type { DepartmentLog, DepartmentRequests } from "../../../src/exchange/contract.ts";
import { PageHeading } from "../../staff/heading.tsx";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { goTo, useRoute } from "../../staff/route.ts";
import { useLoad } from "../../staff/use-load.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { Waiting } from "../../staff/waiting.tsx";
import { Bars } from "../shared/bars.tsx";
import { FilterForm } from "../shared/filter-form.tsx";
import { readFilter, writeFilter } from "../shared/filter.ts";
import { MoreButton } from "../shared/more-button.tsx";
import { usePages } from "../shared/use-pages.ts";
import { useTexts } from "../use-texts.ts";
import { BothLogs } from "./both-logs.tsx";
import { RequestTable } from "./request-table.tsx";

const names = ["county", "state", "from", "until"];

/** What the officer's department was asked, and whether both sides logged the same. */
export function RequestsPage() {
  const { requests: words } = useTexts();
  const { call, session } = useStaff();
  const { query } = useRoute();
  const filter = readFilter(names, query);
  const asked = writeFilter(filter);
  const base = `/api/departments/${session.department ?? ""}`;
  const { loaded, reload } = useLoad<DepartmentRequests>(`requests ${asked}`, (signal) =>
    call(`${base}/requests?${asked}`, { signal }),
  );
  const log = useLoad<DepartmentLog>("department log", (signal) => call(`${base}/log`, { signal }));
  const choices = [
    {
      name: "state",
      label: words.state,
      any: words.allStates,
      options: Object.entries(words.states),
    },
  ];
  return (
    <>
      <PageHeading>{words.title}</PageHeading>
      <p className="lead">{words.lead}</p>
      <BothLogs loaded={log.loaded} onAgain={log.reload} />
      <FilterForm
        key={`filter ${asked}`}
        filter={filter}
        choices={choices}
        onFilter={(next) => goTo(`#/?${writeFilter(next)}`)}
      />
      {loaded.state === "failed" ? (
        <ProblemNotice problem={loaded.problem} onAgain={reload} />
      ) : null}
      {loaded.state === "loading" ? <Waiting slow={loaded.slow} rows={6} /> : null}
      {loaded.state === "here" ? (
        <Found
          key={`found ${asked}`}
          first={loaded.value}
          address={`${base}/requests`}
          asked={asked}
          log={log.loaded.state === "here" ? log.loaded.value : null}
        />
      ) : null}
    </>
  );
}

type FoundProps = {
  readonly first: DepartmentRequests;
  readonly address: string;
  readonly asked: string;
  readonly log: DepartmentLog | null;
};

function Found({ first, address, asked, log }: FoundProps) {
  const { requests: words, number } = useTexts();
  const { pages, ...more } = usePages(first, ({ more: isMore, requests }) => {
    if (!isMore) return null;
    const query = new URLSearchParams(asked);
    query.set("before", requests.at(-1)?.id ?? "");
    return `${address}?${query}`;
  });
  const total = first.counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {total === 0 ? null : (
        <section aria-labelledby="counts">
          <h2 id="counts">{words.counts}</h2>
          <p role="status">{words.total(number(total))}</p>
          <Bars
            bars={first.counts.map(({ state, count }) => ({
              key: state,
              label: words.states[state],
              count,
              text: words.times(number(count)),
            }))}
          />
        </section>
      )}
      {first.requests.length === 0 ? (
        <p role="status">{words.empty}</p>
      ) : (
        <RequestTable pages={pages} differing={log?.differences ?? []} />
      )}
      <MoreButton {...more} />
    </>
  );
}
