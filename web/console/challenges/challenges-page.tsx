import { Alert } from "antd";
import { useEffect, useRef, useState } from "react";
import type { ChallengePage } from "../../../src/exchange/contract.ts";
import { PageHeading } from "../../staff/heading.tsx";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useRoute } from "../../staff/route.ts";
import { useLoad } from "../../staff/use-load.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { Waiting } from "../../staff/waiting.tsx";
import { MoreButton } from "../shared/more-button.tsx";
import { usePages } from "../shared/use-pages.ts";
import { useTexts } from "../use-texts.ts";
import { ChallengeCard } from "./challenge-card.tsx";

const states = ["open", "answered"] as const;
type State = (typeof states)[number];

const addressOf = (state: State, after?: string) =>
  `/api/audit/challenges?${new URLSearchParams({ state, ...(after === undefined ? {} : { after }) })}`;

/** What people object to among the looks at their data: the open ones with a form for the answer, and the answered ones. */
export function ChallengesPage() {
  const { challenges: words, number } = useTexts();
  const { call } = useStaff();
  const { query } = useRoute();
  const state = query["state"] === "answered" ? "answered" : "open";
  const { loaded, reload } = useLoad<ChallengePage>(`challenges ${state}`, (signal) =>
    call(addressOf(state), { signal }),
  );
  const [sent, setSent] = useState(false);
  const page =
    loaded.state === "here" ? loaded.value : loaded.state === "loading" ? loaded.last : null;
  return (
    <>
      <PageHeading>{words.title}</PageHeading>
      <p className="lead">{words.lead}</p>
      <nav aria-label={words.which} className="console-tabs">
        {states.map((each) => (
          <a
            key={each}
            href={each === "open" ? "#/challenges" : `#/challenges?state=${each}`}
            aria-current={each === state ? "true" : undefined}
          >
            {words.tabs[each](page === null ? "…" : number(page.counts[each]))}
          </a>
        ))}
      </nav>
      {sent ? <Sent /> : null}
      {loaded.state === "failed" ? (
        <ProblemNotice problem={loaded.problem} onAgain={reload} />
      ) : null}
      {loaded.state === "loading" ? <Waiting slow={loaded.slow} rows={6} /> : null}
      {loaded.state === "here" ? (
        <Found
          first={loaded.value}
          state={state}
          onAnswered={() => {
            setSent(true);
            reload();
          }}
        />
      ) : null}
    </>
  );
}

/** Takes the focus, since the card that had it is gone. */
function Sent() {
  const { answer: words } = useTexts().challenges;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} role="status" className="verifying">
      <Alert type="success" showIcon title={words.sent} />
    </div>
  );
}

type FoundProps = {
  readonly first: ChallengePage;
  readonly state: State;
  readonly onAnswered: () => void;
};

function Found({ first, state, onAnswered }: FoundProps) {
  const { challenges: words } = useTexts();
  const { pages, ...more } = usePages(first, ({ more: isMore, challenges }) =>
    isMore ? addressOf(state, challenges.at(-1)?.id ?? "") : null,
  );
  const all = pages.flatMap(({ challenges }) => challenges);
  if (all.length === 0) return <p role="status">{words.empty[state]}</p>;
  return (
    <>
      <ol className="challenges">
        {all.map((challenge, index) => (
          <ChallengeCard
            key={challenge.id}
            challenge={challenge}
            place={index + 1}
            onAnswered={onAnswered}
          />
        ))}
      </ol>
      <MoreButton {...more} />
    </>
  );
}
