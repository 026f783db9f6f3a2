import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { kindFact } from "../journey/journey.ts";
import { usePortal } from "../shell/use-portal.tsx";

/** Says that the answer supposes what was said about another place. */
export function SupposedNotice() {
  const { m, say } = useSpeech();
  const { pack, journey, change } = usePortal();
  const find = (code: string | null) => pack.places.find((place) => place.code === code);
  const place = find(journey.county);
  const said = find(journey.supposedFrom);
  if (place === undefined || said === undefined) return null;
  const back = () =>
    change({
      ...journey,
      prefecture: said.code.slice(0, 4),
      county: said.code,
      supposedFrom: null,
      answers: journey.answers.filter(({ fact }) => fact !== kindFact),
    });
  return (
    <Notice tone="unknown" icon="warning">
      <p>{m.answer.supposed(say(place.name), say(said.name))}</p>
      <Button look="link" onPress={back}>
        {m.answer.supposedBack(say(said.name))}
      </Button>
    </Notice>
  );
}
