import { useSpeech } from "../../i18n/use-messages.tsx";
import {
  ClauseList,
  FromDay,
  ItemActions,
  KindChoice,
  OutcomeWord,
  type CompareViewProps,
} from "./compare-parts.tsx";

export function CompareCards({ items, onKind }: CompareViewProps) {
  const { m, say } = useSpeech();
  const { columns } = m.compare;
  return (
    <ul className="compare-cards">
      {items.map((item) => (
        <li key={item.place.code} data-outcome={item.outcome}>
          <h2>{say(item.place.name)}</h2>
          <OutcomeWord item={item} />
          <KindChoice place={item.place} kind={item.kind} onKind={onKind} />
          <dl>
            <div>
              <dt>{columns.clause}</dt>
              <dd>
                <ClauseList item={item} />
              </dd>
            </div>
            <div>
              <dt>{columns.from}</dt>
              <dd>
                <FromDay item={item} />
              </dd>
            </div>
          </dl>
          <ItemActions item={item} />
        </li>
      ))}
    </ul>
  );
}
