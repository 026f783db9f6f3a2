import { useState } from "react";
import type { z } from "zod";
import type { listedProposal } from "../../../src/register/contract.ts";
import { PageHeading } from "../../staff/heading.tsx";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useLoad } from "../../staff/use-load.ts";
import { Waiting } from "../../staff/waiting.tsx";
import { countyPath, useDesk } from "../use-desk.tsx";
import { ProposalCard } from "./proposal-card.tsx";

export type Proposal = z.infer<typeof listedProposal>;

const states = ["waiting", "approved", "rejected"] as const;

/** Acts that wait for a second person: an approver decides them, a clerk sees what became of theirs. */
export function ApprovalsPage() {
  const { d, call, county, session } = useDesk();
  const words = d.approvals;
  const [state, setState] = useState<Proposal["state"]>("waiting");
  const path = countyPath(county, `/proposals?state=${state}`);
  const { loaded, reload } = useLoad<readonly Proposal[]>(path, (signal) => call(path, { signal }));
  return (
    <>
      <PageHeading>{session.role === "approver" ? words.title : words.mine}</PageHeading>
      <p className="lead">{words.lead}</p>
      <fieldset className="choices">
        <legend className="unseen">{words.state}</legend>
        {states.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="state"
              checked={state === each}
              onChange={() => setState(each)}
            />
            {words.states[each]}
          </label>
        ))}
      </fieldset>
      {loaded.state === "failed" ? (
        <ProblemNotice problem={loaded.problem} onAgain={reload} />
      ) : null}
      {loaded.state === "loading" ? <Waiting slow={loaded.slow} /> : null}
      {loaded.state === "here" && loaded.value.length === 0 ? (
        <p className="lead">{words.none}</p>
      ) : null}
      {loaded.state === "here"
        ? loaded.value.map((proposal) => (
            <ProposalCard key={proposal.proposal} proposal={proposal} onDecided={reload} />
          ))
        : null}
    </>
  );
}
