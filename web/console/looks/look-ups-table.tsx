import { useStaff } from "../../staff/use-staff.tsx";
import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";
import type { AuditedLookUp } from "./shapes.ts";

/** So many keys are shown at once; a long list of results opens. */
const fewPeople = 5;

export function LookUpsTable({ lookUps }: { readonly lookUps: readonly AuditedLookUp[] }) {
  const { looks: words } = useTexts();
  return (
    <table className="console-table">
      <caption className="unseen">{words.title}</caption>
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
        {lookUps.map((lookUp) => (
          <LookUpRow key={`${lookUp.county}-${lookUp.id}`} lookUp={lookUp} />
        ))}
      </tbody>
    </table>
  );
}

function LookUpRow({ lookUp }: { readonly lookUp: AuditedLookUp }) {
  const t = useTexts();
  const { looks: words } = t;
  const { t: staff } = useStaff();
  const place = usePlace();
  const purposes: Readonly<Record<string, string>> = words.purposes;
  const { people } = lookUp;
  return (
    <tr>
      <th scope="row">
        {t.moment(lookUp.at)}
        <span className="console-soft">{place(lookUp.county)}</span>
      </th>
      <td data-label={words.columns.who}>
        {lookUp.by}
        <span className="console-soft">{staff.roles[lookUp.role] ?? lookUp.role}</span>
      </td>
      <td data-label={words.columns.purpose}>
        {purposes[lookUp.purpose] ?? lookUp.purpose}
        {lookUp.reference === null ? null : (
          <span className="console-soft">{words.reference(lookUp.reference)}</span>
        )}
      </td>
      <td data-label={words.columns.what}>{words.kinds[lookUp.kind] ?? lookUp.kind}</td>
      <td data-label={words.columns.people}>
        {people.length <= fewPeople ? (
          words.people(people)
        ) : (
          <details>
            <summary>{words.manyPeople(people.length)}</summary>
            {t.list(people.map(String))}
          </details>
        )}
      </td>
    </tr>
  );
}
