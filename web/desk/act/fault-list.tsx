import { Alert } from "antd";
import { useEffect, useRef } from "react";
import { useDesk } from "../use-desk.tsx";
import { focusField } from "./faults.tsx";
import type { Said } from "./remarks.ts";

/** What is wrong, and the name of its field as the form shows it. */
export type Fault = Said & { readonly field: string };

/** Everything that is in the way, each leading to its field; takes the focus, so it is heard. */
export function FaultList({ said }: { readonly said: readonly Fault[] }) {
  const { d } = useDesk();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said.length > 0) place.current?.focus();
  }, [said]);
  if (said.length === 0) return null;
  return (
    <div ref={place} tabIndex={-1} className="problem" data-refused>
      <Alert
        type="error"
        showIcon
        title={`${d.acts.preview.refused}: ${d.acts.form.hasFaults(said.length)}`}
        description={
          <ul className="faults">
            {said.map(({ path, field, text, clause }) => (
              <li key={`${path}-${text}`}>
                {path === null ? (
                  text
                ) : (
                  <button type="button" className="link" onClick={() => focusField(path)}>
                    {field === "" ? text : `${field}: ${text}`}
                  </button>
                )}
                {clause === null ? null : (
                  <span className="hint"> {d.acts.preview.clause(clause)}</span>
                )}
              </li>
            ))}
          </ul>
        }
      />
    </div>
  );
}
