import { Button } from "antd";
import { PageHeading } from "../../staff/heading.tsx";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useLoad } from "../../staff/use-load.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { Waiting } from "../../staff/waiting.tsx";
import { useTexts } from "../use-texts.ts";
import { ChainsTable } from "./chains-table.tsx";
import type { ChainStatus } from "./shapes.ts";
import { useVerification } from "./use-verification.ts";
import { VerificationPanel } from "./verification-panel.tsx";

/** How every county's chain stands, and whether anything in it was changed. */
export function ChainsPage() {
  const { chains: words } = useTexts();
  const { call, session } = useStaff();
  const { loaded, reload } = useLoad<readonly ChainStatus[]>("chains", (signal) =>
    call("/api/audit/chains", { signal }),
  );
  const { verifying, verify } = useVerification(reload);
  const chains =
    loaded.state === "here" ? loaded.value : loaded.state === "loading" ? loaded.last : null;
  const mayVerify = session.role === "auditor";
  const busy = verifying.state === "asked";
  return (
    <>
      <PageHeading>{words.title}</PageHeading>
      <p className="lead">{words.lead}</p>
      {mayVerify ? (
        <p className="console-actions">
          <Button
            type="primary"
            disabled={busy || chains === null || chains.length === 0}
            onClick={() => verify()}
          >
            {words.verifyAll}
          </Button>
        </p>
      ) : (
        <p>{words.onlyAuditor}</p>
      )}
      <VerificationPanel verifying={verifying} />
      {loaded.state === "failed" ? (
        <ProblemNotice problem={loaded.problem} onAgain={reload} />
      ) : null}
      {chains === null && loaded.state === "loading" ? <Waiting slow={loaded.slow} /> : null}
      {chains?.length === 0 ? <p>{words.empty}</p> : null}
      {chains === null || chains.length === 0 ? null : (
        <>
          <ChainsTable chains={chains} busy={busy} onVerify={mayVerify ? verify : null} />
          <p className="lead">{words.tailNote}</p>
        </>
      )}
    </>
  );
}
