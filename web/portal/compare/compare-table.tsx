import { useSpeech } from "../../i18n/use-messages.tsx";
import {
  ClauseList,
  FromDay,
  ItemActions,
  KindChoice,
  OutcomeWord,
  type CompareViewProps,
} from "./compare-parts.tsx";

export function CompareTable({ items, onKind }: CompareViewProps) {
  const { m, say } = useSpeech();
  const { columns } = m.compare;
  return (
    <table className="compare-table">
      <thead>
        <tr>
          <th scope="col">{columns.place}</th>
          <th scope="col">{columns.kind}</th>
          <th scope="col">{columns.outcome}</th>
          <th scope="col">{columns.clause}</th>
          <th scope="col">{columns.from}</th>
          <th scope="col">
            <span className="unseen">{m.compare.looking}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.place.code}>
            <th scope="row">{say(item.place.name)}</th>
            <td>
              <KindChoice place={item.place} kind={item.kind} onKind={onKind} />
            </td>
            <td>
              <OutcomeWord item={item} />
            </td>
            <td>
              <ClauseList item={item} />
            </td>
            <td>
              <FromDay item={item} />
            </td>
            <td>
              <ItemActions item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
