import { groupOf } from "../../../../src/standards/contract.ts";
import { useDesk } from "../../use-desk.tsx";
import { Field } from "./text-field.tsx";

type SelectFieldProps = {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  /** Shown while nothing is chosen. */
  readonly prompt?: string;
  readonly choices: readonly { readonly code: string | number; readonly label: string }[];
};

export function SelectField(props: SelectFieldProps) {
  const { path, label, value, onChange, hint, prompt, choices } = props;
  return (
    <Field path={path} label={label} hint={hint}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {prompt === undefined ? null : <option value="">{prompt}</option>}
          {choices.map(({ code, label: text }) => (
            <option key={code} value={code}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type RelationFieldProps = {
  readonly path: string;
  readonly label: string;
  /** GB/T 4761; null while nothing is chosen. */
  readonly value: number | null;
  readonly onChange: (relation: number | null) => void;
  readonly hint?: string | undefined;
  /** Nobody joins as head where there is one. */
  readonly noHead?: boolean;
};

/** Relations to the head in groups, so that one of a hundred is found by how close it is. */
export function RelationField(props: RelationFieldProps) {
  const { path, label, value, onChange, hint, noHead = false } = props;
  const { d, codes } = useDesk();
  const groups = Map.groupBy(
    codes.choices("relation").filter(({ code }) => !noHead || code !== 2),
    ({ code }) => groupOf(Number(code)),
  );
  return (
    <Field path={path} label={label} hint={hint}>
      {(control) => (
        <select
          {...control}
          value={value ?? ""}
          onChange={(event) =>
            onChange(event.target.value === "" ? null : Number(event.target.value))
          }
        >
          <option value="">{d.acts.form.chooseRelation}</option>
          {[...groups].map(([group, choices]) => (
            <optgroup key={group} label={d.acts.form.groups[group]}>
              {choices.map(({ code, label: text }) => (
                <option key={code} value={code}>
                  {text}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}
