import { clauseName } from "../../portal/my/clause-name.ts";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useLoad } from "../../staff/use-load.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { useTexts } from "../use-texts.ts";
import type { Proposal } from "./shapes.ts";

/** Erasures of the county that wait for a second person. */
export function ProposalList({ county }: { readonly county: number }) {
  const t = useTexts();
  const { proposals: words } = t;
  const { call, locale } = useStaff();
  const { loaded, reload } = useLoad<readonly Proposal[]>(`proposals ${county}`, (signal) =>
    call(`/api/counties/${county}/proposals?state=waiting`, { signal }),
  );
  if (loaded.state === "failed") return <ProblemNotice problem={loaded.problem} onAgain={reload} />;
  const shown = loaded.state === "here" ? loaded.value : [];
  const erasures = shown.filter(({ kind }) => kind === "erase");
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals">{words.title}</h2>
      {loaded.state === "here" && erasures.length === 0 ? <p>{words.empty}</p> : null}
      <ul className="proposal-list">
        {erasures.map(({ proposal, person, clause, proposedBy, proposed, state }) => (
          <li key={proposal}>
            {words.person(person ?? 0)} · {clauseName(clause, locale)} · {words.states[state]}
            <span className="console-soft">{words.by(proposedBy, t.moment(proposed))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
