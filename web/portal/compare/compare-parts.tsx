import type { NamedPlace } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { hasClause } from "../../ui/clause.tsx";
import { Icon } from "../../ui/icon.tsx";
import { outcomeIcons } from "../answer/signs.ts";
import { listKindsAt } from "../place/place-kinds.ts";
import { usePortal } from "../shell/use-portal.tsx";
import type { Compared } from "./compare-places.ts";

export type CompareViewProps = {
  readonly items: readonly Compared[];
  readonly onKind: (code: string, kind: string) => void;
};

type ItemProps = { readonly item: Compared };

export function OutcomeWord({ item }: ItemProps) {
  const { m } = useSpeech();
  return (
    <span className="outcome-word" data-outcome={item.outcome}>
      <Icon name={outcomeIcons[item.outcome]} />
      {m.answer.outcome[item.outcome]}
    </span>
  );
}

export function ClauseList({ item }: ItemProps) {
  const { m } = useSpeech();
  const named = item.clauses.filter(hasClause).map(m.clause);
  return named.length === 0 ? "—" : m.list(named);
}

/** From what day, or how many questions are between the person and an answer. */
export function FromDay({ item }: ItemProps) {
  const { m } = useSpeech();
  const { today } = usePortal();
  if (item.from !== null) return item.from <= today ? m.compare.now : m.day(item.from);
  if (item.likely > 0) return m.compare.questions(Math.max(1, Math.round(item.likely)));
  return m.compare.notWithin;
}

type KindChoiceProps = {
  readonly place: NamedPlace;
  readonly kind: string | null;
  readonly onKind: (code: string, kind: string) => void;
};

export function KindChoice({ place, kind, onKind }: KindChoiceProps) {
  const { m, say } = useSpeech();
  const { pack } = usePortal();
  return (
    <select
      className="input"
      aria-label={m.compare.kindOf(say(place.name))}
      value={kind ?? ""}
      onChange={(event) => onKind(place.code, event.target.value)}
    >
      <option value="">{m.compare.anyKind}</option>
      {listKindsAt(pack.vocabulary, place).map(({ id, label }) => (
        <option key={id} value={id}>
          {say(label)}
        </option>
      ))}
    </select>
  );
}

/** Opens the full answer; a place that was only added for comparing can be left out again. */
export function ItemActions({ item }: ItemProps) {
  const { m, say } = useSpeech();
  const { journey, change, go } = usePortal();
  const { place } = item;
  const look = () => {
    change(item.journey);
    go({ page: "answer" });
  };
  const remove = () =>
    change({ ...journey, compared: journey.compared.filter((code) => code !== place.code) });
  return (
    <span className="item-actions">
      <Button look="link" label={m.compare.look(say(place.name))} onPress={look}>
        {m.compare.looking}
      </Button>
      {place.code === journey.county ? null : (
        <Button look="link" label={m.compare.remove(say(place.name))} onPress={remove}>
          <Icon name="no" size={0.9} />
        </Button>
      )}
    </span>
  );
}
