import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { ListedCase } from "../../my/cases/shapes.ts";
import { MyTrouble } from "../../my/my-trouble.tsx";
import { useLabels } from "../../my/use-labels.ts";
import { useMy, useOwn } from "../../my/use-my.tsx";
import { PageHeading } from "../../shell/heading.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { isMinor } from "../draft/kin.ts";
import { useApplyWords } from "../use-words.ts";
import { Begin } from "./begin.tsx";
import { Drafts } from "./drafts.tsx";

type StartPageProps = {
  readonly onBegin: () => void;
  /** Which draft: what is in hand may be it. */
  readonly onDeleted: (key: string) => void;
};

const ended = ["withdrawn", "refused", "effected"];

/** What is taken over, drafts to go on with, and applications that are on their way. */
export function StartPage({ onBegin, onDeleted }: StartPageProps) {
  const { start: words, waiting } = useApplyWords();
  const { record, onSignedOut } = useMy();
  const { today } = usePortal();
  const { birthDate } = record.particulars;
  const minor = birthDate !== null && isMinor(birthDate, today);
  const { loaded, reload } = useOwn<readonly ListedCase[]>("/api/me/cases", onSignedOut);
  if (loaded.state === "failed") return <MyTrouble problem={loaded.problem} onAgain={reload} />;
  if (loaded.state === "loading" && loaded.last === null)
    return (
      <p role="status" className="loading">
        {waiting}
      </p>
    );
  const listed = loaded.state === "here" ? loaded.value : (loaded.last ?? []);
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
