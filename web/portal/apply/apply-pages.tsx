import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { OwnCase } from "../../../src/casework/contract.ts";
import { MyTrouble } from "../my/my-trouble.tsx";
import { OwnDoor } from "../my/own-door.tsx";
import type { Household } from "../my/shapes.ts";
import { SignedInAs } from "../my/signed-in-as.tsx";
import { useMy, useOwn } from "../my/use-my.tsx";
import type { ApplyPart } from "../shell/route.ts";
import { usePortal } from "../shell/use-portal.tsx";
import { isKin, type Kin } from "./draft/kin.ts";
import { newDraft } from "./draft/new-draft.ts";
import { HandedIn } from "./handed-in.tsx";
import { SentPage } from "./sent/sent-page.tsx";
import { StartPage } from "./start/start-page.tsx";
import { StepPage } from "./step-page.tsx";
import { useApplyWords } from "./use-words.ts";
import { dropAside, findAside, keepAside, newWork, workOf } from "./work.ts";
import "./apply.css";

type ApplyPagesProps = { readonly part: ApplyPart; readonly draft: string | null };

/** From the answer to an application that is handed in. */
export function ApplyPages(props: ApplyPagesProps) {
  return (
    <OwnDoor>
      <div className="my-head screen-only">
        <SignedInAs />
      </div>
      <WithHousehold {...props} />
    </OwnDoor>
  );
}

/** Who is of one's household is needed before anything can be filled in from it. */
function WithHousehold(props: ApplyPagesProps) {
  const { onSignedOut } = useMy();
  const { loaded, reload } = useOwn<Household>("/api/me/household", onSignedOut);
  if (loaded.state === "loading") return <Waiting />;
  if (loaded.state === "failed" && loaded.problem.status !== 404)
    return <MyTrouble problem={loaded.problem} onAgain={reload} />;
  const members = loaded.state === "here" ? loaded.value.members : [];
  return <Application {...props} kin={members.filter(isKin)} />;
}

type ApplicationProps = ApplyPagesProps & { readonly kin: readonly Kin[] };

/** The application in hand: a new one from the answers, or one that is kept. */
function Application({ part, draft, kin }: ApplicationProps) {
  const { record, onSignedOut } = useMy();
  const { today, result, go } = usePortal();
  const [work, setWork] = useState(() => findAside(record.person));
  const wanted =
    draft !== null && work?.kept?.case !== draft && part !== "sent" && part !== "start";
  const { loaded, reload } = useOwn<OwnCase>(wanted ? `/api/me/cases/${draft}` : null, onSignedOut);
  const dossier = result?.ok === true ? result.value.dossier : undefined;
  const begin = () => {
    if (dossier === undefined) return;
    setWork(newWork(newDraft({ dossier, self: record.person, kin, today })));
  };
  const forget = () => {
    dropAside();
    setWork(null);
  };
  const nothing = work === null && !wanted && dossier?.service !== "settlement";
  useEffect(() => {
    if (nothing && part !== "start" && part !== "sent")
      go({ page: "apply", part: "start", draft: null }, { replace: true });
  }, [nothing, part, go]);
  if (part === "start")
    return (
      <StartPage
        onBegin={() => {
          flushSync(begin);
          go({ page: "apply", part: "home", draft: null });
        }}
        onDeleted={(key) => {
          if (work?.kept?.case === key) forget();
        }}
      />
    );
  if (part === "sent") return draft === null ? null : <SentPage of={draft} />;
  if (wanted) {
    if (loaded.state === "failed") return <MyTrouble problem={loaded.problem} onAgain={reload} />;
    if (loaded.state === "loading" || loaded.value.case !== draft) return <Waiting />;
    const found = workOf(loaded.value, loaded.etag);
    if (found === undefined) return <HandedIn of={draft} />;
    setWork(found);
    return <Waiting />;
  }
  if (work === null) {
    if (!nothing) begin();
    return <Waiting />;
  }
  return (
    <StepPage
      key={part}
      part={part}
      work={work}
      kin={kin}
      onWork={(changed) => {
        keepAside(changed, record.person);
        setWork(changed);
      }}
      onSent={(key) => {
        go({ page: "apply", part: "sent", draft: key });
        forget();
      }}
    />
  );
}

function Waiting() {
  const { waiting } = useApplyWords();
  return (
    <p role="status" className="loading">
      {waiting}
    </p>
  );
}
