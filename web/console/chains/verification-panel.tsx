import { Alert, Progress } from "antd";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useTexts } from "../use-texts.ts";
import { FaultList } from "./fault-list.tsx";
import type { Verifying } from "./use-verification.ts";

/** How far a verification is, and what it found. */
export function VerificationPanel({ verifying }: { readonly verifying: Verifying }) {
  const t = useTexts();
  const { chains: words } = t;
  switch (verifying.state) {
    case "none":
      return <div role="status" />;
    case "refused":
      return <ProblemNotice problem={verifying.problem} />;
    case "asked": {
      const { done = 0, total = 0 } = verifying.at ?? {};
      return (
        <div role="status" className="verifying">
          <p>{words.running(t.number(done), t.number(total))}</p>
          <Progress
            aria-label={words.running(t.number(done), t.number(total))}
            percent={total === 0 ? 0 : Math.floor((done / total) * 100)}
            status="active"
          />
        </div>
      );
    }
    case "over": {
      const { state, faults, chains, total } = verifying.at;
      return (
        <div role="status" className="verifying" data-verified={state}>
          {state === "failed" ? <Alert type="error" showIcon title={words.failed} /> : null}
          {state === "done" && faults.length === 0 ? (
            <Alert
              type="success"
              showIcon
              title={words.clean(chains.length, t.number(total))}
              description={words.cleanNote}
            />
          ) : null}
          {faults.length === 0 ? null : <FaultList faults={faults} chains={chains} />}
        </div>
      );
    }
  }
}
