import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { FieldError } from "../../../ui/field-error.tsx";
import { Block } from "../../answer/block.tsx";
import { StepButton, StepFault } from "./step-button.tsx";
import { useCase } from "./use-case.tsx";
import { useCaseWords } from "./use-case-words.ts";
import { useKept } from "./use-kept.ts";

/** How the service was, once and only for who likes to say. */
export function Rating() {
  const { rating: words } = useCaseWords();
  const { seen } = useCase();
  const thanks = useRef<HTMLParagraphElement>(null);
  const wasRated = useRef(seen.rated);
  useEffect(() => {
    if (seen.rated && !wasRated.current) thanks.current?.focus();
    wasRated.current = seen.rated;
  }, [seen.rated]);
  if (seen.rated) {
    return (
      <p ref={thanks} tabIndex={-1} className="hint">
        {words.thanks}
      </p>
    );
  }
  return seen.allowed.includes("rate") ? (
    <Block title={words.title} hint={words.lead}>
      <RatingForm />
    </Block>
  ) : null;
}

function RatingForm() {
  const { rating: words } = useCaseWords();
  const { seen, take } = useCase();
  const id = useId();
  const [grade, setGrade] = useState<number | null>(null);
  const [why, setWhy, forget] = useKept(`${seen.case} rating`);
  const [isEmpty, setEmpty] = useState(false);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    setEmpty(grade === null);
    if (grade === null) {
      document.querySelector<HTMLElement>(`[name="${id}"]`)?.focus();
      return;
    }
    const said = why.trim();
    const sent = await take("rate", { do: "rate", grade, why: said === "" ? null : said });
    if (sent) forget();
  }

  return (
    <form className="field" noValidate onSubmit={(event) => void send(event)}>
      <fieldset className="grades" aria-describedby={`${id}-fault`}>
        <legend className="unseen">{words.title}</legend>
        {words.grades.map((text, place) => (
          <label key={text} className="grade">
            <input
              type="radio"
              name={id}
              checked={grade === place + 1}
              onChange={() => setGrade(place + 1)}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <FieldError id={`${id}-fault`} text={isEmpty && grade === null ? words.empty : null} />
      <label htmlFor={`${id}-why`}>{words.why}</label>
      <textarea
        id={`${id}-why`}
        className="input"
        rows={3}
        maxLength={2000}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
      <StepFault name="rate" />
      <div className="actions">
        <StepButton name="rate" look="quiet">
          {words.send}
        </StepButton>
      </div>
    </form>
  );
}
