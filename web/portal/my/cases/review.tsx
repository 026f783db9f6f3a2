import { type FormEvent, useId, useState } from "react";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { FieldError } from "../../../ui/field-error.tsx";
import { Opener } from "../../../ui/opener.tsx";
import { Block } from "../../answer/block.tsx";
import { standingOf, reviewOf } from "./standing.ts";
import { StepButton, StepFault } from "./step-button.tsx";
import { toTop, useCase } from "./use-case.tsx";
import { useCaseWords } from "./use-case-words.ts";
import { useKept } from "./use-kept.ts";

/** Going on against a decision, or against there being none. Who is content finds it folded away. */
export function Review() {
  const { review: words } = useCaseWords();
  const { seen } = useCase();
  const { m } = useSpeech();
  const asked = reviewOf(seen.timeline);
  const may = seen.allowed.includes("ask-review");
  const courts = [
    ...new Map(
      seen.letters
        .flatMap(({ remedies }) => remedies)
        .filter(({ kind }) => kind === "court")
        .map((remedy) => [remedy.before.en, remedy]),
    ).values(),
  ];
  if (!may && asked === undefined && courts.length === 0) return null;
  const isContent = standingOf(seen) !== "refused" && seen.reviewUntil !== null;
  const content = (
    <>
      {asked === undefined ? null : (
        <p role="status">{asked.decided ? words.decided : words.asked(m.day(asked.asked))}</p>
      )}
      {may ? (
        <>
          <p>{seen.reviewUntil === null ? words.silence : words.lead}</p>
          {seen.reviewUntil === null ? null : (
            <p>
              <strong>{words.until(m.day(seen.reviewUntil))}</strong>
            </p>
          )}
          <ReviewForm />
        </>
      ) : null}
      <Courts courts={courts} />
    </>
  );
  const isSilent = may && seen.reviewUntil === null;
  if (!isContent || asked !== undefined)
    return <Block title={isSilent ? words.silenceTitle : words.title}>{content}</Block>;
  return (
    <Opener summary={words.title}>
      <div className="block">{content}</div>
    </Opener>
  );
}

type Remedies = ReturnType<typeof useCase>["seen"]["letters"][number]["remedies"];

function Courts({ courts }: { readonly courts: Remedies }) {
  const { review: words } = useCaseWords();
  const { m, say } = useSpeech();
  if (courts.length === 0) return null;
  return (
    <>
      <h3 className="block-title">{words.court}</h3>
      {courts.map(({ before, text }) => (
        <p key={before.en}>{m.days(say(text))}</p>
      ))}
      <p className="soft">{words.courtNote}</p>
    </>
  );
}

function ReviewForm() {
  const { review: words } = useCaseWords();
  const { seen, take } = useCase();
  const id = useId();
  const [why, setWhy, forget] = useKept(`${seen.case} review`);
  const [fault, setFault] = useState<string | null>(null);
  const [heard, setHeard] = useState<"agrees" | "disagrees" | null>(null);
  const charge = seen.words.find(({ hear }) => hear);
  const name = charge === undefined ? null : (seen.people[charge.member]?.name ?? "");

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (why.trim() === "") {
      setFault(words.empty);
      document.getElementById(id)?.focus();
      return;
    }
    setFault(null);
    const against = seen.reviewUntil === null ? "silence" : "decision";
    const sent = await take("ask-review", { do: "ask-review", against, why: why.trim(), heard });
    if (!sent) return;
    forget();
    toTop();
  }

  return (
    <form className="field" noValidate onSubmit={(event) => void send(event)}>
      {name === null ? null : <HeardForReview name={name} chosen={heard} onChoose={setHeard} />}
      <label htmlFor={id}>{words.why}</label>
      <p id={`${id}-hint`} className="field-hint">
        {words.whyHint}
      </p>
      <FieldError id={`${id}-fault`} text={fault} />
      <textarea
        id={id}
        className="input"
        rows={4}
        maxLength={2000}
        value={why}
        aria-describedby={`${id}-hint ${id}-fault`}
        aria-invalid={fault !== null}
        onChange={(event) => setWhy(event.target.value)}
      />
      <StepFault name="ask-review" />
      <div className="actions">
        <StepButton name="ask-review">{words.send}</StepButton>
      </div>
    </form>
  );
}

type HeardForReviewProps = {
  readonly name: string;
  readonly chosen: "agrees" | "disagrees" | null;
  readonly onChoose: (heard: "agrees" | "disagrees" | null) => void;
};

/** A review can be asked for a child or ward too; then they are heard first (Civil Code art. 35). */
function HeardForReview({ name, chosen, onChoose }: HeardForReviewProps) {
  const { review: words, word } = useCaseWords();
  const id = useId();
  return (
    <fieldset className="field" aria-describedby={`${id}-hint`}>
      <legend>{words.heard(name)}</legend>
      <p id={`${id}-hint`} className="field-hint">
        {words.who}
      </p>
      {([null, "agrees", "disagrees"] as const).map((heard) => (
        <label key={heard} className="choice">
          <input
            type="radio"
            name={id}
            checked={chosen === heard}
            onChange={() => onChoose(heard)}
          />
          <span className="choice-title">{heard === null ? words.notFor : word[heard]}</span>
        </label>
      ))}
    </fieldset>
  );
}
