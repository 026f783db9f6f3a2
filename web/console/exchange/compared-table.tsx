import type { ExchangeAudit } from "../../../src/exchange/contract.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { useTexts } from "../use-texts.ts";
import { Differences } from "./differences.tsx";

/** Each department's log against ours. */
export function ComparedTable({ departments }: Pick<ExchangeAudit, "departments">) {
  const t = useTexts();
  const { departments: words } = t.exchange;
  const { say } = useStaff();
  return (
    <section aria-labelledby="compared">
      <h2 id="compared">{words.title}</h2>
      {departments.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
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
            {departments.map((each) => (
              <tr key={each.department}>
                <th scope="row">{say(each.departmentLabel)}</th>
                <td data-label={words.columns.compared}>
                  {each.compared === null ? "—" : t.number(each.compared)}
                </td>
                <td
                  data-label={words.columns.state}
                  data-bad={each.differences.length > 0}
                  data-warn={each.compared === null}
                >
                  {stateOf(each, t)}
                  {each.differences.length === 0 ? null : (
                    <Differences differences={each.differences} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type Compared = Pick<ExchangeAudit["departments"][number], "compared" | "differences">;

function stateOf(
  { compared, differences }: Compared,
  { exchange: { departments: words }, number }: ReturnType<typeof useTexts>,
): string {
  if (compared === null) return words.unread;
  if (differences.length > 0) return words.differs(number(differences.length));
  return compared === 0 ? words.nothing : words.same;
}
