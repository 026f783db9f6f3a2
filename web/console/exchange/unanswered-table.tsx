import type { ExchangeAudit } from "../../../src/exchange/contract.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";

/** Questions that no department answered: those under way first, the oldest of each first. */
export function UnansweredTable({ unanswered }: Pick<ExchangeAudit, "unanswered">) {
  const t = useTexts();
  const { unanswered: words } = t.exchange;
  const { say } = useStaff();
  const place = usePlace();
  const { counts, requests } = unanswered;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-labelledby="unanswered">
      <h2 id="unanswered">{words.title}</h2>
      <p className="lead">{words.lead}</p>
      {all === 0 ? <p>{words.empty}</p> : null}
      {requests.length < all ? (
        <p>{words.shown(t.number(requests.length), t.number(all))}</p>
      ) : null}
      {all === 0 ? null : (
        <table className="console-table">
          <thead>
            <tr>
              {Object.entries(words.columns).map(([name, label]) => (
                <th key={name} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {requests.map((each) => (
              <tr key={each.id}>
                <th scope="row">{t.moment(each.asked)}</th>
                <td data-label={words.columns.case}>
                  {each.case}
                  <span className="console-soft">{place(each.county)}</span>
                </td>
                <td data-label={words.columns.department}>{say(each.departmentLabel)}</td>
                <td data-label={words.columns.state}>
                  {t.requests.states[each.state]}
                  <span className="console-soft">
                    {each.refusal === null
                      ? words.attempts(t.number(each.attempts))
                      : (t.requests.refusals[each.refusal] ?? each.refusal)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
