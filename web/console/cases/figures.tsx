import { useTexts } from "../use-texts.ts";
import type { CaseAudit } from "./shapes.ts";

/** What there is to know at a glance. */
export function Figures({ audit }: { readonly audit: CaseAudit }) {
  const t = useTexts();
  const { cases: words } = t;
  const { times, against, reversed, overdue } = audit;
  const length = (days: number | null) =>
    days === null ? words.tooFew : words.days(t.number(days));
  const shown = {
    decided: words.cases(t.number(times.decided)),
    median: length(times.median),
    slowest: length(times.slowest),
    against: words.cases(t.number(against)),
    reversed: words.cases(t.number(reversed)),
    overdue: words.cases(t.number(overdue.count)),
  };
  return (
    <dl className="figures">
      {Object.entries(words.figures).map(([name, label]) => (
        <div key={name} data-warn={name === "overdue" && overdue.count > 0}>
          <dt>{label}</dt>
          <dd>{shown[name as keyof typeof shown]}</dd>
        </div>
      ))}
    </dl>
  );
}
