import { Alert } from "antd";
import type { z } from "zod";
import type { person as personShape } from "../../../src/register/contract.ts";
import { PageHeading } from "../../staff/heading.tsx";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useLoad } from "../../staff/use-load.ts";
import { Waiting } from "../../staff/waiting.tsx";
import { ActLinks } from "../act/act-links.tsx";
import { History } from "../shared/history.tsx";
import { countyPath, useDesk } from "../use-desk.tsx";
import { ParticularsList } from "./particulars-list.tsx";
import { Stretches } from "./stretches.tsx";

export type Person = z.infer<typeof personShape>;

export function PersonPage({ person }: { readonly person: number }) {
  const { call, county } = useDesk();
  const path = countyPath(county, `/people/${person}`);
  const { loaded, reload } = useLoad<Person>(path, (signal) => call(path, { signal }));
  if (loaded.state === "failed") return <ProblemNotice problem={loaded.problem} onAgain={reload} />;
  if (loaded.state === "loading") return <Waiting slow={loaded.slow} rows={8} />;
  return <PersonSheet person={loaded.value} />;
}

function PersonSheet({ person }: { readonly person: Person }) {
  const { d } = useDesk();
  const { particulars, died, seats, history } = person;
  const seat = seats.find(({ until }) => until === null);
  return (
    <>
      <PageHeading>{particulars.nameHan ?? particulars.name ?? d.unknown}</PageHeading>
      {died === null ? null : <Alert type="info" showIcon title={d.person.died(d.day(died))} />}
      <div className="two-columns">
        <section aria-labelledby="particulars">
          <h2 id="particulars">{d.person.particulars}</h2>
          <ParticularsList particulars={particulars} />
        </section>
        <div>
          <Stretches person={person} />
          <ActLinks
            acts={seat === undefined ? ["restore"] : personActs}
            person={person.person}
            household={seat?.household ?? null}
          />
        </div>
      </div>
      <section aria-labelledby="history">
        <h2 id="history">{d.person.history}</h2>
        <History entries={history} />
      </section>
    </>
  );
}

const personActs = ["correct", "move-out", "register-death", "withhold-booklet"] as const;
