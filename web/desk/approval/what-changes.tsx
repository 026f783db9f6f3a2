import { Button } from "antd";
import { useState } from "react";
import { useLoad } from "../../staff/use-load.ts";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { Waiting } from "../../staff/waiting.tsx";
import type { Preview } from "../act/act-form.ts";
import { PreviewSheet } from "../act/preview-sheet.tsx";
import { namer, sayRemark } from "../act/remarks.ts";
import { countyPath, useDesk } from "../use-desk.tsx";
import type { Proposal } from "./approvals-page.tsx";

/** What a proposed act would change if it were done now; looking is recorded as a review of it. */
export function WhatChanges({ proposal }: { readonly proposal: Proposal }) {
  const { d, call, county } = useDesk();
  const [open, setOpen] = useState(false);
  const path = countyPath(county, "/acts/preview");
  const headers = { "luohu-purpose": "review", "luohu-reference": proposal.proposal };
  const { loaded, reload } = useLoad<Preview>(open ? path : null, (signal) =>
    call(path, { method: "POST", body: proposal.act, headers, signal }),
  );
  if (!open) return <Button onClick={() => setOpen(true)}>{d.approvals.open}</Button>;
  if (loaded.state === "failed") return <ProblemNotice problem={loaded.problem} onAgain={reload} />;
  if (loaded.state === "loading") return <Waiting slow={loaded.slow} />;
  const preview = loaded.value;
  const name = namer({ household: null, person: null, arriving: null }, preview, d.unknown);
  return (
    <div aria-live="polite">
      {[...preview.refusals, ...preview.warnings].map((remark) => (
        <p key={`${remark.code}-${remark.path}`} className="field-error">
          {sayRemark(remark, d, name).text}
        </p>
      ))}
      <PreviewSheet preview={preview} />
    </div>
  );
}
