import { useId, type ReactNode } from "react";
import { fieldId, useFault } from "../faults.tsx";

type GroupProps = {
  readonly legend: string;
  /** Path of what the group becomes, for faults that no single field has. */
  readonly path?: string;
  readonly lead?: string | undefined;
  readonly children: ReactNode;
};

/** A labelled group of fields. */
export function Group({ legend, path = "", lead, children }: GroupProps) {
  const fault = useFault(path);
  const own = useId();
  return (
    <fieldset
      className="group"
      tabIndex={-1}
      id={path === "" ? own : fieldId(path)}
      data-fault={fault !== undefined}
    >
      <legend>{legend}</legend>
      {lead === undefined ? null : <p className="hint">{lead}</p>}
      {fault === undefined ? null : <p className="field-error">{fault}</p>}
      <div className="group-body">{children}</div>
    </fieldset>
  );
}
