import { useDesk } from "../use-desk.tsx";
import { useCaseWork } from "./case-work.ts";
import { ClauseTag } from "./clause-tag.tsx";
import { useNames, usePaperWords, useStepWords } from "./use-words.ts";

/** What happened, who did it, and what colleagues left for one another. */
export function Course() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const stepWords = useStepWords();
  const words = d.case.course;
  return (
    <section aria-labelledby="case-course" className="case-block">
      <h2 id="case-course">{words.title}</h2>
      <ol className="plain timeline">
        {seen.timeline.map((line, place) => (
          // Lines of a course have no names and never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place}>
            <span className="soft">{d.day(line.on)}</span> <strong>{stepWords(line.do)}</strong>{" "}
            <span className="soft">{line.name ?? words.by[line.by]}</span>
          </li>
        ))}
      </ol>
      <Decisions />
      <Reviews />
      <Checks />
      {seen.receipts.length === 0 ? null : (
        <>
          <h3>{words.receipts}</h3>
          <ul className="plain chain-place">
            {seen.receipts.map((receipt) => (
              <li key={receipt}>{receipt}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Decisions() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const names = useNames();
  const words = d.case.course;
  if (seen.decisions.length === 0) return null;
  return (
    <>
      <h3>{words.decisions}</h3>
      <ul className="plain said">
        {seen.decisions.map(({ on, by, approvedBy, granted, clause, against, waits }) => (
          <li key={`${on}-${by}-${waits}`}>
            <p>
              <strong>
                {granted.length === 0 ? words.refusedAll : words.granted(names(granted))}
              </strong>{" "}
              <ClauseTag clause={clause} />
            </p>
            <p className="soft">
              {d.day(on)} · {words.decided(by)}
              {approvedBy === null ? "" : ` · ${words.approved(approvedBy)}`}
              {waits ? ` · ${words.waits}` : ""}
            </p>
            {against === null ? null : <p>{words.against(against)}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Reviews() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const words = d.case.course;
  const outcomes: Readonly<Record<string, string>> = words.outcomes;
  if (seen.reviews.length === 0) return null;
  return (
    <>
      <h3>{words.reviews}</h3>
      <ul className="plain said">
        {seen.reviews.map(({ on, why, outcome }) => (
          <li key={on}>
            <p>{d.case.panel.asked(d.day(on), why)}</p>
            <p className="soft">
              {outcome === null ? words.openReview : (outcomes[outcome] ?? outcome)}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Checks() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const paper = usePaperWords();
  const words = d.case.course;
  if (seen.checks.length === 0) return null;
  return (
    <>
      <h3>{words.checks}</h3>
      <ul className="plain said">
        {seen.checks.map(({ seen: papers, note }, place) => (
          // Checks have no names and never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place}>
            <p>
              {words.seen(
                papers.length === 0 ? d.none : papers.map(({ kind }) => paper(kind)).join(" · "),
              )}
            </p>
            {note === null ? null : <p className="soft">{note}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
