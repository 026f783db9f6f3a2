import { Timeline } from "antd";
import type { z } from "zod";
import type { entry } from "../../../src/register/contract.ts";
import { useShowField } from "../person/particulars-list.tsx";
import { useDesk } from "../use-desk.tsx";

export type Entry = z.infer<typeof entry>;

/** What was done, latest first: what, when, by whom, on what ground, and its place in the chain. */
export function History({ entries }: { readonly entries: readonly Entry[] }) {
  const { d } = useDesk();
  if (entries.length === 0) return <p className="lead">{d.household.noHistory}</p>;
  return (
    <Timeline
      className="history"
      items={entries.toReversed().map((entry) => ({
        key: entry.event,
        content: <HistoryEntry entry={entry} />,
      }))}
    />
  );
}

function HistoryEntry({ entry }: { readonly entry: Entry }) {
  const { d, locale, codes } = useDesk();
  const words = d.history;
  const clauses: Readonly<Record<string, string>> = d.acts.clauses;
  return (
    <article className="entry">
      <h3>
        {d.acts.events[entry.type] ?? entry.type} · {d.day(entry.on)}
      </h3>
      <p>
        {words.recorded(entry.by, showInstant(entry.recorded, locale))}
        {entry.approvedBy === null ? "" : ` · ${words.approved(entry.approvedBy)}`}
      </p>
      {entry.clause === null ? null : (
        <p>
          {words.clause}: {clauses[entry.clause] ?? entry.clause}
        </p>
      )}
      {entry.papers.length === 0 ? null : (
        <p>
          {words.papers}: {entry.papers.map(codes.paper).join(" · ")}
        </p>
      )}
      <EntryDetails entry={entry} />
      <p className="chain-place">{words.chain(entry.seq, entry.hash.slice(0, 16))}</p>
    </article>
  );
}

/** Before and after of a correction; other events are told by the household's pages. */
function EntryDetails({ entry }: { readonly entry: Entry }) {
  const { d } = useDesk();
  const show = useShowField();
  if (entry.details === null) return <p>{d.history.erased}</p>;
  const { before, after } = entry.details;
  if (!isRecord(before) || !isRecord(after)) return null;
  const names: Readonly<Record<string, string>> = d.person.fields;
  return (
    <ul className="differences">
      {Object.keys(after).map((field) => (
        <li key={field}>
          {names[field] ?? field}: {d.history.from} {show(field, before[field])} → {d.history.to}{" "}
          {show(field, after[field])}
        </li>
      ))}
    </ul>
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A moment as the people at this desk write it, in the time of the office. */
export function showInstant(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "zh-CN", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Asia/Shanghai",
  }).format(new Date(instant));
}
