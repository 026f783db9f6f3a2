import { FieldError } from "../../../ui/field-error.tsx";

type SelectFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly empty: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly value: string;
  readonly fault: string | null;
  readonly onChange: (value: string) => void;
};

export function SelectField(props: SelectFieldProps) {
  const { id, label, empty, options, value, fault, onChange } = props;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <FieldError id={`${id}-error`} text={fault} />
      <select
        id={id}
        className="input"
        value={value}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-error`}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{empty}</option>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
