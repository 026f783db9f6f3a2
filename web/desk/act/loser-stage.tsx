import { Alert, Button } from "antd";
import { useEffect, useRef } from "react";
import type { Problem } from "../../staff/api.ts";
import { useLoad } from "../../staff/use-load.ts";
import type { Person } from "../person/person-page.tsx";
import { showInstant, type Entry } from "../shared/history.tsx";
import { countyPath, useDesk } from "../use-desk.tsx";

type LoserStageProps = {
  readonly problem: Problem;
  readonly onAgain: () => Promise<void>;
  readonly onFresh: () => void;
};

/** Somebody was quicker (412), or the form was sent before with other content (409). What was typed is kept. */
export function LoserStage({ problem, onAgain, onFresh }: LoserStageProps) {
  const { d } = useDesk();
  const isStale = problem.status === 412;
  const words = isStale ? d.acts.stale : d.acts.conflict;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="problem" data-lost={problem.status}>
      <Alert
        type="warning"
        showIcon
        title={words.title}
        description={
          <>
            <p>{words.lead}</p>
            <ul className="faults">
              {problem.problems.map(({ message, values }) => (
                <li key={message}>
                  {message} <LastChange values={values ?? {}} />
                </li>
              ))}
            </ul>
          </>
        }
      />
      <div className="act-buttons">
        {isStale ? (
          <Button type="primary" onClick={() => void onAgain()}>
            {d.acts.stale.again}
          </Button>
        ) : (
          <Button onClick={onFresh}>{d.acts.conflict.fresh}</Button>
        )}
      </div>
    </div>
  );
}

/** Who was quicker, with what and when: the last thing in the history of what changed. */
function LastChange({ values }: { readonly values: Readonly<Record<string, string | number>> }) {
  const { d, locale, call, county } = useDesk();
  const { household, person } = values;
  const path = countyPath(
    county,
    household === undefined ? `/people/${person}` : `/households/${household}/history`,
  );
  const { loaded } = useLoad<readonly Entry[] | Person>(path, (signal) => call(path, { signal }));
  if (loaded.state !== "here") return null;
  const entries = "history" in loaded.value ? loaded.value.history : loaded.value;
  const last = entries.at(-1);
  if (last === undefined) return null;
  const what = d.acts.events[last.type] ?? last.type;
  return <strong>{d.acts.stale.by(what, last.by, showInstant(last.recorded, locale))}</strong>;
}
