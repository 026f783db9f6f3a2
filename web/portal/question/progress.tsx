import { useSpeech } from "../../i18n/use-messages.tsx";

/**
 * How far it is, honestly: every question that can still matter is counted, so the end can only come
 * sooner than it says.
 */
export function Progress({ done, more }: { readonly done: number; readonly more: number }) {
  const { m } = useSpeech();
  const share = done / (done + 1 + more);
  return (
    <div className="progress">
      <p>
        <strong>{m.question.number(done + 1)}</strong>{" "}
        <span>{more === 0 ? m.question.last : m.question.atMost(more)}</span>
      </p>
      <div className="progress-line" aria-hidden="true">
        <div style={{ inlineSize: `${Math.round(share * 100)}%` }} />
      </div>
    </div>
  );
}
