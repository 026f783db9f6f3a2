// Steps that ask for nothing, or for a few words.
import { Input } from "antd";
import { Field, TextField } from "../../act/fields/text-field.tsx";
import { useDesk } from "../../use-desk.tsx";
import { useCaseWork } from "../case-work.ts";
import { LetterSheet } from "../letter-sheet.tsx";
import { StepForm } from "../step-form.tsx";
import { useStepDraft } from "../use-step-draft.ts";
import { Radios } from "./radios.tsx";

export function TakePanel() {
  const { d } = useDesk();
  const { form } = useStepDraft("take", () => null);
  const body = { do: "assign", to: null, why: null } as const;
  return <StepForm {...form} lead={d.case.panel.takeLead} body={body} />;
}

export function AcceptPanel() {
  const { d } = useDesk();
  const { form } = useStepDraft("accept", () => null);
  return <StepForm {...form} lead={d.case.panel.acceptLead} body={{ do: "accept" }} />;
}

export function ClosePanel() {
  const { d } = useDesk();
  const { form } = useStepDraft("close", () => null);
  return <StepForm {...form} lead={d.case.panel.closeLead} body={{ do: "close" }} />;
}

/** The second person reads what the people will read. */
export function ApprovePanel() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const { form } = useStepDraft("approve", () => null);
  const words = d.case;
  return (
    <StepForm
      {...form}
      lead={words.panel.approveLead}
      body={{ do: "approve" }}
      aside={seen.proposed === null ? null : <LetterSheet letter={seen.proposed} />}
    >
      <p className="hint">{words.bar.final}</p>
    </StepForm>
  );
}

type WordsFieldProps = {
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A few lines in one's own words. */
export function WordsField({ path, label, hint, value, onChange }: WordsFieldProps) {
  return (
    <Field path={path} label={label} hint={hint}>
      {(control) => (
        <Input.TextArea
          {...control}
          rows={3}
          maxLength={2000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function SendBackPanel() {
  const { d } = useDesk();
  const { draft, change, form } = useStepDraft("send-back", () => ({ why: "" }));
  const words = d.case.panel;
  const why = draft.why.trim();
  return (
    <StepForm
      {...form}
      body={why === "" ? null : { do: "send-back", why }}
      faults={new Map(why === "" ? [["why", words.required]] : [])}
    >
      <WordsField
        path="why"
        label={words.sendBackWhy}
        hint={words.whyKept}
        value={draft.why}
        onChange={(next) => change({ why: next })}
      />
    </StepForm>
  );
}

export function ExtendPanel() {
  const { d } = useDesk();
  const { draft, change, form } = useStepDraft("extend", () => ({ days: "10", why: "" }));
  const words = d.case.panel;
  const why = draft.why.trim();
  const days = Number(draft.days);
  const faults = new Map<string, string>([
    ...(days >= 1 && days <= 60 ? [] : [["days", words.required] as const]),
    ...(why === "" ? [["why", words.required] as const] : []),
  ]);
  return (
    <StepForm
      {...form}
      lead={words.extendLead}
      faults={faults}
      body={faults.size > 0 ? null : { do: "extend", days, why }}
    >
      <TextField
        path="days"
        label={words.days}
        numeric
        maxLength={2}
        value={draft.days}
        onChange={(next) => change({ ...draft, days: next })}
      />
      <WordsField
        path="why"
        label={words.why}
        value={draft.why}
        onChange={(next) => change({ ...draft, why: next })}
      />
    </StepForm>
  );
}

const ways = ["portal", "window", "post"] as const;

export function DeliverPanel() {
  const { d } = useDesk();
  const { draft, change, form } = useStepDraft("deliver", () => ({
    how: "portal" as (typeof ways)[number],
  }));
  const words = d.case.panel;
  return (
    <StepForm {...form} lead={words.deliverLead} body={{ do: "deliver", how: draft.how }}>
      <Radios
        path="how"
        legend={words.deliverHow}
        choices={ways.map((how) => [how, words.ways[how]] as const)}
        value={draft.how}
        onChange={(how) => change({ how })}
      />
    </StepForm>
  );
}
