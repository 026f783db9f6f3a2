import { useDesk } from "../../use-desk.tsx";
import { useCaseWork } from "../case-work.ts";
import { StepForm } from "../step-form.tsx";
import { useStepDraft } from "../use-step-draft.ts";
import { PapersField } from "./papers-field.tsx";
import { WordsField } from "./plain-panels.tsx";

/** Which papers were seen, and what a colleague should know. */
export function CheckPanel() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const { draft, change, form } = useStepDraft("check", () => ({
    papers: [...new Set(seen.documents.map(({ paper }) => paper))] as readonly string[],
    note: "",
  }));
  const words = d.case.panel;
  const note = draft.note.trim();
  return (
    <StepForm
      {...form}
      body={{
        do: "check",
        seen: draft.papers.map((kind) => ({ kind })),
        note: note === "" ? null : note,
      }}
    >
      <PapersField value={draft.papers} onChange={(papers) => change({ ...draft, papers })} />
      <WordsField
        path="note"
        label={words.note}
        hint={words.whyKept}
        value={draft.note}
        onChange={(next) => change({ ...draft, note: next })}
      />
    </StepForm>
  );
}
