import { useEffect } from "react";
import type { Fact } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Opener } from "../../ui/opener.tsx";
import { chooseQuestion, listOpenQuestions } from "../journey/interview.ts";
import { findAnswer, withAnswer, type Journey } from "../journey/journey.ts";
import { BackLink } from "../shell/back-link.tsx";
import { PageHeading } from "../shell/heading.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { Progress } from "./progress.tsx";

/** The question at this number: one that was answered, one asked out of turn, or the next that matters. */
export function QuestionPage({ number }: { readonly number: number }) {
  const { pack, journey, result, visit, go } = usePortal();
  const asked = journey.answers.length;
  const decision = result?.ok === true ? result.value.decision : undefined;
  const find = (name: string | undefined) =>
    pack.vocabulary.facts.find((fact) => fact.name === name);
  const next =
    decision === undefined
      ? undefined
      : (find(visit.aside.fact) ?? chooseQuestion(pack.vocabulary, decision, journey));
  const fact = number <= asked ? find(journey.answers[number - 1]?.fact) : next;
  const beyond = number > asked + 1;
  useEffect(() => {
    if (beyond) go({ page: "question", number: asked + 1 }, { replace: true });
    else if (fact === undefined) go({ page: "answer" }, { replace: true });
  }, [beyond, fact, asked, go]);
  if (beyond || fact === undefined || decision === undefined) return null;
  const open = listOpenQuestions(pack.vocabulary, decision);
  const more = open.filter(({ name }) => name !== fact.name).length;
  return <Question key={fact.name} fact={fact} number={number} more={more} />;
}

type QuestionProps = { readonly fact: Fact; readonly number: number; readonly more: number };

function Question({ fact, number, more }: QuestionProps) {
  const { m, say } = useSpeech();
  const { pack, journey, change, go, visit } = usePortal();
  const topic = pack.vocabulary.topics.find(({ id }) => id === fact.topic);
  const papers = pack.vocabulary.papers.filter(({ id }) => fact.provedBy.includes(id));
  const thenAnswer = visit.aside.thenAnswer === true;
  const answer = (value: Journey["answers"][number]["value"]) => {
    const changed = withAnswer(journey, { fact: fact.name, value });
    change(changed);
    if (thenAnswer) go({ page: "answer" });
    else go({ page: "question", number: changed.answers.length + 1 });
  };
  return (
    <div className="page">
      <BackLink to={stepBefore(number, thenAnswer)} />
      <Progress done={number - 1} more={more} />
      <p className="eyebrow">{topic === undefined ? null : say(topic.label)}</p>
      <PageHeading id="question">{say(fact.question ?? fact.label)}</PageHeading>
      <AnswerForm
        fact={fact}
        given={findAnswer(journey, fact.name)}
        labelledBy="question"
        onAnswer={answer}
      />
      {fact.why === undefined ? null : (
        <Opener look="link" summary={m.question.why}>
          <p>{say(fact.why)}</p>
          {papers.length === 0 ? null : (
            <p>
              {m.question.proves}: {m.list(papers.map(({ label }) => say(label)))}
            </p>
          )}
        </Opener>
      )}
      <div className="aside-actions">
        <Button look="link" onPress={() => go({ page: "answer" })}>
          {m.question.toAnswer}
          <Icon name="skip" size={1} />
        </Button>
      </div>
    </div>
  );
}

function stepBefore(number: number, thenAnswer: boolean) {
  if (thenAnswer) return { page: "answer" } as const;
  if (number === 1) return { page: "family" } as const;
  return { page: "question", number: number - 1 } as const;
}
