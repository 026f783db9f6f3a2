import {
  particularFields,
  useShowField,
  type ParticularField as Field,
} from "../../person/particulars-list.tsx";
import { useDesk } from "../../use-desk.tsx";
import { regulations, type ActForm, type FieldsProps } from "../act-form.ts";
import { newcomerSigns } from "../declarants.ts";
import type { SharedDraft } from "../draft.ts";
import { Group } from "../fields/group.tsx";
import { ParticularField } from "../fields/person-fields.tsx";
import { draftOf, emptyPerson, readParticular, type PersonDraft } from "../person-draft.ts";

type CorrectDraft = SharedDraft & {
  readonly chosen: readonly Field[];
  readonly after: PersonDraft;
};

/** Particulars change only with proof, and what identifies somebody only with a second person. */
export const correctForm: ActForm<CorrectDraft> = {
  act: "correct",
  clauses: [regulations(17), regulations(18), "R13"],
  start: ({ person }) => ({
    chosen: [],
    after: person === null ? emptyPerson : draftOf(person.particulars),
  }),
  declarants: (draft, { person }) => {
    const before = draftOf(person?.particulars ?? {});
    const birthDate = draft.chosen.includes("birthDate") ? draft.after.birthDate : before.birthDate;
    return [newcomerSigns("person", { ...before, birthDate })];
  },
  toAct: ({ chosen, after }, { person }) => ({
    person: person?.person,
    after: Object.fromEntries(chosen.map((field) => [field, readParticular(field, after[field])])),
  }),
  signedBy: "own",
  Fields: CorrectFields,
};

function CorrectFields({ draft, onChange, context }: FieldsProps<CorrectDraft>) {
  const { d } = useDesk();
  const show = useShowField();
  const words = d.acts.form;
  const particulars = context.person?.particulars;
  const parents = (context.household?.members ?? [])
    .filter(({ person }) => person !== context.person?.person)
    .map(({ person, name, nameHan, sex }) => ({ person, sex, name: nameHan ?? name ?? "" }));
  const choose = (field: Field, on: boolean) =>
    onChange({
      ...draft,
      chosen: on ? [...draft.chosen, field] : draft.chosen.filter((each) => each !== field),
    });
  return (
    <Group legend={words.fields} path="after">
      {particularFields.map((field) => {
        const chosen = draft.chosen.includes(field);
        return (
          <div key={field} className="correction">
            <label className="check">
              <input
                type="checkbox"
                checked={chosen}
                onChange={(event) => choose(field, event.target.checked)}
              />
              {d.person.fields[field]}
              <span className="hint">{show(field, particulars?.[field])}</span>
            </label>
            {chosen ? (
              <ParticularField
                field={field}
                path={`after.${field}`}
                value={draft.after[field]}
                parents={parents}
                onChange={(text) =>
                  onChange({ ...draft, after: { ...draft.after, [field]: text } })
                }
              />
            ) : null}
          </div>
        );
      })}
    </Group>
  );
}
