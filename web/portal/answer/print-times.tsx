import type { Times } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { hasClause } from "../../ui/clause.tsx";
import { Icon } from "../../ui/icon.tsx";
import { outcomeIcons } from "./signs.ts";

/** The time line on paper: one line for each part, its reasons beside it. */
export function PrintTimes({ times }: { readonly times: Times }) {
  const { m, say } = useSpeech();
  const words = m.times;
  const { segments, edges } = times;
  const end = segments.at(-1)?.until ?? times.on;
  return (
    <section>
      <p className="sheet-title">{words.title}</p>
      {edges.length === 0 ? (
        <p>{words.steady(m.day(end))}</p>
      ) : (
        <ul className="sheet-times">
          {segments.map(({ from, until, outcome }) => {
            const edge = edges.find(({ day }) => day === from);
            const reasons = [
              ...(edge?.causes ?? []).map(({ change, clause, title }) =>
                words.cause[change](hasClause(clause) ? m.clause(clause) : "", say(title)).trim(),
              ),
              ...(edge?.assumptions ?? []).map(({ text }) => say(text)),
            ];
            return (
              <li key={from} className="sheet-leaf">
                <Icon name={outcomeIcons[outcome]} size={1} />
                <span>
                  {words.span(m.day(from), m.day(until))}{" "}
                  <strong>{m.answer.outcome[outcome]}</strong>{" "}
                  <span className="soft">{m.sentences(reasons)}</span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
