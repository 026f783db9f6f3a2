// The register follows: by itself, or with everything before it in one visit.
import { useState } from "react";
import { useDesk } from "../../use-desk.tsx";
import type { WeightyStep } from "../../../../src/casework/desk/contract.ts";
import { useCaseWork } from "../case-work.ts";
import { StepForm } from "../step-form.tsx";
import { lackingIn } from "../steps.ts";
import { lastOf, type StepPreview, usePreview } from "../use-preview.ts";
import { useStepDraft } from "../use-step-draft.ts";
import { useNames } from "../use-words.ts";
import {
  type ArrangementDraft,
  chosenHome,
  emptyArrangement,
  readArrangement,
} from "./arrangement.ts";
import { ArrangementFields } from "./arrangement-fields.tsx";
import { ClauseField, SecondNote } from "./decide-panel.tsx";
import { PapersField } from "./papers-field.tsx";
import { isClear, PreviewPane } from "./preview-pane.tsx";

/** The step with its arrangement, and what it leads to; what is left behind is known from the preview before. */
function useArranged(
  draft: ArrangementDraft,
  granted: readonly number[],
  bodyOf: (arrangement: ReturnType<typeof readArrangement>) => WeightyStep | null,
) {
  const { seen } = useCaseWork();
  const [known, setKnown] = useState<StepPreview | null>(null);
  const home = chosenHome(seen.application.form);
  const movers = seen.people.flatMap(({ member, person, willing }) =>
    willing && granted.includes(member) && person !== null ? [person] : [],
  );
  const body = bodyOf(readArrangement(draft, home, known, movers));
  // People see each of these looks: which papers were seen beside the first changes nothing in it.
  const preview = usePreview(
    body?.do === "complete" ? { ...body, seen: body.seen.slice(0, 1) } : body,
  );
  const last = lastOf(preview);
  if (last !== null && last !== known) setKnown(last);
  return { body, preview, home, movers, known };
}

/** Registers those granted who are willing. */
export function EffectPanel() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const { draft, change, form } = useStepDraft("effect", () => emptyArrangement);
  const granted = seen.decisions.findLast(({ waits }) => !waits)?.granted ?? [];
  const arranged = useArranged(draft, granted, (arrangement) => ({
    do: "effect",
    ...arrangement,
  }));
  const { body, preview, home, movers, known } = arranged;
  return (
    <StepForm
      {...form}
      lead={d.case.panel.effectLead}
      body={body}
      ready={isClear(preview)}
      aside={<PreviewPane preview={preview} />}
    >
      <ArrangementFields
        draft={draft}
        home={home}
        movers={movers}
        preview={known}
        onChange={change}
      />
      <p className="hint">{d.case.bar.final}</p>
    </StepForm>
  );
}

/** Everything at once where everything is proved; else what it still lacks. */
export function CompletePanel() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const { draft, change, form } = useStepDraft("complete", () => ({
    papers: [...new Set(seen.documents.map(({ paper }) => paper))] as readonly string[],
    clause: "",
    arrangement: emptyArrangement,
  }));
  const everyone = seen.people.map(({ member }) => member);
  const { papers, clause, arrangement } = draft;
  const lacking = lackingIn(seen);
  const arranged = useArranged(arrangement, everyone, (sent) =>
    lacking.length > 0
      ? null
      : {
          do: "complete",
          seen: papers.map((kind) => ({ kind })),
          clause: clause === "" ? null : clause,
          ...sent,
        },
  );
  const { body, preview, home, movers, known } = arranged;
  return (
    <StepForm
      {...form}
      lead={d.case.panel.completeLead}
      body={body}
      ready={isClear(preview)}
      blocked={lacking.length > 0}
      {...(lacking.length > 0 ? {} : { aside: <PreviewPane preview={preview} /> })}
    >
      {lacking.length > 0 ? (
        <Lacking />
      ) : (
        <>
          <PapersField value={papers} onChange={(next) => change({ ...draft, papers: next })} />
          <ArrangementFields
            draft={arrangement}
            home={home}
            movers={movers}
            preview={known}
            onChange={(next) => change({ ...draft, arrangement: next })}
          />
          <ClauseField value={clause} onChange={(next) => change({ ...draft, clause: next })} />
          <SecondNote preview={preview} />
        </>
      )}
    </StepForm>
  );
}

/** What stands between the case and one visit, in words. */
function Lacking() {
  const { d, say } = useDesk();
  const { seen } = useCaseWork();
  const names = useNames();
  const words = d.case.panel;
  const { advice } = seen;
  const waiting = (advice?.departments ?? []).filter(({ state }) => state === "waiting");
  const text = {
    noAdvice: () => words.lacks.noAdvice,
    advice: () => words.lacks.advice(d.case.advice.outcomes[advice?.outcome ?? "unknown"]),
    covered: words.lacks.covered,
    second: words.lacks.second,
    consent: words.lacks.consent,
    departments: () => words.lacks.departments(d.case.list(waiting.map(({ label }) => say(label)))),
  };
  return (
    <div data-lacking>
      <p>
        <strong>{words.lacking}</strong>
      </p>
      <ul>
        {lackingIn(seen).map(({ lack, members }) => (
          <li key={lack}>
            {lack === "advice" || lack === "noAdvice" || lack === "departments"
              ? text[lack]()
              : text[lack](names(members))}
          </li>
        ))}
      </ul>
    </div>
  );
}
