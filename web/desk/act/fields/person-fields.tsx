import { useDesk } from "../../use-desk.tsx";
import type { PersonDraft } from "../person-draft.ts";
import { SelectField } from "./select-field.tsx";
import { TextField } from "./text-field.tsx";

/** Somebody of the register who can be chosen as a parent. */
export type Candidate = { readonly person: number; readonly name: string; readonly sex: number };

type PersonFieldsProps = {
  readonly path: string;
  readonly value: PersonDraft;
  readonly onChange: (next: PersonDraft) => void;
  readonly parents: readonly Candidate[];
  /** A newborn has no number, marriage or schooling yet. */
  readonly newborn?: boolean;
};

export function PersonFields({ path, value, onChange, parents, newborn }: PersonFieldsProps) {
  const fields: readonly (keyof PersonDraft)[] = newborn
    ? ["name", "nameHan", "sex", "birthDate", "birthCounty", "mother", "father"]
    : [
        "name",
        "nameHan",
        "formerNames",
        "sex",
        "birthDate",
        "idNumber",
        "birthCounty",
        "marital",
        "education",
        "mother",
        "father",
      ];
  return (
    <div className="fields">
      {fields.map((field) => (
        <ParticularField
          key={field}
          field={field}
          path={`${path}.${field}`}
          value={value[field]}
          onChange={(text) => onChange({ ...value, [field]: text })}
          parents={parents}
        />
      ))}
    </div>
  );
}

type ParticularFieldProps = {
  readonly field: keyof PersonDraft;
  readonly path: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly parents: readonly Candidate[];
};

/** One field of the register: a list where the register has codes, else text. */
export function ParticularField(props: ParticularFieldProps) {
  const { field, path, value, onChange, parents } = props;
  const { d, codes } = useDesk();
  const shared = { path, label: d.person.fields[field], value, onChange };
  const prompt = d.unknown;
  switch (field) {
    case "sex":
      return <SelectField {...shared} prompt="" choices={codes.choices("sex")} />;
    case "marital":
      return <SelectField {...shared} prompt={prompt} choices={codes.choices("marital-status")} />;
    case "education":
      return <SelectField {...shared} prompt={prompt} choices={codes.choices("education")} />;
    case "birthCounty":
      return <SelectField {...shared} prompt={prompt} choices={codes.counties} />;
    case "mother":
    case "father": {
      const sex = field === "mother" ? 2 : 1;
      const choices = parents
        .filter((parent) => parent.sex === sex)
        .map(({ person, name }) => ({ code: person, label: name }));
      return <SelectField {...shared} prompt={d.acts.form.notHere} choices={choices} />;
    }
    case "birthDate":
      return <TextField {...shared} numeric hint={d.acts.form.dateHint} />;
    case "idNumber":
      return <TextField {...shared} maxLength={18} />;
    default:
      return <TextField {...shared} maxLength={100} />;
  }
}
