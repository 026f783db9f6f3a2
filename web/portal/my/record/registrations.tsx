import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { relationWord } from "../household/relation-word.ts";
import { dayBefore } from "../household/states.ts";
import { useLabels } from "../use-labels.ts";
import { useMy } from "../use-my.tsx";
import { useWords } from "../use-words.ts";

/** Where somebody has been registered, as a time line, with their places in households beside it. */
export function Registrations() {
  const words = useWords();
  const { m } = useSpeech();
  const labels = useLabels();
  const { registrations, seats, county } = useMy().record;
  const span = (from: string, until: string | null) =>
    until === null
      ? words.record.since(m.day(from))
      : words.record.span(m.day(from), m.day(dayBefore(until)));
  const latestFirst = registrations.toSorted((one, other) => (one.from < other.from ? 1 : -1));
  if (latestFirst.length === 0) return <p className="soft">{words.record.nowhere}</p>;
  return (
    <ol className="my-line">
      {latestFirst.map((stretch) => (
        <li key={stretch.from} data-now={stretch.until === null}>
          <span className="my-line-mark" aria-hidden="true">
            <Icon name={stretch.until === null ? "house" : "dot"} size={1.1} />
          </span>
          <div>
            <p className="my-line-days">{span(stretch.from, stretch.until)}</p>
            <h3>{labels.county(stretch.county)}</h3>
            <ul className="my-line-seats">
              {seats
                .filter(
                  ({ from, until }) =>
                    stretch.county === county &&
                    from < (stretch.until ?? "9999") &&
                    (until ?? "9999") > stretch.from,
                )
                .toSorted((one, other) => (one.from < other.from ? 1 : -1))
                .map(({ household, relation, from, until }) => (
                  <li key={`${household}-${from}`}>
                    {words.record.as(relationWord(words, relation))}
                    <span className="soft"> · {span(from, until)}</span>
                  </li>
                ))}
            </ul>
          </div>
        </li>
      ))}
    </ol>
  );
}
