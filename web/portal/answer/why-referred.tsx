import type { Decision } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";

/** A case goes to an authority for one of three reasons: the clause says so, texts differ, or one is not held. */
export function WhyReferred({ decision }: { readonly decision: Decision }) {
  const { m, say } = useSpeech();
  const words = m.answer.authority.why;
  const { texts } = decision.asOf;
  const own = texts.at(-1);
  const referring = decision.grounds.filter(({ outcome }) => outcome === "refer");
  const above = texts.filter(
    ({ instrument }) =>
      instrument !== own?.instrument &&
      referring.some((ground) => ground.instrument === instrument),
  );
  const absent = texts.filter(({ held }) => !held);
  const byClause = referring.some(({ instrument }) => instrument === own?.instrument);
  const reasons = [
    ...(byClause ? [words.clause] : []),
    ...(above.length > 0 && own !== undefined
      ? [words.differ(m.list(above.map(({ title }) => say(title))), say(own.title))]
      : []),
    ...(absent.length > 0 ? [words.notHeld(m.list(absent.map(({ title }) => say(title))))] : []),
  ];
  if (reasons.length === 0) return null;
  return (
    <div className="why-referred">
      <h3 className="grounds-title">{words.title}</h3>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}
