import { FieldError } from "../../../ui/field-error.tsx";
import { useCaseWords } from "./use-case-words.ts";

export type Heard = "agrees" | "disagrees";

type HeardChoiceProps = {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly chosen: Heard | null;
  readonly fault: string | null;
  readonly onChoose: (heard: Heard) => void;
};

/** What a child or ward said when they were asked. */
export function HeardChoice({ id, title, hint, chosen, fault, onChoose }: HeardChoiceProps) {
  const { word: words } = useCaseWords();
  return (
    <fieldset className="field" aria-describedby={`${id}-hint ${id}-fault`}>
      <legend>{title}</legend>
      <p id={`${id}-hint`} className="field-hint">
        {hint}
      </p>
      <FieldError id={`${id}-fault`} text={fault} />
      {(["agrees", "disagrees"] as const).map((heard) => (
        <label key={heard} className="choice">
          <input
            type="radio"
            name={id}
            checked={chosen === heard}
            onChange={() => onChoose(heard)}
          />
          <span className="choice-title">{words[heard]}</span>
        </label>
      ))}
    </fieldset>
  );
}
