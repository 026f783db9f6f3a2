import { useDesk } from "../../use-desk.tsx";
import { useCaseWork } from "../case-work.ts";
import { StepForm } from "../step-form.tsx";
import { usePreview } from "../use-preview.ts";
import { useStepDraft } from "../use-step-draft.ts";
import { DecisionFields } from "./decide-panel.tsx";
import { type DecisionDraft, readDecision, startDecision } from "./decision.ts";
import { WordsField } from "./plain-panels.tsx";
import { isClear, PreviewPane } from "./preview-pane.tsx";
import { Radios } from "./radios.tsx";

type Outcome = "upheld" | "reversed" | "ordered";

type ReviewDraft = DecisionDraft & { readonly outcome: Outcome | null; readonly why: string };

/** By somebody who had no hand in the case: the decision stands, is changed, or has to be made at last. */
export function ReviewPanel() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const { draft, change, form } = useStepDraft<ReviewDraft>("decide-review", () => ({
    ...startDecision(seen),
    outcome: null,
    why: "",
  }));
  const words = d.case.panel;
  const review = seen.reviews.find(({ outcome }) => outcome === null);
  const outcomes: readonly Outcome[] =
    review?.against === "silence" ? ["upheld", "ordered"] : ["upheld", "reversed"];
  const changes = draft.outcome === "reversed";
  const { said, reasoned, decision } = readDecision(seen, draft);
  const why = draft.why.trim();
  const last = seen.decisions.findLast(({ waits }) => !waits);
  const kept = { granted: last?.granted ?? [], clause: last?.clause ?? null, against: null };
  const faults = new Map([
    ...(draft.outcome === null ? [["outcome", words.choose] as const] : []),
    ...(changes && !said ? [["verdicts", words.choose] as const] : []),
    ...(changes && !reasoned ? [["against", words.required] as const] : []),
    ...(why === "" ? [["review-why", words.required] as const] : []),
  ]);
  const body =
    faults.size > 0 || draft.outcome === null
      ? null
      : ({
          do: "decide-review",
          outcome: draft.outcome,
          ...(changes ? decision : kept),
          why,
        } as const);
  const preview = usePreview(body);
  return (
    <StepForm
      {...form}
      body={body}
      faults={faults}
      ready={isClear(preview)}
      aside={<PreviewPane preview={preview} />}
      {...(review === undefined ? {} : { lead: words.asked(d.day(review.on), review.why) })}
    >
      <Radios
        path="outcome"
        legend={words.outcome}
        choices={outcomes.map((each) => [each, d.case.course.outcomes[each]] as const)}
        value={draft.outcome}
        onChange={(outcome) => change({ ...draft, outcome })}
      />
      {changes ? (
        <DecisionFields draft={draft} onChange={(next) => change({ ...draft, ...next })} />
      ) : null}
      <WordsField
        path="review-why"
        label={words.reviewWhy}
        value={draft.why}
        onChange={(next) => change({ ...draft, why: next })}
      />
    </StepForm>
  );
}
