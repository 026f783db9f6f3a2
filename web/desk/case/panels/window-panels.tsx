// What people say at a window, each on a paper they signed.
import { useDesk } from "../../use-desk.tsx";
import { useCaseWork } from "../case-work.ts";
import { StepForm } from "../step-form.tsx";
import { useStepDraft } from "../use-step-draft.ts";
import { WordsField } from "./plain-panels.tsx";
import { Radios } from "./radios.tsx";
import { type PaperDraft, PaperFields, readPaper, startPaper } from "./signed-paper.tsx";
import { readSigner, SignerField } from "./signer-field.tsx";

export function WithdrawPanel() {
  const { d } = useDesk();
  const { draft, change, form } = useStepDraft("withdraw", startPaper);
  const words = d.case.panel;
  const onPaper = readPaper(draft);
  return (
    <StepForm
      {...form}
      lead={words.withdrawLead}
      faults={new Map(onPaper === undefined ? [["issued", words.wrongDay]] : [])}
      body={onPaper === undefined ? null : { do: "withdraw", onPaper }}
    >
      <PaperFields value={draft} onChange={change} />
    </StepForm>
  );
}

type ReviewAskDraft = {
  readonly why: string;
  readonly signer: string;
  readonly heard: "agrees" | "disagrees" | "nobody";
  readonly paper: PaperDraft;
};

/** Somebody of the case asks for review at the window. */
export function AskReviewPanel() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const { draft, change, form } = useStepDraft<ReviewAskDraft>("ask-review", () => ({
    why: "",
    signer: "",
    heard: "nobody",
    paper: startPaper(),
  }));
  const words = d.case.panel;
  const why = draft.why.trim();
  const only = seen.people.length === 1 ? seen.people[0] : undefined;
  const signer = readSigner(draft.signer, only);
  const paper = readPaper(draft.paper);
  const faults = new Map([
    ...(signer === undefined ? [["signer", words.signerWrong] as const] : []),
    ...(why === "" ? [["why", words.required] as const] : []),
    ...(paper === undefined ? [["issued", words.wrongDay] as const] : []),
  ]);
  const decided = seen.decisions.some(({ waits }) => !waits);
  const body =
    signer === undefined || why === "" || paper === undefined
      ? null
      : ({
          do: "ask-review",
          against: decided ? "decision" : "silence",
          why,
          heard: draft.heard === "nobody" ? null : draft.heard,
          window: { signer, paper },
        } as const);
  return (
    <StepForm {...form} lead={words.reviewLead} faults={faults} body={body}>
      <SignerField
        person={only}
        value={draft.signer}
        onChange={(next) => change({ ...draft, signer: next })}
      />
      <WordsField
        path="why"
        label={words.reviewAsk}
        value={draft.why}
        onChange={(next) => change({ ...draft, why: next })}
      />
      {seen.people.some(({ hear }) => hear) ? (
        <Radios
          path="heard"
          legend={words.concerns}
          choices={[
            ["nobody", words.nobodyHeard],
            ["agrees", words.heards.agrees],
            ["disagrees", words.heards.disagrees],
          ]}
          value={draft.heard}
          onChange={(heard) => change({ ...draft, heard })}
        />
      ) : null}
      <PaperFields value={draft.paper} onChange={(next) => change({ ...draft, paper: next })} />
    </StepForm>
  );
}
