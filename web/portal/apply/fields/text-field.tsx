import { FieldError } from "../../../ui/field-error.tsx";

type TextFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly fault: string | null;
  /** Names may be of any script. */
  readonly isName?: boolean;
  readonly maxLength: number;
  readonly onChange: (value: string) => void;
};

export function TextField(props: TextFieldProps) {
  const { id, label, hint, value, fault, isName = false, maxLength, onChange } = props;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} text={fault} />
      <input
        id={id}
        className={isName ? "input name" : "input"}
        dir={isName ? "auto" : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        value={value}
        aria-invalid={fault !== null}
        aria-describedby={hint === undefined ? `${id}-error` : `${id}-hint ${id}-error`}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
