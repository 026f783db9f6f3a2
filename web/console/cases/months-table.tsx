import { useTexts } from "../use-texts.ts";
import type { CaseAudit } from "./shapes.ts";

/** Time to decision month by month: a bar for the eye, numbers for everyone. */
export function MonthsTable({ months }: Pick<CaseAudit, "months">) {
  const t = useTexts();
  const { cases: words } = t;
  const { columns } = words.months;
  const longest = Math.max(1, ...months.map(({ slowest }) => slowest ?? 0));
  const length = (days: number | null) =>
    days === null ? words.tooFew : words.days(t.number(days));
  if (months.length === 0) return null;
  return (
    <section aria-labelledby="months">
      <h2 id="months">{words.months.title}</h2>
      <table className="console-table months">
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
          {months.map(({ month, decided, median, slowest }) => (
            <tr key={month}>
              <th scope="row">{words.months.month(month)}</th>
              <td data-label={columns.decided}>{words.cases(t.number(decided))}</td>
              <td data-label={columns.median}>
                {length(median)}
                {median === null || slowest === null ? null : (
                  <span className="month-bar" aria-hidden="true">
                    <span style={{ inlineSize: `${(slowest / longest) * 100}%` }} />
                    <span style={{ inlineSize: `${(median / longest) * 100}%` }} />
                  </span>
                )}
              </td>
              <td data-label={columns.slowest}>{length(slowest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
