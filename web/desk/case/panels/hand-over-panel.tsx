import { SelectField } from "../../act/fields/select-field.tsx";
import { useColleagues } from "../../queue/use-queue.ts";
import { useDesk } from "../../use-desk.tsx";
import { StepForm } from "../step-form.tsx";
import { useStepDraft } from "../use-step-draft.ts";
import { WordsField } from "./plain-panels.tsx";

/** Somebody else answers for the case by name. */
export function HandOverPanel() {
  const { d } = useDesk();
  const { draft, change, form } = useStepDraft("hand-over", () => ({ to: "", why: "" }));
  const people = useColleagues();
  const words = d.case.panel;
  const why = draft.why.trim();
  return (
    <StepForm
      {...form}
      faults={new Map(draft.to === "" ? [["to", words.choose]] : [])}
      body={draft.to === "" ? null : { do: "assign", to: draft.to, why: why === "" ? null : why }}
    >
      <SelectField
        path="to"
        label={words.colleague}
        prompt={words.choose}
        value={draft.to}
        choices={people.map(({ account, name, role }) => ({
          code: account,
          label: `${name} · ${d.queue.roles[role]}`,
        }))}
        onChange={(to) => change({ ...draft, to })}
      />
      <WordsField
        path="why"
        label={words.why}
        hint={words.whyKept}
        value={draft.why}
        onChange={(next) => change({ ...draft, why: next })}
      />
    </StepForm>
  );
}
