import { useState } from "react";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { AskDialog } from "../../../ui/ask-dialog.tsx";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { describePlaceAndKind } from "../../answer/decisive.ts";
import { SaidList } from "../../answer/said.tsx";
import type { ListedCase } from "../../my/cases/shapes.ts";
import { useLabels } from "../../my/use-labels.ts";
import { useMy, useOwn } from "../../my/use-my.tsx";
import { PageHeading } from "../../shell/heading.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { isMinor } from "../draft/kin.ts";
import { TroubleNotice } from "../trouble-notice.tsx";
import { useApplyWords } from "../use-words.ts";
import { useSaving } from "../use-saving.ts";

type StartPageProps = {
  readonly onBegin: () => void;
  /** Which draft: what is in hand may be it. */
  readonly onDeleted: (key: string) => void;
};

const ended = ["withdrawn", "refused", "effected"];

/** What is taken over, drafts to go on with, and applications that are on their way. */
export function StartPage({ onBegin, onDeleted }: StartPageProps) {
  const { start: words } = useApplyWords();
  const { record, onSignedOut } = useMy();
  const { today } = usePortal();
  const { birthDate } = record.particulars;
  const minor = birthDate !== null && isMinor(birthDate, today);
  const { loaded, reload } = useOwn<readonly ListedCase[]>("/api/me/cases", onSignedOut);
  const listed = loaded.state === "here" ? loaded.value : [];
  const own = listed.filter(
    ({ role, service }) => role === "applicant" && service === "settlement",
  );
  const drafts = own.filter(({ stage }) => stage === "draft");
  const open = own.filter(({ stage }) => stage !== "draft" && !ended.includes(stage));
  return (
    <div className="page">
      <PageHeading>{words.title}</PageHeading>
      <p className="lead">{words.lead}</p>
      {open.length === 0 ? null : <Open cases={open} />}
      {drafts.length === 0 ? null : (
        <Drafts
          drafts={drafts}
          onDeleted={(key) => {
            onDeleted(key);
            reload();
          }}
        />
      )}
      {minor ? (
        <Notice icon="hands">
          <p>
            <strong>{words.minor.title}</strong>
          </p>
          <p>{words.minor.note}</p>
        </Notice>
      ) : (
        <Begin onBegin={onBegin} />
      )}
      <p className="hint">{words.kept}</p>
    </div>
  );
}

/** With the answers that are here; without any, the questions come first. */
function Begin({ onBegin }: { readonly onBegin: () => void }) {
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

function Open({ cases }: { readonly cases: readonly ListedCase[] }) {
  const { start: words } = useApplyWords();
  const labels = useLabels();
  const { go } = usePortal();
  return (
    <section className="my-aside">
      <h2>{words.open.title}</h2>
      <p>{words.open.note}</p>
      <ul className="apply-list">
        {cases.map(({ case: key, reference, county }) => (
          <li key={key} className="apply-row">
            <span>
              {labels.county(county)} · {reference}
            </span>
            <Button
              look="link"
              label={`${words.see} ${reference}`}
              onPress={() => go({ page: "my", part: "cases", of: key })}
            >
              {words.see}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

type DraftsProps = {
  readonly drafts: readonly ListedCase[];
  readonly onDeleted: (key: string) => void;
};

function Drafts({ drafts, onDeleted }: DraftsProps) {
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
