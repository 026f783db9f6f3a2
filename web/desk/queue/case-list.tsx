import { Button } from "antd";
import type { ReactNode } from "react";
import { goTo } from "../../staff/route.ts";
import { useQueueWords } from "./filter-bar.tsx";
import type { Colleagues } from "./use-queue.ts";
import { hashOf, type QueuedCase, type View } from "./view.ts";

type CaseListProps = {
  readonly view: View;
  readonly title: string;
  /** Where there is only one list the page's heading names it. */
  readonly titled: boolean;
  readonly cases: readonly QueuedCase[];
  readonly more: boolean;
  readonly colleagues: Colleagues;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (keys: readonly string[], picked: boolean) => void;
  readonly empty: string;
};

/** Cases by their deadline: a table, on a narrow screen cards. */
export function CaseList(props: CaseListProps) {
  const { view, title, titled, cases, more, colleagues, selected, onSelect, empty } = props;
  const { d, role } = useQueueWords();
  const words = d.queue;
  const all = cases.every((each) => selected.has(each.case));
  const columns = [
    "select",
    "reference",
    "due",
    "stage",
    "people",
    "handler",
    "submitted",
  ] as const;
  return (
    <section className="queue-list" aria-label={title}>
      {titled ? <h2>{title}</h2> : null}
      <p role="status" className="hint">
        {cases.length === 0 ? empty : words.shown(cases.length, more)}
      </p>
      {cases.length < 2 ? null : (
        <label className="check">
          <input
            type="checkbox"
            checked={all}
            onChange={() =>
              onSelect(
                cases.map((each) => each.case),
                !all,
              )
            }
          />
          {words.selectAll}
        </label>
      )}
      {cases.length === 0 ? null : (
        <table className="queue">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cases.map((each) => (
              <CaseLine
                key={each.case}
                of={each}
                view={view}
                handler={colleagues.find(({ account }) => account === each.handler)?.name}
                selected={selected.has(each.case)}
                onSelect={() => onSelect([each.case], !selected.has(each.case))}
              />
            ))}
          </tbody>
        </table>
      )}
      {more ? (
        <Button
          className="queue-more"
          onClick={() => goTo(hashOf({ ...view, pages: view.pages + 1 }, role), "replace")}
        >
          {words.more}
        </Button>
      ) : null}
    </section>
  );
}

type CaseLineProps = {
  readonly of: QueuedCase;
  readonly view: View;
  readonly handler: string | undefined;
  readonly selected: boolean;
  readonly onSelect: () => void;
};

function CaseLine({ of, view, handler, selected, onSelect }: CaseLineProps) {
  const { d, say, role } = useQueueWords();
  const words = d.queue;
  const { columns } = words;
  const remember = () => goTo(hashOf({ ...view, at: of.case }, role), "replace");
  return (
    <tr data-overdue={of.overdue} data-selected={selected} data-case={of.case}>
      <td className="queue-pick">
        <input
          type="checkbox"
          aria-label={words.selectOne(of.reference)}
          checked={selected}
          onChange={onSelect}
        />
      </td>
      <th scope="row">
        <a
          className="reference"
          href={`#/cases/${of.case}?reference=${of.reference}`}
          onClick={remember}
        >
          {of.reference}
        </a>
        <span className="queue-service">{say(of.title)}</span>
      </th>
      <Cell label={columns.due}>
        {of.due === null ? (
          words.noDue
        ) : (
          <>
            <span>{d.day(of.due)}</span>{" "}
            <span className="queue-left">{words.left(of.left ?? 0)}</span>
          </>
        )}
      </Cell>
      <Cell label={columns.stage}>
        {words.stages[of.stage]}{" "}
        {of.inReview ? <span className="queue-review">{words.inReview}</span> : null}
      </Cell>
      <Cell label={columns.people}>{words.people(of.people)}</Cell>
      <Cell label={columns.handler}>
        {of.handler === null ? (
          <span className="queue-nobody">{words.nobody}</span>
        ) : (
          (handler ?? words.formerColleague)
        )}
      </Cell>
      <Cell label={columns.submitted}>{of.submitted === null ? d.none : d.day(of.submitted)}</Cell>
    </tr>
  );
}

function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <td data-label={label}>
      <span>{children}</span>
    </td>
  );
}
