import { Alert, Button } from "antd";
import { useEffect, useRef, useState } from "react";
import type { Problem } from "../../staff/api.ts";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useDesk } from "../use-desk.tsx";
import type { FormContext, Preview } from "./act-form.ts";
import { PreviewSheet } from "./preview-sheet.tsx";
import { namer, sayRemark } from "./remarks.ts";

type CheckStageProps = {
  readonly preview: Preview;
  readonly problem: Problem | null;
  readonly context: FormContext;
  readonly onBack: () => void;
  readonly onConfirm: () => Promise<void>;
};

/** What will change, before anything does. */
export function CheckStage({ preview, problem, context, onBack, onConfirm }: CheckStageProps) {
  const { d } = useDesk();
  const words = d.acts.preview;
  const heading = useRef<HTMLHeadingElement>(null);
  const [waiting, setWaiting] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const name = namer(context, preview, d.acts.form.unnamed(1));
  const confirm = async () => {
    setWaiting(true);
    await onConfirm();
    setWaiting(false);
  };
  return (
    <section aria-labelledby="preview">
      <h2 id="preview" ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      {preview.fourEyes ? <Alert type="info" showIcon title={words.fourEyes} /> : null}
      {preview.warnings.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={words.warnings}
          description={
            <ul className="faults">
              {preview.warnings.map((warning) => {
                const { text, clause } = sayRemark(warning, d, name);
                return (
                  <li key={`${warning.code}-${warning.path}`}>
                    {text}
                    {clause === null ? null : <span className="hint"> {words.clause(clause)}</span>}
                  </li>
                );
              })}
            </ul>
          }
        />
      )}
      <PreviewSheet preview={preview} />
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <div className="act-buttons">
        <Button type="primary" size="large" loading={waiting} onClick={() => void confirm()}>
          {d.acts.form.confirm}
        </Button>
        <Button size="large" onClick={onBack}>
          {d.acts.form.back}
        </Button>
      </div>
    </section>
  );
}
