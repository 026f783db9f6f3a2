import { Alert } from "antd";
import { clauseName } from "../../../portal/my/clause-name.ts";
import { ProblemNotice } from "../../../staff/problem-notice.tsx";
import type { Loaded } from "../../../staff/use-load.ts";
import { Waiting } from "../../../staff/waiting.tsx";
import { PreviewSheet } from "../../act/preview-sheet.tsx";
import { namer, sayRemark } from "../../act/remarks.ts";
import { useDesk } from "../../use-desk.tsx";
import { LetterSheet } from "../letter-sheet.tsx";
import { lastOf, type StepPreview } from "../use-preview.ts";

/** Whether nothing stands in the way of a step that was looked at. */
export const isClear = (preview: Loaded<StepPreview> | null): boolean =>
  preview?.state === "here" &&
  preview.value.refusals.length === 0 &&
  (preview.value.act?.refusals ?? []).length === 0;

/** What a step leads to: the letter that people get, the register, or why it cannot be taken. */
export function PreviewPane({ preview }: { readonly preview: Loaded<StepPreview> | null }) {
  const { d, say } = useDesk();
  const words = d.case.panel;
  const shown = lastOf(preview);
  const sayShortly = ({ refusals, act, letter }: StepPreview) => {
    const wrong = refusals.length + (act?.refusals ?? []).length;
    if (wrong > 0) return words.stands(wrong);
    return letter === null ? words.register : words.leadsTo(say(letter.title));
  };
  return (
    <section
      className="step-aside"
      aria-label={words.preview}
      aria-busy={preview?.state === "loading"}
    >
      <p role="status" className="unseen">
        {preview?.state === "here" ? sayShortly(preview.value) : ""}
      </p>
      {preview === null ? <p className="hint">{words.noPreview}</p> : null}
      {preview?.state === "loading" && shown === null ? <Waiting slow={preview.slow} /> : null}
      {preview?.state === "failed" && preview.problem.status !== 412 ? (
        <ProblemNotice problem={preview.problem} />
      ) : null}
      {shown === null ? null : <Shown preview={shown} />}
    </section>
  );
}

function Shown({ preview: { refusals, letter, act } }: { readonly preview: StepPreview }) {
  const { d, say, locale } = useDesk();
  const words = d.case.panel;
  const name = namer({ household: null, person: null, arriving: null }, act, d.unknown);
  const remarks = [...(act?.refusals ?? []), ...(act?.warnings ?? [])].map((each) =>
    sayRemark(each, d, name),
  );
  return (
    <>
      {refusals.map(({ code, text, clause }) => (
        <Alert
          key={code}
          type="warning"
          showIcon
          title={say(text)}
          {...(clause === null ? {} : { description: words.clause(clauseName(clause, locale)) })}
        />
      ))}
      {remarks.map(({ text, clause }) => (
        <Alert
          key={text}
          type="warning"
          showIcon
          title={text}
          {...(clause === null ? {} : { description: clause })}
        />
      ))}
      {act === null ? null : (
        <>
          <h3>{words.register}</h3>
          <PreviewSheet preview={act} />
        </>
      )}
      {letter === null ? null : (
        <>
          <h3>{words.preview}</h3>
          <LetterSheet letter={letter} />
        </>
      )}
    </>
  );
}
