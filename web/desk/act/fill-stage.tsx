import { Alert, Button } from "antd";
import { useEffect, useMemo, useRef, useState, type FormEvent } from "react";
import type { Problem } from "../../staff/api.ts";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useDesk } from "../use-desk.tsx";
import type { ActForm, FormContext, Preview } from "./act-form.ts";
import type { Declarant, SharedDraft } from "./draft.ts";
import { FaultsContext, focusField } from "./faults.tsx";
import { GroundFields } from "./fields/ground-fields.tsx";
import { SignatureFields } from "./fields/signature-fields.tsx";
import type { Said } from "./remarks.ts";

/** What is wrong, and the name of its field as the form shows it. */
export type Fault = Said & { readonly field: string };

type FillStageProps<D extends SharedDraft> = {
  readonly form: ActForm<D>;
  readonly draft: D;
  readonly context: FormContext;
  readonly seen: Preview | null;
  /** What is wrong with it, from the last check. */
  readonly said: readonly Fault[];
  readonly problem: Problem | null;
  readonly declarants: readonly Declarant[];
  readonly onChange: (next: D) => void;
  readonly onCheck: () => Promise<void>;
  readonly onDiscard: () => void;
};

/** The form itself: the act's own fields, its ground and papers, the signatures. */
export function FillStage<D extends SharedDraft>(props: FillStageProps<D>) {
  const { form, draft, context, seen, said, problem, declarants, onChange, onCheck, onDiscard } =
    props;
  const { d } = useDesk();
  const [waiting, setWaiting] = useState(false);
  const words = d.acts.form;
  const faults = useMemo(
    () => new Map(said.flatMap(({ path, text }) => (path === null ? [] : [[path, text] as const]))),
    [said],
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setWaiting(true);
    await onCheck();
    setWaiting(false);
  };
  const { Fields } = form;
  return (
    <FaultsContext value={faults}>
      <FaultList said={said} />
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <form className="act-form" noValidate onSubmit={(event) => void submit(event)}>
        <Fields draft={draft} onChange={onChange} context={context} seen={seen} />
        <GroundFields draft={draft} onChange={onChange} clauses={form.clauses} />
        <SignatureFields
          draft={draft}
          onChange={onChange}
          declarants={declarants}
          signedBy={form.signedBy}
        />
        <div className="act-buttons">
          <Button type="primary" size="large" htmlType="submit" loading={waiting}>
            {words.check}
          </Button>
          <Button size="large" onClick={onDiscard}>
            {words.discard}
          </Button>
          <p className="hint">{words.kept}</p>
        </div>
      </form>
    </FaultsContext>
  );
}

/** Everything that is in the way, each leading to its field; takes the focus, so it is heard. */
function FaultList({ said }: { readonly said: readonly Fault[] }) {
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
