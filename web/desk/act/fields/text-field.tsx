import { Input } from "antd";
import type { ReactNode } from "react";
import { fieldId, useFault } from "../faults.tsx";

type FieldProps = {
  readonly path: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: (control: ControlProps) => ReactNode;
};

/** What ties a control to its label, its hint and its fault. */
export type ControlProps = {
  readonly id: string;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby"?: string;
};

/** A labelled field; what is wrong with it stands below it and is read out with it. */
export function Field({ path, label, hint, children }: FieldProps) {
  const fault = useFault(path);
  const id = fieldId(path);
  const described =
    fault === undefined && hint === undefined ? {} : { "aria-describedby": `${id}-say` };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({ id, "aria-invalid": fault !== undefined, ...described })}
      {fault === undefined && hint === undefined ? null : (
        <p id={`${id}-say`} className={fault === undefined ? "hint" : "field-error"}>
          {fault ?? hint}
        </p>
      )}
    </div>
  );
}

type TextFieldProps = {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly maxLength?: number;
  readonly list?: string;
  readonly numeric?: boolean;
};

export function TextField(props: TextFieldProps) {
  const { path, label, value, onChange, hint, maxLength = 120, list, numeric = false } = props;
  return (
    <Field path={path} label={label} hint={hint}>
      {(control) => (
        <Input
          {...control}
          value={value}
          maxLength={maxLength}
          status={control["aria-invalid"] ? "error" : ""}
          {...(list === undefined ? {} : { list })}
          {...(numeric ? { inputMode: "numeric" as const } : {})}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
