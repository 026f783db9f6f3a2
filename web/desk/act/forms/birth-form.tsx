import { nameOf } from "../../household/member-table.tsx";
import { useDesk } from "../../use-desk.tsx";
import { regulations, type ActForm, type FieldsProps, type FormContext } from "../act-form.ts";
import { newcomerSigns } from "../declarants.ts";
import type { SharedDraft } from "../draft.ts";
import { Group } from "../fields/group.tsx";
import { PersonFields } from "../fields/person-fields.tsx";
import { RelationField } from "../fields/select-field.tsx";
import { emptyPerson, particularsOf, type PersonDraft } from "../person-draft.ts";

type BirthDraft = SharedDraft & {
  readonly child: PersonDraft;
  readonly relation: number | null;
};

/** A child joins a household of the mother or the father; a guardian signs. */
export const birthForm: ActForm<BirthDraft> = {
  act: "register-birth",
  clauses: [regulations(7), "R10"],
  start: () => ({ child: emptyPerson, relation: null }),
  // Until the day is typed, the child is taken for one, and not for somebody who signs alone.
  declarants: ({ child, on }) => [
    newcomerSigns("child", child.birthDate === "" ? { ...child, birthDate: on } : child),
  ],
  toAct: ({ child, relation }, { household }) => ({
    household: household?.household,
    child: { particulars: particularsOf(child), relation },
  }),
  signedBy: "own",
  Fields: BirthFields,
};

function BirthFields({ draft, onChange, context }: FieldsProps<BirthDraft>) {
  const { d } = useDesk();
  const words = d.acts.form;
  const parents = (context.household?.members ?? []).map((member) => ({
    person: member.person,
    name: nameOf(member) ?? d.unknown,
    sex: member.sex,
  }));
  return (
    <Group legend={words.child} path="child">
      <PersonFields
        path="child.particulars"
        value={draft.child}
        parents={parents}
        newborn
        onChange={(child) =>
          onChange({ ...draft, child, relation: draft.relation ?? relationTo(child, context) })
        }
      />
      <RelationField
        path="child.relation"
        label={words.relation}
        noHead
        value={draft.relation}
        onChange={(relation) => onChange({ ...draft, relation })}
      />
    </Group>
  );
}

/** A head's child is a son or a daughter, where the parent and the sex are said. */
function relationTo({ mother, father, sex }: PersonDraft, { household }: FormContext) {
  const head = household?.members.find(({ relation }) => relation === 2)?.person;
  const isHeads = head !== undefined && [mother, father].includes(String(head));
  if (!isHeads) return null;
  return sex === "1" ? 20 : sex === "2" ? 30 : null;
}
