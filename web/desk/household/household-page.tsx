import { Alert } from "antd";
import type { z } from "zod";
import type { household as householdShape } from "../../../src/register/contract.ts";
import { PageHeading } from "../../staff/heading.tsx";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { goTo } from "../../staff/route.ts";
import { useLoad } from "../../staff/use-load.ts";
import { Waiting } from "../../staff/waiting.tsx";
import { ActLinks } from "../act/act-links.tsx";
import { History, type Entry } from "../shared/history.tsx";
import { countyPath, useDesk } from "../use-desk.tsx";
import { DayBar } from "./day-bar.tsx";
import { FamilyTree } from "./family-tree.tsx";
import { MemberTable } from "./member-table.tsx";

export type Household = z.infer<typeof householdShape>;

type HouseholdPageProps = { readonly household: number; readonly on: string | null };

/** A household as it is, or as it was on a day that the clerk chooses. */
export function HouseholdPage({ household, on }: HouseholdPageProps) {
  const { d, call, county } = useDesk();
  const base = countyPath(county, `/households/${household}`);
  const path = on === null ? base : `${base}?on=${on}`;
  const { loaded, reload } = useLoad<Household>(path, (signal) => call(path, { signal }));
  const shown =
    loaded.state === "here" ? loaded.value : loaded.state === "loading" ? loaded.last : null;
  return (
    <>
      <PageHeading>{d.household.title(household)}</PageHeading>
      {loaded.state === "failed" ? (
        <ProblemNotice problem={loaded.problem} onAgain={reload} />
      ) : null}
      {shown === null && loaded.state === "loading" ? (
        <Waiting slow={loaded.slow} rows={8} />
      ) : null}
      {shown === null ? null : (
        <HouseholdSheet
          household={shown}
          on={on}
          onDay={(next) =>
            goTo(`#/households/${household}${next === null ? "" : `?on=${next}`}`, "replace")
          }
        />
      )}
    </>
  );
}

type HouseholdSheetProps = {
  readonly household: Household;
  readonly on: string | null;
  readonly onDay: (on: string | null) => void;
};

function HouseholdSheet({ household, on, onDay }: HouseholdSheetProps) {
  const { d } = useDesk();
  const words = d.household;
  const head = household.members.find(({ relation }) => relation === 2);
  return (
    <>
      <p className="lead">
        {words.kinds[household.kind]}
        {household.name === null ? "" : ` · ${household.name}`}
        {" · "}
        {words.founded} {d.day(household.founded)}
      </p>
      <DayBar household={household} on={on} onDay={onDay} />
      {household.ended === null ? null : (
        <Alert type="info" showIcon title={words.ended(d.day(household.ended))} />
      )}
      <p className="address">
        {household.dwelling === null
          ? null
          : `${words.address}: ${household.dwelling.address} · ${household.dwelling.community}`}
      </p>
      {household.members.length === 0 ? (
        <p className="lead">{words.nobody}</p>
      ) : (
        <div className="family">
          {head === undefined ? null : <FamilyTree members={household.members} />}
          <MemberTable members={household.members} caption={words.table} />
        </div>
      )}
      <Withheld household={household} />
      {on === null && household.ended === null ? (
        <ActLinks acts={householdActs} household={household.household} person={null} />
      ) : null}
      {on === null ? null : <p className="hint">{words.pastOnly}</p>}
      <HouseholdHistory household={household.household} />
    </>
  );
}

const householdActs = [
  "register-birth",
  "settle",
  "split",
  "merger",
  "move",
  "move-out",
  "change-head",
  "change-address",
  "withhold-booklet",
  "issue-booklet",
] as const;

/** How far the matter of a booklet that somebody keeps has come. */
function Withheld({ household }: { readonly household: Household }) {
  const { d } = useDesk();
  const words = d.household;
  const steps: Readonly<Record<string, string>> = words.steps;
  return household.withheld.map(({ person, step, since, ownBookletFrom }) => {
    const member = household.members.find((each) => each.person === person);
    return (
      <Alert
        key={person}
        type="warning"
        showIcon
        title={`${words.withheld}: ${member?.nameHan ?? member?.name ?? ""}`}
        description={
          <>
            {words.stepOf(steps[step] ?? step, d.day(since))}
            {ownBookletFrom === null ? "" : ` · ${words.ownBookletFrom(d.day(ownBookletFrom))}`}
          </>
        }
      />
    );
  });
}

function HouseholdHistory({ household }: { readonly household: number }) {
  const { d, call, county } = useDesk();
  const path = countyPath(county, `/households/${household}/history`);
  const { loaded, reload } = useLoad<readonly Entry[]>(path, (signal) => call(path, { signal }));
  return (
    <section aria-labelledby="history">
      <h2 id="history">{d.household.history}</h2>
      {loaded.state === "failed" ? (
        <ProblemNotice problem={loaded.problem} onAgain={reload} />
      ) : null}
      {loaded.state === "loading" ? <Waiting slow={loaded.slow} /> : null}
      {loaded.state === "here" ? <History entries={loaded.value} /> : null}
    </section>
  );
}
