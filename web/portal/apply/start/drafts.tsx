import { useState } from "react";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { AskDialog } from "../../../ui/ask-dialog.tsx";
import { Button } from "../../../ui/button.tsx";
import type { ListedCase } from "../../my/cases/shapes.ts";
import { useLabels } from "../../my/use-labels.ts";
import { usePortal } from "../../shell/use-portal.tsx";
import { TroubleNotice } from "../trouble-notice.tsx";
import { useApplyWords } from "../use-words.ts";
import { useSaving } from "../use-saving.ts";

type DraftsProps = {
  readonly drafts: readonly ListedCase[];
  readonly onDeleted: (key: string) => void;
};

/** To go on with, or to delete. */
export function Drafts({ drafts, onDeleted }: DraftsProps) {
  const { start: words } = useApplyWords();
  const { m } = useSpeech();
  const labels = useLabels();
  const { go } = usePortal();
  const { trouble, remove } = useSaving();
  const [asking, setAsking] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const leave = async (key: string) => {
    setAsking(null);
    if (!(await remove(key))) return;
    setSaid(words.removed);
    onDeleted(key);
  };
  return (
    <section className="my-aside">
      <h2>{words.drafts}</h2>
      <TroubleNotice trouble={trouble} />
      <ul className="apply-list">
        {drafts.map(({ case: key, county, opened, reference }) => {
          const name = words.draft(labels.county(county), m.day(dayOf(opened)));
          return (
            <li key={key} className="apply-row">
              <span>
                {name} <span className="soft">{reference}</span>
              </span>
              <Button
                look="link"
                label={`${words.goOn}: ${name}`}
                onPress={() => go({ page: "apply", part: "home", draft: key })}
              >
                {words.goOn}
              </Button>
              <Button look="link" label={`${words.remove}: ${name}`} onPress={() => setAsking(key)}>
                {words.remove}
              </Button>
            </li>
          );
        })}
      </ul>
      <p role="status" className="unseen">
        {said}
      </p>
      {asking === null ? null : (
        <AskDialog
          title={words.removeAsk.title}
          text={words.removeAsk.note}
          yes={words.removeAsk.yes}
          no={words.removeAsk.no}
          onYes={() => void leave(asking)}
          onNo={() => setAsking(null)}
        />
      )}
    </section>
  );
}

/** The day in China, wherever the instant is read. */
const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
