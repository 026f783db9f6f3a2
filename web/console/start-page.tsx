import { PageHeading } from "../staff/heading.tsx";
import { useTexts } from "./use-texts.ts";

/** What there is for a role already, and what comes. */
export function StartPage({ of }: { readonly of: "lawmaker" | "department" }) {
  const { start } = useTexts();
  const words = start[of];
  return (
    <>
      <PageHeading>{words.title}</PageHeading>
      <p className="lead">{words.lead}</p>
      <h2>{words.now}</h2>
      <ul className="start-list">
        <li>
          <a href="/">{start.questions.title}</a>
          <p>{start.questions.note}</p>
        </li>
        <li>
          <a href="/api/docs">{start.api.title}</a>
          <p>{start.api.note}</p>
        </li>
        {of === "lawmaker" ? (
          <li>
            <strong>{start.coverage.title}</strong>
            <p>
              {start.coverage.note} <code>{start.coverage.command}</code>
            </p>
          </li>
        ) : null}
      </ul>
      <h2>{words.later}</h2>
      <ul className="start-later">
        {words.laterText.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}
