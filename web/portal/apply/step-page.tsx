import { useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { BackLink } from "../shell/back-link.tsx";
import { PageHeading } from "../shell/heading.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { useMy } from "../my/use-my.tsx";
import { proofsOf } from "./draft/answers.ts";
import type { Draft } from "./draft/draft.ts";
import { type Fault, homeFaults, peopleFaults } from "./draft/faults.ts";
import type { Kin } from "./draft/kin.ts";
import { HomePart } from "./home/home-part.tsx";
import { ordersOf } from "./home/order.ts";
import { PapersPart } from "./papers/papers-part.tsx";
import { PeoplePart } from "./people/people-part.tsx";
import { AnswersPart } from "./proof/answers-part.tsx";
import { ProofPart } from "./proof/proof-part.tsx";
import { ReviewPart } from "./review/review-part.tsx";
import { Progress, type Step, steps } from "./progress.tsx";
import { TroubleNotice } from "./trouble-notice.tsx";
import { useApplyWords } from "./use-words.ts";
import { useJudged } from "./use-judged.ts";
import { useSaving } from "./use-saving.ts";
import type { Work } from "./work.ts";

type StepPageProps = {
  readonly part: Step;
  readonly work: Work;
  readonly kin: readonly Kin[];
  readonly onWork: (work: Work) => void;
  /** Handed in, as which case. */
  readonly onSent: (key: string) => void;
};

/** One step of the application: filled in, checked, kept, and on to the next. */
export function StepPage({ part, work, kin, onWork, onSent }: StepPageProps) {
  const words = useApplyWords();
  const { record } = useMy();
  const { pack, today, go } = usePortal();
  const { busy, trouble, clear, save, submit, settle } = useSaving();
  const [tried, setTried] = useState(false);
  const { draft, documents, kept } = work;
  const faultsIn = (changed: Draft): Readonly<Record<Step, readonly Fault[]>> => ({
    home: homeFaults(changed),
    people: peopleFaults(changed, kin, today),
    proof: [],
    review: [],
  });
  const all = faultsIn(draft);
  const faults = tried ? all[part] : [];
  const judged = useJudged(draft.dossier);
  const proofs = proofsOf(pack, draft, judged);
  const at = steps.indexOf(part);
  const key = kept?.case ?? null;
  const change = (changed: Draft) => {
    clear();
    onWork({ ...work, draft: changed });
  };
  const goOn = async () => {
    const wrong = all[part][0];
    if (wrong !== undefined) {
      setTried(true);
      focusOn(wrong);
      return;
    }
    const next = await save(work);
    if (next === undefined) return;
    // The next page opens with what is kept.
    flushSync(() => onWork(next));
    const following = steps[at + 1];
    if (following !== undefined)
      go({ page: "apply", part: following, draft: next.kept?.case ?? null });
  };
  const handIn = async () => {
    const receipt = await submit(work);
    if (receipt !== undefined) onSent(receipt.case);
  };
  const onSettle = async (keeps: "mine" | "theirs") => {
    const next = await settle(work, keeps);
    if (next !== undefined) onWork(next);
  };
  const form = { draft, kin, self: record.person, faults, onChange: change };
  const title = {
    home: words.home,
    people: words.people,
    proof: words.proof,
    review: words.review,
  };
  return (
    <div className="page apply" aria-busy={busy}>
      <BackLink
        to={{ page: "apply", part: steps[at - 1] ?? "start", draft: at === 0 ? null : key }}
      />
      <Progress part={part} of={key} />
      <PageHeading>{title[part].title}</PageHeading>
      <p className="hint">{title[part].hint}</p>
      {tried && faults.length > 0 ? (
        <div role="alert">
          <Notice tone="refused" icon="warning">
            <p>{words.faultsTitle(faults.length)}</p>
          </Notice>
        </div>
      ) : null}
      {part === "home" ? <HomePart {...form} orders={ordersOf(judged?.decision)} /> : null}
      {part === "people" ? <PeoplePart {...form} /> : null}
      {part === "proof" ? (
        <div className="apply-part">
          <AnswersPart draft={draft} asked={proofs.open} onChange={change} />
          <ProofPart draft={draft} proofs={proofs} />
          {key === null ? null : (
            <PapersPart
              case={key}
              documents={documents}
              wanted={[...proofs.yours, ...proofs.fetched].map(({ paper }) => paper)}
              mayRemove
              onChange={(next) => onWork({ ...work, documents: next })}
            />
          )}
        </div>
      ) : null}
      {part === "review" ? (
        <ReviewPart
          work={work}
          kin={kin}
          incomplete={steps.filter((step) => all[step].length > 0)}
          busy={busy}
          onSubmit={() => void handIn()}
        />
      ) : null}
      <TroubleNotice
        trouble={trouble}
        onSettle={(keeps) => void onSettle(keeps)}
        onAgain={() => void (part === "review" ? handIn() : goOn())}
      />
      {part === "review" ? null : (
        <div className="actions screen-only">
          <Button onPress={() => (busy ? undefined : void goOn())}>
            {busy ? words.saving : words.goOn}
            <Icon name="skip" size={1} />
          </Button>
        </div>
      )}
      <p role="status" className="hint screen-only">
        {busy ? words.saving : kept === null ? "" : words.saved}
      </p>
    </div>
  );
}

/** Of a day the year is typed first. */
function focusOn({ at }: Fault): void {
  const field = document.getElementById(`${at}-year`) ?? document.getElementById(at);
  field?.focus();
}
