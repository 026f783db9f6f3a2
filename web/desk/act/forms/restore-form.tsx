import { useDesk } from "../../use-desk.tsx";
import type { ActForm, FieldsProps } from "../act-form.ts";
import { newcomerSigns } from "../declarants.ts";
import type { SharedDraft } from "../draft.ts";
import { IntoFields } from "../fields/into-fields.tsx";
import { RelationField, SelectField } from "../fields/select-field.tsx";
import { emptyInto, intoOf, type IntoDraft } from "../into-draft.ts";
import { draftOf } from "../person-draft.ts";

type RestoreDraft = SharedDraft & {
  readonly cause: string;
  readonly into: IntoDraft;
  readonly relation: number | null;
};

/** A registration that was cancelled comes back; a second person approves. */
export const restoreForm: ActForm<RestoreDraft> = {
  act: "restore",
  clauses: ["Civil Code art. 50", "R10"],
  start: ({ person }) => ({
    cause: "declaration-revoked",
    into: emptyInto("known", person?.seats.at(-1)?.household ?? null),
    relation: null,
  }),
  declarants: (_draft, { person }) => [newcomerSigns("person", draftOf(person?.particulars ?? {}))],
  toAct: ({ cause, into, relation }, { person }) => ({
    person: person?.person,
    cause,
    into: intoOf(into),
    relation,
    seats: [],
  }),
  signedBy: "own",
  Fields: RestoreFields,
};

function RestoreFields({ draft, onChange }: FieldsProps<RestoreDraft>) {
  const { d } = useDesk();
  const words = d.acts.form;
  return (
    <>
      <SelectField
        path="cause"
        label={words.cause}
        value={draft.cause}
        choices={Object.entries(words.causes).map(([code, label]) => ({ code, label }))}
        onChange={(cause) => onChange({ ...draft, cause })}
      />
      <IntoFields
        value={draft.into}
        kinds={["known", "new"]}
        onChange={(into) => onChange({ ...draft, into })}
      />
      <RelationField
        path="relation"
        label={words.relation}
        value={draft.relation}
        onChange={(relation) => onChange({ ...draft, relation })}
      />
    </>
  );
}
