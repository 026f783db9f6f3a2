import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { describePlaceAndKind } from "../../answer/decisive.ts";
import { SaidList } from "../../answer/said.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { useApplyWords } from "../use-words.ts";

/** With the answers that are here; without any, the questions come first. */
export function Begin({ onBegin }: { readonly onBegin: () => void }) {
  const { start: words } = useApplyWords();
  const { say } = useSpeech();
  const { pack, journey, result, change, go } = usePortal();
  const answered = result?.ok === true ? result.value : undefined;
  if (answered === undefined || journey.service !== "settlement") {
    const { title, note } = answered === undefined ? words.noAnswers : words.otherService;
    return (
      <section className="my-aside">
        <h2>{title}</h2>
        <p>{note}</p>
        <Button
          onPress={() => {
            change({ ...journey, service: "settlement" });
            go({ page: "place" });
          }}
        >
          {words.noAnswers.link}
        </Button>
      </section>
    );
  }
  const { place } = describePlaceAndKind(pack, journey, say);
  const { outcome } = answered.explanation.decision;
  return (
    <section className="my-aside" aria-labelledby="begin-title">
      <h2 id="begin-title">{words.place(place)}</h2>
      {outcome === "refused" ? (
        <Notice tone="unknown" icon="scales">
          <p>
            <strong>{words.refused.title}</strong>
          </p>
          <p>{words.refused.note}</p>
        </Notice>
      ) : null}
      <SaidList />
      <div className="actions">
        <Button onPress={onBegin}>{words.begin}</Button>
      </div>
    </section>
  );
}
