import { useState } from "react";
import type { Fact } from "../../../../src/policy/browser.ts";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Button } from "../../../ui/button.tsx";
import { Opener } from "../../../ui/opener.tsx";
import { describeAnswer } from "../../journey/describe-value.ts";
import { kindFact } from "../../journey/journey.ts";
import { AnswerForm } from "../../question/answer-form.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { answersIn, withStated } from "../draft/answers.ts";
import type { Draft } from "../draft/draft.ts";
import { useApplyWords } from "../use-words.ts";

type AnswersPartProps = {
  readonly draft: Draft;
  /** Facts that are asked now. */
  readonly asked: readonly Fact[];
  readonly onChange: (draft: Draft) => void;
};

/** What is still asked, and what was said, each to be answered or changed in its place. */
export function AnswersPart({ draft, asked, onChange }: AnswersPartProps) {
  const { proof: words } = useApplyWords();
  const { pack } = usePortal();
  const find = (name: string) => pack.vocabulary.facts.find((fact) => fact.name === name);
  const given = answersIn(draft);
  const said = given.flatMap(({ fact }) => find(fact) ?? []);
  const rows = { draft, onChange };
  return (
    <>
      {asked.length === 0 ? null : (
        <section className="apply-part" aria-labelledby="asked-now">
          <h2 id="asked-now">{words.open.title}</h2>
          <p className="soft">{words.open.note}</p>
          {asked.map((fact) => (
            <Row key={fact.name} fact={fact} isOpen {...rows} />
          ))}
        </section>
      )}
      {said.length === 0 ? null : (
        <section className="apply-part" aria-labelledby="said-before">
          <h2 id="said-before">{words.said.title}</h2>
          <p className="soft">{words.said.note}</p>
          {said.map((fact) => (
            <Row key={fact.name} fact={fact} isOpen={false} {...rows} />
          ))}
        </section>
      )}
    </>
  );
}

type RowProps = {
  readonly fact: Fact;
  readonly isOpen: boolean;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
};

/** One fact: its answer and the way to change it, or its question. */
function Row({ fact, isOpen, draft, onChange }: RowProps) {
  const { proof: words } = useApplyWords();
  const { m, say } = useSpeech();
  const { pack, today } = usePortal();
  const [changing, setChanging] = useState(isOpen);
  const given = answersIn(draft).find((each) => each.fact === fact.name);
  const id = `fact-${fact.name.replaceAll(".", "-")}`;
  const label = say(fact.label);
  if (!changing)
    return (
      <div className="apply-said" id={id} tabIndex={-1}>
        <span className="soft">{label}</span>
        <strong>{given === undefined ? "—" : describeAnswer(fact, given, pack, m, say)}</strong>
        {fact.question === undefined && fact.name !== kindFact ? null : (
          <Button look="link" label={words.changeWhat(label)} onPress={() => setChanging(true)}>
            {words.change}
          </Button>
        )}
      </div>
    );
  return (
    <section className="apply-card" aria-labelledby={`${id}-question`}>
      <h3 id={`${id}-question`}>{say(fact.question ?? fact.label)}</h3>
      <AnswerForm
        fact={fact}
        given={given}
        labelledBy={`${id}-question`}
        onAnswer={(value) => {
          onChange(withStated(draft, fact.name, value, today));
          setChanging(false);
          // The row takes the place of the question, and the focus with it.
          requestAnimationFrame(() => document.getElementById(id)?.focus());
        }}
      />
      {fact.why === undefined ? null : (
        <Opener look="link" summary={m.question.why}>
          <p>{say(fact.why)}</p>
        </Opener>
      )}
      {given === undefined ? null : (
        <Button look="link" onPress={() => setChanging(false)}>
          {words.keep}
        </Button>
      )}
    </section>
  );
}
