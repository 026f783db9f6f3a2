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
import { LookUpsTable } from "./look-ups-table.tsx";
import type { LookUpPage } from "./shapes.ts";

const names = ["county", "purpose", "role", "from", "until"];
const roles = ["window-clerk", "approver", "data-protection-officer"] as const;

/** Every look at people's data, filtered, with counts by purpose. */
export function LookUpsPage() {
  const { looks: words } = useTexts();
  const { call, t } = useStaff();
  const { query } = useRoute();
  const filter = readFilter(names, query);
  const asked = writeFilter(filter);
  const { loaded, reload } = useLoad<LookUpPage>(`look-ups ${asked}`, (signal) =>
    call(`/api/audit/look-ups?${asked}`, { signal }),
  );
  const choices = [
    {
      name: "purpose",
      label: words.purpose,
      any: words.allPurposes,
      options: Object.entries(words.purposes),
    },
    {
      name: "role",
      label: words.role,
      any: words.allRoles,
      options: roles.map((role) => [role, t.roles[role] ?? role] as const),
    },
  ];
  return (
    <>
      <PageHeading>{words.title}</PageHeading>
      <p className="lead">{words.lead}</p>
      <FilterForm
        key={`filter ${asked}`}
        filter={filter}
        choices={choices}
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

function Found({ first, asked }: FoundProps) {
  const { looks: words, number } = useTexts();
  const { pages, ...more } = usePages(first, ({ more: isMore, lookUps }) => {
    if (!isMore) return null;
    const query = new URLSearchParams(asked);
    query.set("before", lookUps.at(-1)?.id ?? "");
    return `/api/audit/look-ups?${query}`;
  });
  if (first.lookUps.length === 0) return <p role="status">{words.empty}</p>;
  const purposes: Readonly<Record<string, string>> = words.purposes;
  const total = first.counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <section aria-labelledby="counts">
        <h2 id="counts">{words.counts}</h2>
        <p role="status">{words.total(number(total))}</p>
        <Bars
          bars={first.counts.map(({ purpose, count }) => ({
            key: purpose,
            label: purposes[purpose] ?? purpose,
            count,
            text: words.share(number(count)),
          }))}
        />
      </section>
      <LookUpsTable lookUps={pages.flatMap(({ lookUps }) => lookUps)} />
      <MoreButton {...more} />
    </>
  );
}
