import { Steps } from "antd";
import { PageHeading } from "../../staff/heading.tsx";
import { useDesk } from "../use-desk.tsx";
import type { ActForm, FormContext } from "./act-form.ts";
import { CheckStage } from "./check-stage.tsx";
import type { SharedDraft } from "./draft.ts";
import { FillStage } from "./fill-stage.tsx";
import { LoserStage } from "./loser-stage.tsx";
import { ReceiptStage } from "./receipt-stage.tsx";
import { useActFlow } from "./use-act-flow.ts";

type ActFlowProps<D extends SharedDraft> = {
  readonly name: string;
  readonly form: ActForm<D>;
  readonly context: FormContext;
};

/** One act from the form to the receipt: fill in, see what will change, confirm. */
export function ActFlow<D extends SharedDraft>({ name, form, context }: ActFlowProps<D>) {
  const { d } = useDesk();
  const flow = useActFlow(form, context);
  const { stage } = flow;
  const title = d.acts.titles[name] ?? name;
  const at = { fill: 0, check: 1, lost: 1, done: 2 }[stage.stage];
  return (
    <>
      <PageHeading>{title}</PageHeading>
      <p className="lead">{d.acts.leads[name] ?? ""}</p>
      <Steps
        className="steps"
        size="small"
        current={at}
        responsive={false}
        items={d.acts.form.steps.map((step) => ({ title: step }))}
      />
      {stage.stage === "fill" ? (
        <FillStage
          form={form}
          draft={flow.draft}
          context={context}
          seen={flow.seen}
          said={stage.said}
          problem={stage.problem}
          declarants={flow.declarants}
          onChange={flow.change}
          onCheck={flow.check}
          onDiscard={flow.discard}
        />
      ) : null}
      {stage.stage === "check" ? (
        <CheckStage
          preview={stage.preview}
          problem={stage.problem}
          context={context}
          onBack={flow.back}
          onConfirm={() => flow.confirm(stage.preview)}
        />
      ) : null}
      {stage.stage === "lost" ? (
        <LoserStage problem={stage.problem} onAgain={flow.check} onFresh={flow.afresh} />
      ) : null}
      {stage.stage === "done" ? <ReceiptStage receipt={stage.receipt} /> : null}
    </>
  );
}
