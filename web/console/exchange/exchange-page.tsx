import { Button } from "antd";
import type { ExchangeAudit } from "../../../src/exchange/contract.ts";
import { PageHeading } from "../../staff/heading.tsx";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useLoad } from "../../staff/use-load.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { Waiting } from "../../staff/waiting.tsx";
import { useTexts } from "../use-texts.ts";
import { ComparedTable } from "./compared-table.tsx";
import { LogsTable } from "./logs-table.tsx";
import { UnansweredTable } from "./unanswered-table.tsx";

/** How the logs of the exchange stand on both sides, and which questions have no answer. */
export function ExchangePage() {
  const { exchange: words } = useTexts();
  const { call } = useStaff();
  const { loaded, reload } = useLoad<ExchangeAudit>("exchange", (signal) =>
    call("/api/audit/exchange", { signal }),
  );
  const audit =
    loaded.state === "here" ? loaded.value : loaded.state === "loading" ? loaded.last : null;
  return (
    <>
      <PageHeading>{words.title}</PageHeading>
      <p className="lead">{words.lead}</p>
      <p className="console-actions no-print">
        <Button type="primary" onClick={reload}>
          {words.again}
        </Button>
      </p>
      {loaded.state === "failed" ? (
        <ProblemNotice problem={loaded.problem} onAgain={reload} />
      ) : null}
      {loaded.state === "loading" ? (
        <Waiting slow={loaded.slow} rows={audit === null ? 4 : 1} />
      ) : null}
      {audit === null ? null : (
        <>
          <LogsTable logs={audit.logs} />
          <ComparedTable departments={audit.departments} />
          <UnansweredTable unanswered={audit.unanswered} />
        </>
      )}
    </>
  );
}
