import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Button } from "../../../ui/button.tsx";
import { isolate } from "../../../ui/isolate.ts";
import { Block } from "../../answer/block.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { registeredOn } from "./standing.ts";
import { useCase } from "./use-case.tsx";
import { useCaseWords } from "./use-case-words.ts";
import { usePlaceWords } from "./use-place-words.ts";

/** What the case came to in the register. */
export function Effect() {
  const { effect: words } = useCaseWords();
  const { seen } = useCase();
  const { m } = useSpeech();
  const { go } = usePortal();
  const place = usePlaceWords();
  const on = registeredOn(seen.timeline);
  if (on === null || seen.registered.length === 0) return null;
  const day = m.day(on);
  const isMe = (member: number) => seen.words.some((word) => word.self && word.member === member);
  const others = m.list(
    seen.registered.flatMap((member) =>
      isMe(member) ? [] : [isolate(seen.people[member]?.name ?? "")],
    ),
  );
  return (
    <Block title={words.title}>
      {seen.registered.some(isMe) ? (
        <>
          <p className="lead">{words.you(day, place)}</p>
          {others === "" ? null : <p>{words.together(others)}</p>}
        </>
      ) : (
        <p className="lead">{words.they(others, day, place)}</p>
      )}
      <p className="hint">{words.land}</p>
      <div className="actions">
        <Button onPress={() => go({ page: "my", part: "household" })}>{words.link}</Button>
      </div>
    </Block>
  );
}
