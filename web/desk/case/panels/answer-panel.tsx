import { Button } from "antd";
import { packUrl } from "virtual:pack";
import type { DeskCase } from "../../../../src/casework/desk/contract.ts";
import type { Fact, Pack } from "../../../../src/policy/browser.ts";
import { type Answers, factOf, withAnswers } from "../../../portal/my/cases/notice-answers.ts";
import { ProblemNotice } from "../../../staff/problem-notice.tsx";
import { useLoad } from "../../../staff/use-load.ts";
import { Waiting } from "../../../staff/waiting.tsx";
import { Group } from "../../act/fields/group.tsx";
import { readOfficeToday } from "../../shared/day.ts";
import { useDesk } from "../../use-desk.tsx";
import { Asked, useAnswerWords } from "../../window-application/question-part.tsx";
import { useCaseWork } from "../case-work.ts";
import { StepForm } from "../step-form.tsx";
import { useStepDraft } from "../use-step-draft.ts";
import { type PaperDraft, PaperFields, readPaper, startPaper } from "./signed-paper.tsx";

type Missing = NonNullable<DeskCase["notice"]>["missing"][number];

type AnswerDraft = { readonly answers: Answers; readonly paper: PaperDraft };

/** The notice answered at the window: facts as the person says them, papers as they were taken in above. */
export function AnswerPanel() {
  const { d, call } = useDesk();
  const { seen } = useCaseWork();
  const { loaded, reload } = useLoad<Pack>("pack", (signal) => call(packUrl, { signal }));
  const { draft, change, form } = useStepDraft<AnswerDraft>("answer", () => ({
    answers: {},
    paper: startPaper(),
  }));
  const words = d.case.panel;
  const onPaper = readPaper(draft.paper);
  const { dossier, form: filled } = seen.application;
  const body =
    onPaper === undefined
      ? null
      : ({
          do: "answer",
          dossier: withAnswers(dossier, draft.answers, readOfficeToday()),
          form: filled,
          onPaper,
        } as const);
  return (
    <StepForm
      {...form}
      lead={words.answerLead}
      faults={new Map(onPaper === undefined ? [["issued", words.wrongDay]] : [])}
      body={body}
    >
      {loaded.state === "failed" ? (
        <ProblemNotice problem={loaded.problem} onAgain={reload} />
      ) : null}
      {loaded.state === "loading" ? <Waiting slow={loaded.slow} /> : null}
      {loaded.state === "here" ? (
        <Group legend={words.told}>
          {(seen.notice?.missing ?? []).map((item) => (
            <ToldItem
              key={item.key}
              item={item}
              fact={factOf(loaded.value, item)}
              answers={draft.answers}
              onAnswers={(answers) => change({ ...draft, answers })}
            />
          ))}
        </Group>
      ) : null}
      <PaperFields value={draft.paper} onChange={(paper) => change({ ...draft, paper })} />
    </StepForm>
  );
}

type ToldItemProps = {
  readonly item: Missing;
  /** Undefined for a paper. */
  readonly fact: Fact | undefined;
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
};

/** A fact is asked in its place; of a paper it says whether it is here. */
function ToldItem({ item, fact, answers, onAnswers }: ToldItemProps) {
  const { d, say } = useDesk();
  const { seen } = useCaseWork();
  const inWords = useAnswerWords();
  const words = d.case.panel;
  const { key } = item;
  if (fact === undefined) {
    const isHere = seen.documents.some(({ paper }) => paper === key);
    return (
      <p className="told-item">
        {say(item.label)} <strong>{isHere ? words.here : words.notHere}</strong>
      </p>
    );
  }
  const said = answers[key];
  if (said === undefined)
    return (
      <div className="told-item">
        <Asked fact={fact} onAnswer={(value) => onAnswers({ ...answers, [key]: value })} />
      </div>
    );
  const others = Object.fromEntries(Object.entries(answers).filter(([name]) => name !== key));
  return (
    <p className="told-item">
      {say(item.label)}: <strong>{inWords.value(fact, said)}</strong>{" "}
      <Button
        size="small"
        aria-label={`${d.window.again}: ${say(item.label)}`}
        onClick={() => onAnswers(others)}
      >
        {d.window.again}
      </Button>
    </p>
  );
}
