import { Button } from "antd";
import { useId, useState } from "react";
import type { Fact, Pack, PlainValue } from "../../../src/policy/browser.ts";
import { Group } from "../act/fields/group.tsx";
import { SelectField } from "../act/fields/select-field.tsx";
import { TextField } from "../act/fields/text-field.tsx";
import { readDay } from "../shared/day.ts";
import { useDesk } from "../use-desk.tsx";
import { without } from "./draft.ts";
import type { PartProps } from "./people-part.tsx";

/** The engine's word for "there is no such day yet". */
const notYet = "none";

type QuestionPartProps = PartProps & {
  readonly pack: Pack;
  readonly next: Fact | undefined;
};

/** What was asked, and the one question that matters most now. */
export function QuestionPart({ draft, onChange, pack, next }: QuestionPartProps) {
  const { d } = useDesk();
  const words = d.window;
  const { answers } = draft;
  const answer = (fact: string, value: PlainValue | null) =>
    onChange({ answers: { ...answers, [fact]: value } });
  const sayAnswer = useAnswerWords();
  return (
    <Group legend={words.questions} path="questions" lead={words.questionsLead}>
      <dl className="facts wide-line">
        {Object.entries(answers).map(([name, value]) => {
          const fact = pack.vocabulary.facts.find((each) => each.name === name);
          if (fact === undefined) return null;
          return (
            <div key={name}>
              <dt>{sayAnswer.label(fact)}</dt>
              <dd>
                {sayAnswer.value(fact, value)}{" "}
                <Button
                  size="small"
                  aria-label={`${words.again}: ${sayAnswer.label(fact)}`}
                  onClick={() => onChange({ answers: without(answers, name) })}
                >
                  {words.again}
                </Button>
              </dd>
            </div>
          );
        })}
      </dl>
      <div className="wide-line" aria-live="polite">
        {draft.kind === "" ? (
          <p className="hint">{words.firstKind}</p>
        ) : next === undefined ? (
          <p className="hint">{words.noQuestions}</p>
        ) : (
          <Asked key={next.name} fact={next} onAnswer={(value) => answer(next.name, value)} />
        )}
      </div>
    </Group>
  );
}

type AskedProps = { readonly fact: Fact; readonly onAnswer: (value: PlainValue | null) => void };

/** One question, with every way to answer it. */
export function Asked({ fact, onAnswer }: AskedProps) {
  const { d, say } = useDesk();
  const words = d.window;
  const title = useId();
  const { type, question, why } = fact;
  return (
    <div role="group" aria-labelledby={title}>
      <p id={title} className="about">
        {question === undefined ? say(fact.label) : say(question)}
      </p>
      {why === undefined ? null : <p className="hint">{say(why)}</p>}
      <TypedAnswer fact={fact} onAnswer={onAnswer} />
      <div className="choices">
        {type.kind === "boolean" ? (
          <>
            <Button onClick={() => onAnswer(true)}>{words.yes}</Button>
            <Button onClick={() => onAnswer(false)}>{words.no}</Button>
          </>
        ) : null}
        {type.kind === "enum"
          ? type.values.map(({ id, label }) => (
              <Button key={id} onClick={() => onAnswer(id)}>
                {say(label)}
              </Button>
            ))
          : null}
        {fact.moves === "since" && type.kind === "date" ? (
          <Button onClick={() => onAnswer(notYet)}>{words.notYet}</Button>
        ) : null}
        <Button onClick={() => onAnswer(null)}>{words.unsure}</Button>
      </div>
    </div>
  );
}

/** An answer that is typed: a day, a number, a place. */
function TypedAnswer({ fact, onAnswer }: AskedProps) {
  const { d, say, codes } = useDesk();
  const words = d.window;
  const [text, setText] = useState("");
  const { type } = fact;
  if (type.kind === "boolean" || type.kind === "enum") return null;
  const shared = { path: "questions.next", label: say(fact.label), value: text, onChange: setText };
  const read = (): PlainValue | undefined => {
    if (type.kind === "date") return readDay(text);
    if (type.kind === "number")
      return text.trim() === "" || Number.isNaN(Number(text)) ? undefined : Number(text);
    return text === "" ? undefined : text;
  };
  const value = read();
  return (
    <div className="look-up">
      {type.kind === "code" ? (
        <SelectField {...shared} prompt={words.kindPrompt} choices={codes.counties} />
      ) : (
        <TextField
          {...shared}
          numeric
          maxLength={20}
          hint={type.kind === "date" ? d.acts.form.dateHint : words.number}
        />
      )}
      <Button disabled={value === undefined} onClick={() => value !== undefined && onAnswer(value)}>
        {words.note}
      </Button>
    </div>
  );
}

/** Facts and answers as people read them. */
export function useAnswerWords() {
  const { d, say, codes } = useDesk();
  const words = d.window;
  return {
    label: (fact: Fact): string => say(fact.label),
    value: ({ type }: Fact, value: PlainValue | null): string => {
      if (value === null) return words.unsure;
      if (typeof value === "boolean") return value ? words.yes : words.no;
      if (value === notYet) return words.notYet;
      if (type.kind === "enum") {
        const found = type.values.find(({ id }) => id === value);
        return found === undefined ? String(value) : say(found.label);
      }
      if (type.kind === "date") return d.day(String(value));
      return type.kind === "code" ? codes.place(Number(value)) : String(value);
    },
  };
}
