import { useSpeech } from "../../i18n/use-messages.tsx";
import type { Together } from "./family.ts";

type TogetherChoiceProps = {
  readonly relation: string;
  readonly title: string;
  readonly value: Together;
  readonly onChange: (together: Together) => void;
};

export function TogetherChoice({ relation, title, value, onChange }: TogetherChoiceProps) {
  const { m } = useSpeech();
  return (
    <fieldset className="together-choice">
      <legend>{title}</legend>
      {(["yes", "no", "unsure"] as const).map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={`together-${relation}`}
            value={choice}
            checked={value === choice}
            onChange={() => onChange(choice)}
          />
          {m.family[choice]}
        </label>
      ))}
    </fieldset>
  );
}
