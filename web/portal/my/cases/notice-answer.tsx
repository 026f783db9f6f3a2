import { useId, useState } from "react";
import type { PlainValue } from "../../../../src/policy/browser.ts";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Button } from "../../../ui/button.tsx";
import { Opener } from "../../../ui/opener.tsx";
import { Block } from "../../answer/block.tsx";
import { ChangeForm } from "../../apply/change-form.tsx";
import { describeAnswer } from "../../journey/describe-value.ts";
import { AnswerForm } from "../../question/answer-form.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { clauseName } from "../clause-name.ts";
import { factOf, readAnswers, withAnswers } from "./notice-answers.ts";
import type { OwnCase } from "./shapes.ts";
import { StepButton, StepFault } from "./step-button.tsx";
import { toTop, useCase } from "./use-case.tsx";
import { useCaseWords } from "./use-case-words.ts";
import { useKept } from "./use-kept.ts";

type Notice = NonNullable<OwnCase["notice"]>;

/** The one-time notice, answered where it is read: each question in its place, each paper by its name. */
export function NoticeAnswer() {
  const { seen } = useCase();
  const { notice, application } = seen;
  if (notice === null || application === null || !seen.allowed.includes("answer")) return null;
  return <Answering notice={notice} application={application} />;
}

type AnsweringProps = {
  readonly notice: Notice;
  readonly application: NonNullable<OwnCase["application"]>;
};

function Answering({ notice, application }: AnsweringProps) {
  const { notice: words } = useCaseWords();
  const { seen, take } = useCase();
  const { today } = usePortal();
  const { m } = useSpeech();
  const [kept, keep, forget] = useKept(`${seen.case} notice ${notice.on}`);
  const answers = readAnswers(kept);
  const until = seen.deadlines.find(({ limit }) => limit === "answer")?.due ?? null;
  const papers = new Set(seen.documents.map(({ paper }) => paper));
  const open = notice.missing.filter(
    (item) => !(item.key in answers) && !papers.has(item.key),
  ).length;
  const answer = (fact: string, value: PlainValue | null) =>
    keep(JSON.stringify({ ...answers, [fact]: value }));
  const change = (fact: string) =>
    keep(
      JSON.stringify(Object.fromEntries(Object.entries(answers).filter(([key]) => key !== fact))),
    );
  const [edited, setEdited] = useState(application);
  const send = async () => {
    const dossier = withAnswers(edited.dossier, answers, today);
    if (!(await take("answer", { do: "answer", dossier, form: edited.form }))) return;
    forget();
    toTop();
  };
  return (
    <Block title={words.title} hint={words.lead(m.day(notice.on))}>
      {until === null ? null : (
        <p>
          <strong>{words.until(m.day(until))}</strong>
        </p>
      )}
      <ol className="missing-items">
        {notice.missing.map((item) => (
          <MissingItem
            key={item.key}
            item={item}
            given={answers[item.key]}
            isHere={papers.has(item.key)}
            onAnswer={(value) => answer(item.key, value)}
            onChange={() => change(item.key)}
          />
        ))}
      </ol>
      <Opener summary={words.others}>
        <p className="soft">{words.othersNote}</p>
        <ChangeForm application={edited} onChange={setEdited} />
      </Opener>
      {open === 0 ? null : <p className="soft">{words.unfinished(open)}</p>}
      <StepFault name="answer" />
      <div className="actions">
        <StepButton name="answer" onPress={() => void send()}>
          {words.send}
        </StepButton>
        <p className="soft">{words.after}</p>
      </div>
    </Block>
  );
}

type MissingItemProps = {
  readonly item: Notice["missing"][number];
  readonly given: PlainValue | null | undefined;
  /** A paper of this name was handed in. */
  readonly isHere: boolean;
  readonly onAnswer: (value: PlainValue | null) => void;
  readonly onChange: () => void;
};

function MissingItem({ item, given, isHere, onAnswer, onChange }: MissingItemProps) {
  const { notice: words, papers } = useCaseWords();
  const { pack } = usePortal();
  const { m, say, locale } = useSpeech();
  const id = useId();
  const [wasGiven] = useState(given);
  const fact = factOf(pack, item);
  const answer = given === undefined ? undefined : { fact: item.key, value: given };
  return (
    <li>
      <h3 id={id} className="block-title">
        {say(fact?.question ?? item.label)}
      </h3>
      <p className="soft">
        {m.list([
          words.why(clauseName(item.clause, locale)),
          ...(item.notFetched === null ? [] : [say(item.notFetched)]),
        ])}
      </p>
      {fact === undefined ? (
        <p>{isHere ? papers.here : words.paper}</p>
      ) : answer === undefined ? (
        <AnswerForm
          fact={fact}
          given={wasGiven === undefined ? undefined : { fact: item.key, value: wasGiven }}
          labelledBy={id}
          onAnswer={onAnswer}
        />
      ) : (
        <p className="given-answer">
          {m.labelled(words.given, describeAnswer(fact, answer, pack, m, say))}{" "}
          <Button look="link" label={m.labelled(words.change, say(item.label))} onPress={onChange}>
            {words.change}
          </Button>
        </p>
      )}
    </li>
  );
}
