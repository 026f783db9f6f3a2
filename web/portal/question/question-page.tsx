import { useEffect } from "react";
import type { Fact } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Opener } from "../../ui/opener.tsx";
import { describePlaceAndKind } from "../answer/decisive.ts";
import { chooseQuestion } from "../journey/interview.ts";
import { findAnswer, withAnswer, type Journey } from "../journey/journey.ts";
import { coversFamily } from "../service/services.ts";
import { BackLink } from "../shell/back-link.tsx";
import { PageHeading } from "../shell/heading.tsx";
import type { Route } from "../shell/route.ts";
import { usePortal } from "../shell/use-portal.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { Progress } from "./progress.tsx";

/** The question at this number: one that was answered, one asked out of turn, or the next that matters. */
export function QuestionPage({ number }: { readonly number: number }) {
  const { pack, journey, result, visit, go } = usePortal();
  const asked = journey.answers.length;
  const answered = result?.ok === true ? result.value : undefined;
  const find = (name: string | undefined) =>
    pack.vocabulary.facts.find((fact) => fact.name === name);
  const next =
    answered === undefined
      ? undefined
      : (find(visit.aside.fact) ??
        chooseQuestion({ pack, ...answered }, journey.answers.at(-1)?.fact));
  const fact = number <= asked ? find(journey.answers[number - 1]?.fact) : next;
  const beyond = number > asked + 1;
  const done = answered !== undefined && fact === undefined;
  const end = useEnd();
  useEffect(() => {
    if (beyond) go({ page: "question", number: asked + 1 }, { replace: true });
    else if (done) go(end, { replace: true });
  });
  if (beyond || fact === undefined || answered === undefined) return null;
  const { interview } = answered;
  const others = interview.open.filter((name) => name !== fact.name);
  const counted = interview.open.includes(fact.name) ? 1 : 0;
  return (
    <Question
      key={fact.name}
      fact={fact}
      number={number}
      likely={Math.max(0, Math.min(interview.expected - counted, others.length))}
      last={others.length === 0}
    />
  );
}

/** After the last question comes the family, where somebody may come along; then the answer. */
function useEnd(): Route {
  const { pack, journey, result } = usePortal();
  const outcome = result?.ok === true ? result.value.explanation.decision.outcome : undefined;
  const asksFamily =
    journey.family === null &&
    (outcome === "granted" || outcome === "refer") &&
    coversFamily(pack, journey.service);
  return { page: asksFamily ? "family" : "answer" };
}

type QuestionProps = {
  readonly fact: Fact;
  readonly number: number;
  readonly likely: number;
  readonly last: boolean;
};

function Question({ fact, number, likely, last }: QuestionProps) {
  const { m, say } = useSpeech();
  const { pack, journey, change, go, visit } = usePortal();
  const topic = pack.vocabulary.topics.find(({ id }) => id === fact.topic);
  const papers = pack.vocabulary.papers.filter(({ id }) => fact.provedBy.includes(id));
  const { place } = describePlaceAndKind(pack, journey, say);
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
      <Progress done={number - 1} likely={likely} last={last} />
      <p className="eyebrow">
        {[...(topic === undefined ? [] : [say(topic.label)]), place].join(" · ")}
      </p>
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
  if (number === 1) return { page: "county" } as const;
  return { page: "question", number: number - 1 } as const;
}
