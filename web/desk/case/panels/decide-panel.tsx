import type { Explanation } from "../../../../src/policy/browser.ts";
import { clauseName } from "../../../portal/my/clause-name.ts";
import { Group } from "../../act/fields/group.tsx";
import { SelectField } from "../../act/fields/select-field.tsx";
import { useDesk } from "../../use-desk.tsx";
import { useCaseWork } from "../case-work.ts";
import { StepForm } from "../step-form.tsx";
import { advisedFor, advisedGrant } from "../steps.ts";
import { useNames } from "../use-words.ts";
import { usePreview } from "../use-preview.ts";
import { useStepDraft } from "../use-step-draft.ts";
import { type DecisionDraft, readDecision, startDecision, type Verdict } from "./decision.ts";
import { WordsField } from "./plain-panels.tsx";
import { isClear, PreviewPane } from "./preview-pane.tsx";

/** As the rules advise, in one key; the letter is shown before it is sent. */
export function AsAdvisedPanel() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const names = useNames();
  const { form } = useStepDraft("as-advised", () => null);
  const granted = advisedGrant(seen);
  const body =
    granted === undefined
      ? null
      : ({ do: "decide", granted, clause: null, against: null } as const);
  const preview = usePreview(body);
  const words = d.case;
  return (
    <StepForm
      {...form}
      body={body}
      ready={isClear(preview)}
      aside={<PreviewPane preview={preview} />}
    >
      <p>
        <strong>
          {granted === undefined || granted.length === 0
            ? words.course.refusedAll
            : words.course.granted(names(granted))}
        </strong>
      </p>
      <SecondNote preview={preview} />
    </StepForm>
  );
}

/** Whether it counts at once, and what can change it after. */
export function SecondNote({ preview }: { readonly preview: ReturnType<typeof usePreview> }) {
  const { d } = useDesk();
  const words = d.case;
  if (preview?.state !== "here" || preview.value.refusals.length > 0) return null;
  return (
    <p className="hint">
      {preview.value.second
        ? `${words.panel.second} ${words.bar.canSendBack}`
        : `${words.panel.onlyYou} ${words.bar.final}`}
    </p>
  );
}

/** Each of the people, the ground, and a reason of one's own where it is not what is advised. */
export function DecidePanel() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const { draft, change, form } = useStepDraft("decide", () => startDecision(seen));
  const { said, reasoned, decision } = readDecision(seen, draft);
  const complete = said && reasoned;
  const body = complete ? ({ do: "decide", ...decision } as const) : null;
  const preview = usePreview(body);
  const words = d.case.panel;
  const faults = new Map([
    ...(said ? [] : [["verdicts", words.choose] as const]),
    ...(reasoned ? [] : [["against", words.required] as const]),
  ]);
  return (
    <StepForm
      {...form}
      body={body}
      faults={faults}
      ready={isClear(preview)}
      aside={<PreviewPane preview={preview} />}
    >
      <DecisionFields draft={draft} onChange={change} />
      <SecondNote preview={preview} />
    </StepForm>
  );
}

type DecisionFieldsProps = {
  readonly draft: DecisionDraft;
  readonly onChange: (next: DecisionDraft) => void;
};

export function DecisionFields({ draft, onChange }: DecisionFieldsProps) {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const words = d.case.panel;
  const { departs } = readDecision(seen, draft);
  const say = (member: number, verdict: Verdict) =>
    onChange({
      ...draft,
      verdicts: seen.people.map((each) =>
        each.member === member ? verdict : (draft.verdicts[each.member] ?? null),
      ),
    });
  return (
    <>
      <Group legend={words.who} path="verdicts">
        {seen.people.map(({ member, name }) => (
          <fieldset key={member} className="choices verdict-line">
            <legend>
              {name}{" "}
              <span className="soft">
                {words.asAdvised(words.advised[advisedFor(seen, member)])}
              </span>
            </legend>
            {(["grant", "refuse"] as const).map((verdict) => (
              <label key={verdict}>
                <input
                  type="radio"
                  name={`verdict-${member}`}
                  checked={draft.verdicts[member] === verdict}
                  onChange={() => say(member, verdict)}
                />
                {words[verdict]}
              </label>
            ))}
          </fieldset>
        ))}
      </Group>
      <ClauseField value={draft.clause} onChange={(clause) => onChange({ ...draft, clause })} />
      {departs ? (
        <WordsField
          path="against"
          label={words.against}
          hint={words.againstLead}
          value={draft.against}
          onChange={(against) => onChange({ ...draft, against })}
        />
      ) : null}
    </>
  );
}

type ClauseFieldProps = {
  readonly value: string;
  readonly onChange: (clause: string) => void;
};

/** The clause that the decision rests on: one of the grounds of this place. */
export function ClauseField({ value, onChange }: ClauseFieldProps) {
  const { d, say, locale } = useDesk();
  const { seen } = useCaseWork();
  const words = d.case;
  const explanation = seen.advice?.explanation as unknown as Explanation | undefined;
  // Several grounds may stand in one clause.
  const grounds = Map.groupBy(explanation?.grounds ?? [], ({ clause }) => clause);
  const labelOf = (of: Explanation["grounds"]) => [
    of.map(({ title }) => say(title)).join(" / "),
    ...new Set(of.map(({ outcome }) => words.advice.outcomes[outcome])),
  ];
  return (
    <SelectField
      path="clause"
      label={words.panel.ground}
      prompt={words.panel.firstGround}
      value={value}
      choices={[...grounds].map(([code, of]) => ({
        code,
        label: [clauseName(code, locale), ...labelOf(of)].join(" · "),
      }))}
      onChange={onChange}
    />
  );
}
