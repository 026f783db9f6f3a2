import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";
import type { CaseAudit } from "./shapes.ts";

/** What is overdue today, the longest first. */
export function OverdueTable({ overdue: { count, cases } }: Pick<CaseAudit, "overdue">) {
  const t = useTexts();
  const { cases: words } = t;
  const { columns, ...said } = words.overdue;
  const place = usePlace();
  return (
    <section aria-labelledby="overdue">
      <h2 id="overdue">{said.title}</h2>
      {count === 0 ? <p>{said.empty}</p> : null}
      {cases.length < count ? <p>{said.shown(t.number(cases.length), t.number(count))}</p> : null}
      {count === 0 ? null : (
        <table className="console-table">
          <thead>
            <tr>
              {Object.entries(columns).map(([name, label]) => (
                <th key={name} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cases.map(({ county, reference, service, stage, due, late }) => (
              <tr key={`${county} ${reference}`}>
                <th scope="row">
                  {reference}
                  <span className="console-soft">
                    {words.services[service] ?? service} · {place(county)}
                  </span>
                </th>
                <td data-label={columns.stage}>{words.stages[stage] ?? stage}</td>
                <td data-label={columns.due}>{t.day(due)}</td>
                <td data-label={columns.late} data-bad="true">
                  {words.days(t.number(late))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
