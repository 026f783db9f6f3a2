import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { PageHeading } from "../../shell/heading.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { MyTrouble } from "../my-trouble.tsx";
import { Waiting } from "../own-door.tsx";
import { useCases } from "../use-cases.tsx";
import { useFresh } from "../use-fresh.ts";
import { useLabels } from "../use-labels.ts";
import { useMy } from "../use-my.tsx";
import { Effect } from "./effect.tsx";
import { Letters } from "./letters.tsx";
import { NoticeAnswer } from "./notice-answer.tsx";
import { Papers } from "./papers.tsx";
import { People } from "./people.tsx";
import { Proofs } from "./proofs.tsx";
import { Rating } from "./rating.tsx";
import { Review } from "./review.tsx";
import type { OwnCase } from "./shapes.ts";
import { StandingPart } from "./standing-part.tsx";
import { TimeLine } from "./time-line.tsx";
import { CaseContext, useSteps } from "./use-case.tsx";
import { useCaseWords } from "./use-case-words.ts";
import { useLineWords } from "./use-line-words.ts";
import { Withdraw } from "./withdraw.tsx";
import { WordsNeeded } from "./words-needed.tsx";

/** One case, from where it stands to what can be done about it. */
export function CasePage({ of }: { readonly of: string }) {
  const { onSignedOut } = useMy();
  const cases = useCases();
  const { value, problem, reload } = useFresh<OwnCase>(`/api/me/cases/${of}`, onSignedOut);
  if (problem?.status === 404) return <Gone />;
  if (value === null) {
    if (problem !== null) return <MyTrouble problem={problem} onAgain={reload} />;
    return <Waiting />;
  }
  const reloadAll = () => {
    reload();
    cases.reload();
  };
  return <OneCase seen={value} isOld={problem !== null} reload={reloadAll} />;
}

function BackToList() {
  const words = useCaseWords();
  const { go } = usePortal();
  return (
    <nav className="back" aria-label={words.back}>
      <Button look="link" onPress={() => go({ page: "my", part: "cases" })}>
        <Icon name="back" size={1} />
        {words.back}
      </Button>
    </nav>
  );
}

function Gone() {
  const { gone } = useCaseWords();
  return (
    <div className="page">
      <BackToList />
      <PageHeading>{gone.title}</PageHeading>
      <p>{gone.note}</p>
    </div>
  );
}

type OneCaseProps = {
  readonly seen: OwnCase;
  /** Nothing newer could be fetched. */
  readonly isOld: boolean;
  readonly reload: () => void;
};

function OneCase({ seen, isOld, reload }: OneCaseProps) {
  const words = useCaseWords();
  const { m, say } = useSpeech();
  const labels = useLabels();
  const { reload: recount } = useCases();
  // What waits for its reader stands beside the way to all cases as well.
  const inHand = useSteps(seen, () => {
    reload();
    recount();
  });
  useMoved(seen.timeline);
  const isAsked = seen.allowed.includes("answer");
  return (
    <CaseContext value={inHand}>
      <div className="page my-case">
        <BackToList />
        <PageHeading>{m.labelled(say(seen.title), labels.county(seen.county))}</PageHeading>
        <p className="hint">{words.list.reference(seen.reference)}</p>
        {isOld ? (
          <Notice tone="unknown" icon="warning">
            <p>{words.old}</p>
          </Notice>
        ) : null}
        <News timeline={seen.timeline} />
        <StandingPart />
        <NoticeAnswer />
        {isAsked ? <Papers /> : null}
        <WordsNeeded />
        <Effect />
        <Letters />
        <Review />
        <Rating />
        <TimeLine />
        <Proofs />
        <People />
        {isAsked ? null : <Papers />}
        <Withdraw />
      </div>
    </CaseContext>
  );
}

/** A registration that comes while the page stands changes what is known of its reader elsewhere. */
function useMoved(timeline: OwnCase["timeline"]): void {
  const { onMoved } = useMy();
  const effects = timeline.filter((line) => line.do === "effect").length;
  const known = useRef(effects);
  const tell = useEffectEvent(onMoved);
  useEffect(() => {
    if (known.current !== effects) tell();
    known.current = effects;
  }, [effects]);
}

/** What others did while the page stood: it is there without a reload, so it is said. */
function News({ timeline }: Pick<OwnCase, "timeline">) {
  const words = useCaseWords();
  const describe = useLineWords();
  const [before] = useState(timeline.length);
  const added = timeline.slice(before).filter(({ by }) => by !== "you");
  return (
    <div role="status">
      {added.length === 0 ? null : (
        <Notice icon="clock">
          <p>
            <strong>{words.news}</strong>
          </p>
          {added.map((line, index) => (
            <p key={before + index}>{describe(line)}</p>
          ))}
        </Notice>
      )}
    </div>
  );
}
