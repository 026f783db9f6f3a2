import { lazy, Suspense, useEffect } from "react";
import type { Explanation, Times, WhatIf } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { SaveButton } from "../file/save-button.tsx";
import { LinkBlock } from "../link/link-block.tsx";
import { coversFamily } from "../service/services.ts";
import { BackLink } from "../shell/back-link.tsx";
import { KeptNotice } from "../shell/kept-notice.tsx";
import type { Route } from "../shell/route.ts";
import { loadLaterPages } from "../shell/use-later.ts";
import { usePortal } from "../shell/use-portal.tsx";
import { AuthorityBlock } from "./authority-block.tsx";
import { CoversBlock } from "./covers-block.tsx";
import { MissingBlock } from "./missing-block.tsx";
import { PapersBlock } from "./papers-block.tsx";
import { RemedyBlock } from "./remedy-block.tsx";
import { Said } from "./said.tsx";
import { SupposedNotice } from "./supposed-notice.tsx";
import { TextsBlock } from "./texts-block.tsx";
import { TimesBlock } from "./times-block.tsx";
import { useAhead } from "./use-ahead.ts";
import { Verdict } from "./verdict.tsx";
import { sortWays } from "./ways.ts";
import { WhatIfBlock } from "./what-if-block.tsx";
import { WhyBlock } from "./why-block.tsx";

/** Nobody prints before they have read. */
const PrintSheet = lazy(async () => ({ default: (await loadLaterPages()).PrintSheet }));
const ApplyBlock = lazy(async () => ({
  default: (await import("../apply/call/apply-block.tsx")).ApplyBlock,
}));

export function AnswerPage() {
  const { journey, result, askErase, go } = usePortal();
  const { m } = useSpeech();
  const { times, whatIf } = useAhead();
  const answered = result?.ok === true ? result.value : undefined;
  useEffect(() => {
    if (answered === undefined) go({ page: "welcome" }, { replace: true });
  }, [answered, go]);
  if (answered === undefined) return null;
  const { explanation, interview } = answered;
  const { decision } = explanation;
  return (
    <>
      <div className="page answer screen-only">
        <BackLink to={stepBefore(journey.answers.length)} />
        <SupposedNotice />
        <Verdict decision={decision} likely={interview.next === null ? null : interview.expected} />
        <Blocks explanation={explanation} times={times} whatIf={whatIf} />
        <Said />
        <TextsBlock decision={decision} />
        <LinkBlock />
        <div className="actions answer-actions">
          <Button onPress={() => go({ page: "compare" })}>
            <Icon name="scales" />
            {m.compare.open}
          </Button>
          <Button look="quiet" onPress={() => window.print()}>
            <Icon name="print" />
            {m.answer.print}
          </Button>
          <SaveButton />
          <Button look="quiet" onPress={askErase}>
            <Icon name="again" />
            {m.answer.again}
          </Button>
        </div>
        <p className="save-note">{m.file.saveNote}</p>
        <KeptNotice />
      </div>
      <Suspense>
        <PrintSheet explanation={explanation} times={times} />
      </Suspense>
    </>
  );
}

function stepBefore(asked: number): Route {
  return asked === 0 ? { page: "county" } : { page: "question", number: asked };
}

type BlocksProps = {
  readonly explanation: Explanation;
  readonly times: Times | undefined;
  readonly whatIf: WhatIf | undefined;
};

/** What to do comes before why, and what stands in the way before both. */
function Blocks({ explanation, times, whatIf }: BlocksProps) {
  const { pack, journey } = usePortal();
  const { decision } = explanation;
  const { outcome } = decision;
  const apply = decision.service === "settlement" && (
    <Suspense>
      <ApplyBlock outcome={outcome} />
    </Suspense>
  );
  const hasWays = whatIf !== undefined && sortWays(pack, journey, whatIf).here.length > 0;
  return (
    <>
      {outcome === "refer" ? <AuthorityBlock decision={decision} /> : null}
      {outcome === "unknown" ? <MissingBlock decision={decision} /> : null}
      {outcome !== "granted" ? null : coversFamily(pack, journey.service) ? (
        <div className="two">
          <CoversBlock decision={decision} />
          <PapersBlock decision={decision} />
        </div>
      ) : (
        <PapersBlock decision={decision} />
      )}
      {outcome === "refused" ? null : apply}
      {times === undefined ? null : <TimesBlock times={times} />}
      {whatIf === undefined || outcome === "granted" ? null : <WhatIfBlock whatIf={whatIf} />}
      {outcome === "refused" && !hasWays ? <MissingBlock decision={decision} /> : null}
      <WhyBlock explanation={explanation} />
      {outcome === "refused" || outcome === "refer" ? <RemedyBlock /> : null}
      {outcome === "refused" ? apply : null}
    </>
  );
}
