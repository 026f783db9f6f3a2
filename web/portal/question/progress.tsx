import { useSpeech } from "../../i18n/use-messages.tsx";

type ProgressProps = {
  readonly done: number;
  /** Questions likely after this one, on average. */
  readonly likely: number;
  /** Whether another question can come at all. */
  readonly last: boolean;
};

/** How far it is, as the engine expects it: an average over the answers, so it says "about". */
export function Progress({ done, likely, last }: ProgressProps) {
  const { m } = useSpeech();
  const share = done / (done + 1 + likely);
  const more = Math.round(likely);
  const words = last
    ? m.question.last
    : more === 0
      ? m.question.perhapsLast
      : m.question.about(more);
  return (
    <div className="progress">
      <p>
        <strong>{m.question.number(done + 1)}</strong> <span>{words}</span>
      </p>
      <div className="progress-line" aria-hidden="true">
        <div style={{ inlineSize: `${Math.round(share * 100)}%` }} />
      </div>
    </div>
  );
}
