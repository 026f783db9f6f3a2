import { clauseName } from "../../portal/my/clause-name.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";
import type { Override } from "./shapes.ts";

/** A row a decision; on a phone each is a card. */
export function OverrideTable({ overrides }: { readonly overrides: readonly Override[] }) {
  const t = useTexts();
  const { cases: words } = t;
  const { columns, from: kinds, advised, noAdvice, granted, title } = words.overrides;
  const { locale } = useStaff();
  const place = usePlace();
  return (
    <table className="console-table decisions">
      <caption className="unseen">{title}</caption>
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
        {overrides.map((each) => (
          <tr key={`${each.county} ${each.reference} ${each.from} ${each.on}`}>
            <th scope="row" id={`case-${each.county}-${each.reference}`}>
              {each.reference}
              <span className="console-soft">
                {words.services[each.service] ?? each.service} · {place(each.county)}
              </span>
              <span className="console-soft">{t.day(each.on)}</span>
            </th>
            <td data-label={columns.decision}>
              {each.advised === null ? noAdvice : (advised[each.advised] ?? each.advised)}
              <strong className="decision">{granted(each.granted, each.people)}</strong>
              <span className="console-soft">{kinds[each.from]}</span>
            </td>
            <td data-label={columns.clause}>{clauseName(each.clause, locale)}</td>
            <td data-label={columns.reason} className="console-words">
              {each.against}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
