import type { DepartmentRequests } from "../../../src/exchange/contract.ts";
import { clauseName } from "../../portal/my/clause-name.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { useTexts } from "../use-texts.ts";

type WhyFieldsProps = {
  readonly request: DepartmentRequests["requests"][number];
  readonly rules: DepartmentRequests["rules"];
};

/** The rules that read each kind of record that was asked for: what no rule reads cannot be asked. */
export function WhyFields({ request: { on, records }, rules }: WhyFieldsProps) {
  const t = useTexts();
  const { requests: words } = t;
  const { locale, say } = useStaff();
  return (
    <details>
      <summary>{words.whyFields}</summary>
      <p>{words.whyLead(t.day(on))}</p>
      {records.map(({ kind, label, clauses }) => (
        <div key={kind} className="why-kind">
          <p>
            <strong>{words.readBy(say(label))}</strong>
          </p>
          {clauses.length === 0 ? <p>{words.noReader}</p> : null}
          <ul className="why-rules">
            {rules
              .filter(({ clause }) => clauses.includes(clause))
              .map(({ clause, title }) => (
                <li key={`${clause} ${title.en}`}>
                  {words.rule(clauseName(clause, locale), say(title))}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </details>
  );
}
