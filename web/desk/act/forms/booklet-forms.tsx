import { nameOf } from "../../household/member-table.tsx";
import { useDesk } from "../../use-desk.tsx";
import { regulations, type ActForm, type FieldsProps, type FormContext } from "../act-form.ts";
import { membersSign } from "../declarants.ts";
import type { SharedDraft } from "../draft.ts";
import { SelectField } from "../fields/select-field.tsx";

type WithholdDraft = SharedDraft & { readonly person: string; readonly step: string };

const memberOf = (person: string, { household }: FormContext) =>
  household?.members.filter((member) => String(member.person) === person) ?? [];

/** One member keeps the booklet from another: one step after the other, never one left out. */
export const withholdForm: ActForm<WithholdDraft> = {
  act: "withhold-booklet",
  clauses: ["B3"],
  start: ({ person }) => ({ person: String(person?.person ?? ""), step: "reported" }),
  declarants: ({ person, step }, context) =>
    membersSign(memberOf(person, context), step === "reported"),
  toAct: ({ person, step }, { household }) => ({
    household: household?.household,
    person: Number(person),
    step,
  }),
  signedBy: "own",
  Fields: WithholdFields,
};

function WithholdFields({ draft, onChange, context }: FieldsProps<WithholdDraft>) {
  const { d } = useDesk();
  return (
    <>
      <MemberSelect
        value={draft.person}
        context={context}
        onChange={(person) => onChange({ ...draft, person })}
      />
      <SelectField
        path="step"
        label={d.acts.form.step}
        value={draft.step}
        choices={Object.entries(d.household.steps).map(([code, label]) => ({ code, label }))}
        onChange={(step) => onChange({ ...draft, step })}
      />
    </>
  );
}

type MemberSelectProps = {
  readonly value: string;
  readonly context: FormContext;
  readonly onChange: (person: string) => void;
};

function MemberSelect({ value, context, onChange }: MemberSelectProps) {
  const { d } = useDesk();
  return (
    <SelectField
      path="person"
      label={d.acts.form.who}
      prompt="—"
      value={value}
      choices={(context.household?.members ?? []).map((member) => ({
        code: member.person,
        label: nameOf(member) ?? d.unknown,
      }))}
      onChange={onChange}
    />
  );
}

type IssueDraft = SharedDraft & { readonly person: string };

/** The household's booklet, or one person's own. Whoever asks for it signs. */
export const issueForm: ActForm<IssueDraft> = {
  act: "issue-booklet",
  clauses: [regulations(5), "B3"],
  start: () => ({ person: "" }),
  declarants: ({ person }, context) => membersSign(memberOf(person, context)),
  toAct: ({ person }, { household }) => ({
    household: household?.household,
    person: person === "" ? null : Number(person),
  }),
  signedBy: "others",
  Fields: IssueFields,
};

function IssueFields({ draft, onChange, context }: FieldsProps<IssueDraft>) {
  const { d } = useDesk();
  const words = d.acts.form;
  return (
    <SelectField
      path="person"
      label={words.booklet}
      prompt={words.bookletHousehold}
      value={draft.person}
      choices={(context.household?.members ?? []).map((member) => ({
        code: member.person,
        label: words.bookletPerson(nameOf(member) ?? d.unknown),
      }))}
      onChange={(person) => onChange({ ...draft, person })}
    />
  );
}
