import { PageHeading } from "../staff/heading.tsx";
import { useTexts } from "./use-texts.ts";

/** What there is for lawmakers already, and what comes. */
export function StartPage() {
  const { start: words } = useTexts();
  return (
    <>
      <PageHeading>{words.title}</PageHeading>
      <p className="lead">{words.lead}</p>
      <h2>{words.now}</h2>
      <ul className="start-list">
        <li>
          <a href="/">{words.questions.title}</a>
          <p>{words.questions.note}</p>
        </li>
        <li>
          <a href="/api/docs">{words.api.title}</a>
          <p>{words.api.note}</p>
        </li>
        <li>
          <strong>{words.coverage.title}</strong>
          <p>
            {words.coverage.note} <code>{words.coverage.command}</code>
          </p>
        </li>
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
