import { Button } from "antd";
import { useMemo, useState, type FormEvent } from "react";
import type { Problem } from "../../staff/api.ts";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useDesk } from "../use-desk.tsx";
import type { ActForm, FormContext, Preview } from "./act-form.ts";
import type { Declarant, SharedDraft } from "./draft.ts";
import { type Fault, FaultList } from "./fault-list.tsx";
import { FaultsContext } from "./faults.tsx";
import { GroundFields } from "./fields/ground-fields.tsx";
import { SignatureFields } from "./fields/signature-fields.tsx";

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
