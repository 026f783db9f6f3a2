import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { PageHeading } from "../../staff/heading.tsx";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { Waiting } from "../../staff/waiting.tsx";
import { CaseList } from "./case-list.tsx";
import { FilterBar, useQueueWords } from "./filter-bar.tsx";
import { HandOver } from "./hand-over.tsx";
import { StageTabs } from "./stage-tabs.tsx";
import { useColleagues, useCounts, useQueue, useReturn } from "./use-queue.ts";
import { useRowKeys } from "./use-row-keys.ts";
import { hashOf, questionsOf, readView, turn, whyEmpty } from "./view.ts";
import "./queue.css";

type QueuePageProps = { readonly query: Readonly<Record<string, string>> };

/** What is to be done, the most urgent first; it names nobody, so it asks for no purpose. */
export function QueuePage({ query }: QueuePageProps) {
  const { d, role } = useQueueWords();
  const words = d.queue;
  const view = readView(query, role);
  const filters = questionsOf(view);
  const lists = [useQueue(filters[0], view.pages), useQueue(filters[1], view.pages)];
  const { counts, reload: countAgain } = useCounts();
  const colleagues = useColleagues();
  const shown = lists.slice(0, filters.length);
  const again = () => {
    for (const { reload } of shown) reload();
    countAgain();
  };
  useReturn(again);
  const cases = shown.flatMap((list) => list.cases ?? []);
  const part = hashOf(turn(view, {}), role);
  const [picked, setPicked] = useState<{ part: string; keys: ReadonlySet<string> }>({
    part,
    keys: new Set(),
  });
  // Another filter shows other cases: what was picked among the ones before is not meant any more.
  const selected = picked.part === part ? picked.keys : new Set<string>();
  const select = (keys: readonly string[], pick: boolean) => {
    const others = [...selected].filter((key) => !keys.includes(key));
    setPicked({ part, keys: new Set(pick ? [...others, ...keys] : others) });
  };
  const place = useRef<HTMLDivElement>(null);
  useRowKeys(place, (key) => select([key], !selected.has(key)));
  const here = view.at !== null && cases.some((each) => each.case === view.at);
  useEffect(() => {
    if (here) place.current?.querySelector<HTMLElement>(`[data-case="${view.at}"] a`)?.focus();
  }, [here, view.at]);
  const chosen = cases.filter((each) => selected.has(each.case));
  const failed = shown.find(({ loaded }) => loaded.state === "failed")?.loaded;
  return (
    <div ref={place} className="queue-page">
      <div className="queue-head">
        <PageHeading>{words.title}</PageHeading>
        {role === "window-clerk" ? (
          <a className="queue-new" href="#/cases/new">
            {words.newOne}
          </a>
        ) : null}
      </div>
      <p className="lead">{words.lead}</p>
      <StageTabs view={view} counts={counts} />
      <FilterBar view={view} colleagues={colleagues} cases={cases} />
      <p className="hint queue-keys">
        {words.keys}: <kbd>j</kbd> <kbd>↓</kbd> {words.keyNames.down} · <kbd>k</kbd> <kbd>↑</kbd>{" "}
        {words.keyNames.up} · <kbd>x</kbd> {words.keyNames.select} · <kbd>Enter</kbd>{" "}
        {words.keyNames.open}
      </p>
      {failed?.state === "failed" ? (
        <ProblemNotice problem={failed.problem} onAgain={again} />
      ) : null}
      {shown.map(({ loaded, cases: listed, more }, place) => {
        const filter = filters[place] ?? {};
        const cause = whyEmpty(filter);
        const title =
          filter.review === "open" ? words.stages.review : words.stages[filter.stage ?? "all"];
        if (listed === null)
          return loaded.state === "loading" ? <Waiting key={title} slow={loaded.slow} /> : null;
        return (
          <CaseList
            key={title}
            view={view}
            title={title}
            titled={filters.length > 1}
            cases={listed}
            more={more}
            colleagues={colleagues}
            selected={selected}
            onSelect={select}
            empty={
              view.reference !== null
                ? words.empty.reference(view.reference)
                : cause === "stage"
                  ? words.empty.stage(title)
                  : words.empty[cause]
            }
          />
        );
      })}
      {chosen.length === 0 ? null : (
        <section className="queue-chosen" aria-label={words.selected(chosen.length)}>
          <p>
            <strong>{words.selected(chosen.length)}</strong>{" "}
            <Button type="link" onClick={() => setPicked({ part, keys: new Set() })}>
              {words.unselect}
            </Button>
          </p>
          <HandOver cases={chosen} onAssigned={again} />
        </section>
      )}
    </div>
  );
}
