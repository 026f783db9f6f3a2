type EitherFieldProps<T extends string> = {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
};

/** One of a few. */
export function EitherField<T extends string>(props: EitherFieldProps<T>) {
  const { name, legend, options, value, onChange } = props;
  return (
    <fieldset className="together-choice">
      <legend>{legend}</legend>
      {options.map(([each, label]) => (
        <label key={each}>
          <input
            type="radio"
            name={name}
            value={each}
            checked={value === each}
            onChange={() => onChange(each)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
