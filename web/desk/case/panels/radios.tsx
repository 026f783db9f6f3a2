import { fieldId, useFault } from "../../act/faults.tsx";

type RadiosProps<V extends string> = {
  readonly path: string;
  readonly legend: string;
  readonly choices: readonly (readonly [value: V, label: string])[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
};

/** One of a few, with what is wrong below. */
export function Radios<V extends string>(props: RadiosProps<V>) {
  const { path, legend, choices, value, onChange } = props;
  const fault = useFault(path);
  const id = fieldId(path);
  return (
    <fieldset className="choices" id={id} tabIndex={-1} data-fault={fault !== undefined}>
      <legend>{legend}</legend>
      {choices.map(([each, label]) => (
        <label key={each}>
          <input type="radio" name={id} checked={value === each} onChange={() => onChange(each)} />
          {label}
        </label>
      ))}
      {fault === undefined ? null : <p className="field-error">{fault}</p>}
    </fieldset>
  );
}
