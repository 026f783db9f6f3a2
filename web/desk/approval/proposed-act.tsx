import type { z } from "zod";
import type { proposal as proposalShape } from "../../../src/register/contract.ts";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useLoad } from "../../staff/use-load.ts";
import { Waiting } from "../../staff/waiting.tsx";
import { countyPath, useDesk } from "../use-desk.tsx";
import { ActSummary } from "./act-summary.tsx";
import { WhatChanges } from "./what-changes.tsx";

type Proposal = z.infer<typeof proposalShape>;

/** What a proposal says, and what it would change while it waits; looking is recorded as a review of it. */
export function ProposedAct({ proposal }: { readonly proposal: string }) {
  const { d, call, county } = useDesk();
  const path = countyPath(county, `/proposals/${proposal}`);
  const headers = { "luohu-purpose": "review", "luohu-reference": proposal };
  const { loaded, reload } = useLoad<Proposal>(path, (signal) => call(path, { headers, signal }));
  if (loaded.state === "failed") return <ProblemNotice problem={loaded.problem} onAgain={reload} />;
  if (loaded.state === "loading") return <Waiting slow={loaded.slow} />;
  const { act, state, reason } = loaded.value;
  return (
    <>
      <ActSummary act={act} />
      {reason === null || reason === "" ? null : (
        <p>
          {d.approvals.reason}: {reason}
        </p>
      )}
      {state === "waiting" ? <WhatChanges act={act} headers={headers} /> : null}
    </>
  );
}
