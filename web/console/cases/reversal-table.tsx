import { clauseName } from "../../portal/my/clause-name.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";
import type { OverridePage } from "./shapes.ts";

/** Decisions that a review changed, and why. */
export function ReversalTable({ reversals }: Pick<OverridePage, "reversals">) {
  const t = useTexts();
  const { columns, title, empty } = t.cases.reversals;
  const { locale } = useStaff();
  const place = usePlace();
  return (
    <section aria-labelledby="reversals">
      <h2 id="reversals">{title}</h2>
      {reversals.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <table className="console-table decisions">
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
            {reversals.map(({ county, reference, on, clause, why }) => (
              <tr key={`${county} ${reference}`}>
                <th scope="row">
                  {reference}
                  <span className="console-soft">{place(county)}</span>
                  <span className="console-soft">{t.day(on)}</span>
                </th>
                <td data-label={columns.clause}>{clauseName(clause, locale)}</td>
                <td data-label={columns.reason} className="console-words">
                  {why}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
