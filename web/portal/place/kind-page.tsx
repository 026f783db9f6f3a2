import { useSpeech } from "../../i18n/use-messages.tsx";
import { Choice, ChoiceGroup } from "../../ui/choice.tsx";
import { BackLink } from "../shell/back-link.tsx";
import { PageHeading } from "../shell/heading.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { listKindsAt } from "./place-kinds.ts";

export function KindPage() {
  const { m, say } = useSpeech();
  const { pack, journey, change, go, visit } = usePortal();
  const place = pack.places.find(({ code }) => code === journey.county);
  if (place === undefined) return null;
  return (
    <div className="page">
      <BackLink to={{ page: "county" }} />
      <PageHeading id="kind">{m.kind.title(say(place.name))}</PageHeading>
      <p className="hint">{m.kind.hint}</p>
      <ChoiceGroup labelledBy="kind">
        {listKindsAt(pack.vocabulary, place.type).map(({ id, label }) => (
          <Choice
            key={id}
            title={say(label)}
            note={m.kind.notes[id]}
            chosen={journey.kind === id}
            icon={journey.kind === id ? "yes" : "turn"}
            onChoose={() => {
              change({ ...journey, kind: id });
              go(visit.aside.thenAnswer === true ? { page: "answer" } : { page: "family" });
            }}
          />
        ))}
      </ChoiceGroup>
    </div>
  );
}
