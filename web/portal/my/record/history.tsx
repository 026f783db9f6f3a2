import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Opener } from "../../../ui/opener.tsx";
import { clauseName } from "../clause-name.ts";
import { particularNames, type ParticularName } from "../messages.ts";
import type { Entry } from "../shapes.ts";
import { useLabels } from "../use-labels.ts";
import { useMy } from "../use-my.tsx";
import { useWords } from "../use-words.ts";

/** Every event about the person: what, when, by whom, on what ground, and its place in the chain. */
export function History() {
  const { history: words } = useWords().record;
  const { history } = useMy().record;
  const latestFirst = history.toSorted((one, other) =>
    one.recorded === other.recorded
      ? other.seq - one.seq
      : Date.parse(other.recorded) - Date.parse(one.recorded),
  );
  return (
    <Opener summary={words.count(history.length)}>
      <ol className="my-events">
        {latestFirst.map((entry) => (
          <HistoryEntry key={`${entry.county}-${entry.seq}`} entry={entry} />
        ))}
      </ol>
    </Opener>
  );
}

function HistoryEntry({ entry }: { readonly entry: Entry }) {
  const { record } = useWords();
  const { history: words } = record;
  const { m, locale } = useSpeech();
  const labels = useLabels();
  const corrected = listCorrected(entry);
  const people = [
    words.by(entry.by),
    ...(entry.approvedBy === null ? [] : [words.approvedBy(entry.approvedBy)]),
  ];
  return (
    <li>
      <p className="soft">{m.day(entry.on)}</p>
      <h3>
        {words.events[entry.type] ?? entry.type}{" "}
        {entry.clause === null ? null : (
          <span className="clause">{clauseName(entry.clause, locale)}</span>
        )}
      </h3>
      {corrected.length === 0 ? null : (
        <p>{words.changed(m.list(corrected.map((name) => record.names[name])))}</p>
      )}
      {entry.details === null ? <p>{words.erased}</p> : null}
      {entry.papers.length === 0 ? null : (
        <p>{words.papers(m.list(entry.papers.map(labels.paper)))}</p>
      )}
      <p className="soft">{m.list(people)}</p>
      <Opener look="link" summary={words.place(entry.seq)}>
        <p>
          {words.mark} <code className="my-hash">{entry.hash}</code>
        </p>
      </Opener>
    </li>
  );
}

/** Which items a correction changed; other events change none. */
function listCorrected({ type, details }: Entry): readonly ParticularName[] {
  const after = details?.["after"];
  if (type !== "particulars-corrected" || typeof after !== "object" || after === null) return [];
  return particularNames.filter((name) => Object.hasOwn(after, name));
}
