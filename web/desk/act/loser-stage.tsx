import { Alert, Button } from "antd";
import { useEffect, useRef } from "react";
import type { Problem } from "../../staff/api.ts";
import { useDesk } from "../use-desk.tsx";

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
            <p>{problem.detail}</p>
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
