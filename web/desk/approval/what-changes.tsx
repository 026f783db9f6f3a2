import type { Act } from "../../../src/register/contract.ts";
import { useLoad } from "../../staff/use-load.ts";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { Waiting } from "../../staff/waiting.tsx";
import type { Preview } from "../act/act-form.ts";
import { PreviewSheet } from "../act/preview-sheet.tsx";
import { namer, sayRemark } from "../act/remarks.ts";
import { countyPath, useDesk } from "../use-desk.tsx";

type WhatChangesProps = {
  readonly act: Act;
  /** Why one looks. */
  readonly headers: Readonly<Record<string, string>>;
};

/** What a proposed act would change if it were done now. */
export function WhatChanges({ act, headers }: WhatChangesProps) {
  const { d, call, county } = useDesk();
  const path = countyPath(county, "/acts/preview");
  const { loaded, reload } = useLoad<Preview>(path, (signal) =>
    call(path, { method: "POST", body: act, headers, signal }),
  );
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
