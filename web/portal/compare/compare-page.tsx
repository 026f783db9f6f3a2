import { useMemo, useState } from "react";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { findServiceWords } from "../../i18n/services.ts";
import { BackLink } from "../shell/back-link.tsx";
import { PageHeading } from "../shell/heading.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { useWide } from "../../ui/use-wide.ts";
import { AddPlace } from "./add-place.tsx";
import { CompareCards } from "./compare-cards.tsx";
import {
  comparePlace,
  listCompared,
  matchKind,
  moveJourney,
  type Supposing,
} from "./compare-places.ts";
import { CompareTable } from "./compare-table.tsx";

/** Up to five places beside one another; each opens its full answer. */
export function ComparePage() {
  const { m } = useSpeech();
  const { pack, journey, today } = usePortal();
  const [supposing, setSupposing] = useState<Supposing>("same");
  const [kinds, setKinds] = useState<Readonly<Record<string, string>>>({});
  const wide = useWide();
  const items = useMemo(
    () =>
      listCompared(journey).flatMap((code) => {
        const place = pack.places.find((candidate) => candidate.code === code);
        if (place === undefined) return [];
        const kind = kinds[code] ?? matchKind(pack, journey, place);
        const moved = moveJourney(pack, journey, place, supposing, kind === "" ? null : kind);
        return comparePlace(pack, today, moved, place) ?? [];
      }),
    [pack, journey, today, supposing, kinds],
  );
  const onKind = (code: string, kind: string) => setKinds({ ...kinds, [code]: kind });
  const View = wide ? CompareTable : CompareCards;
  return (
    <div className="page compare">
      <BackLink to={{ page: "answer" }} />
      <p className="eyebrow">{findServiceWords(m, journey.service).title}</p>
      <PageHeading>{m.compare.title}</PageHeading>
      <p className="hint">{m.compare.hint}</p>
      <AddPlace />
      {items.length < 2 ? null : <SupposingChoice value={supposing} onChange={setSupposing} />}
      <View items={items} onKind={onKind} />
    </div>
  );
}

type SupposingProps = {
  readonly value: Supposing;
  readonly onChange: (value: Supposing) => void;
};

function SupposingChoice({ value, onChange }: SupposingProps) {
  const { m } = useSpeech();
  return (
    <fieldset className="supposing">
      <legend>{m.compare.supposingTitle}</legend>
      {(["same", "anywhere"] as const).map((id) => (
        <label key={id}>
          <input
            type="radio"
            name="supposing"
            checked={value === id}
            onChange={() => onChange(id)}
          />
          <span>
            {m.compare.supposing[id].title}
            <span className="soft">{m.compare.supposing[id].note}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
