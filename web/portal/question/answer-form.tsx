import type { Fact, PlainValue } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Choice, ChoiceGroup } from "../../ui/choice.tsx";
import { kindFact, notYet, type Answer } from "../journey/journey.ts";
import { listKindsAt } from "../place/place-kinds.ts";
import { usePortal } from "../shell/use-portal.tsx";
import { CodeForm } from "./code-form.tsx";
import { DateForm } from "./date-form.tsx";
import { NumberForm } from "./number-form.tsx";

export type AnswerFormProps = {
  readonly fact: Fact;
  readonly given: Answer | undefined;
  readonly labelledBy: string;
  readonly onAnswer: (value: PlainValue | null) => void;
};

/** The right way to answer for the fact's type; "I don't know" is always one of the answers. */
export function AnswerForm(props: AnswerFormProps) {
  const { fact, given, labelledBy, onAnswer } = props;
  const { m } = useSpeech();
  return (
    <div className="answer-form">
      <TypedForm {...props} />
      <ChoiceGroup labelledBy={labelledBy}>
        <TypedChoices {...props} />
        {fact.moves === "since" && fact.type.kind === "date" ? (
          <Choice
            look="quiet"
            icon="clock"
            title={m.question.notYet}
            chosen={given?.value === notYet}
            onChoose={() => onAnswer(notYet)}
          />
        ) : null}
        <Choice
          look="quiet"
          icon="ask"
          title={m.question.unsure}
          note={m.question.unsureNote}
          chosen={given?.value === null}
          onChoose={() => onAnswer(null)}
        />
      </ChoiceGroup>
    </div>
  );
}

function TypedForm({ fact, given, labelledBy, onAnswer }: AnswerFormProps) {
  const { pack, today } = usePortal();
  const { type } = fact;
  const value = given?.value;
  if (type.kind === "date") {
    const iso = typeof value === "string" && value !== notYet ? value : undefined;
    const latest = fact.moves === "since" ? today : undefined;
    return <DateForm given={iso} latest={latest} labelledBy={labelledBy} onAnswer={onAnswer} />;
  }
  if (type.kind === "number") {
    const number = typeof value === "number" ? value : undefined;
    return <NumberForm type={type} given={number} labelledBy={labelledBy} onAnswer={onAnswer} />;
  }
  if (type.kind === "code") {
    const code = typeof value === "string" ? value : undefined;
    return (
      <CodeForm
        system={type.system}
        places={pack.places}
        given={code}
        labelledBy={labelledBy}
        onAnswer={onAnswer}
      />
    );
  }
  return null;
}

function TypedChoices({ fact, given, onAnswer }: AnswerFormProps) {
  const { m, say } = useSpeech();
  const { pack, journey } = usePortal();
  const { type } = fact;
  if (type.kind === "boolean") {
    return ([true, false] as const).map((value) => (
      <Choice
        key={String(value)}
        icon={value ? "yes" : "no"}
        title={value ? m.question.yes : m.question.no}
        chosen={given?.value === value}
        onChoose={() => onAnswer(value)}
      />
    ));
  }
  if (type.kind === "enum") {
    const place = pack.places.find(({ code }) => code === journey.county);
    const isKind = fact.name === kindFact && place !== undefined;
    const values = isKind ? listKindsAt(pack.vocabulary, place) : type.values;
    return values.map(({ id, label }) => (
      <Choice
        key={id}
        icon={given?.value === id ? "yes" : "turn"}
        title={say(label)}
        note={isKind ? m.kindNotes[id] : undefined}
        chosen={given?.value === id}
        onChoose={() => onAnswer(id)}
      />
    ));
  }
  return null;
}
