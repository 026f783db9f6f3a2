import { useEffect } from "react";
import type { Explanation } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { listOpenQuestions } from "../journey/interview.ts";
import { BackLink } from "../shell/back-link.tsx";
import { KeptNotice } from "../shell/kept-notice.tsx";
import type { Route } from "../shell/route.ts";
import { usePortal } from "../shell/use-portal.tsx";
import { AuthorityBlock } from "./authority-block.tsx";
import { CoversBlock } from "./covers-block.tsx";
import { MissingBlock } from "./missing-block.tsx";
import { PapersBlock } from "./papers-block.tsx";
import { PrintSheet } from "./print-sheet.tsx";
import { RemedyBlock } from "./remedy-block.tsx";
import { Said } from "./said.tsx";
import { TextsBlock } from "./texts-block.tsx";
import { Verdict } from "./verdict.tsx";
import { WhyBlock } from "./why-block.tsx";

export function AnswerPage() {
  const { pack, journey, result, askErase, go } = usePortal();
  const { m } = useSpeech();
  const explanation = result?.ok === true ? result.value : undefined;
  useEffect(() => {
    if (explanation === undefined) go({ page: "welcome" }, { replace: true });
  }, [explanation, go]);
  if (explanation === undefined) return null;
  const { decision } = explanation;
  const open = listOpenQuestions(pack.vocabulary, decision).length;
  return (
    <>
      <div className="page answer screen-only">
        <BackLink to={stepBefore(journey.answers.length)} />
        <Verdict decision={decision} open={open} />
        <Blocks explanation={explanation} />
        <Said />
        <TextsBlock texts={decision.asOf.texts} />
        <div className="actions answer-actions">
          <Button onPress={() => window.print()}>
            <Icon name="print" />
            {m.answer.print}
          </Button>
          <Button look="quiet" onPress={askErase}>
            <Icon name="again" />
            {m.answer.again}
          </Button>
        </div>
        <KeptNotice />
      </div>
      <PrintSheet explanation={explanation} />
    </>
  );
}

function stepBefore(asked: number): Route {
  return asked === 0 ? { page: "family" } : { page: "question", number: asked };
}

/** What to do comes before why, and what stands in the way before both. */
function Blocks({ explanation }: { readonly explanation: Explanation }) {
  const { decision } = explanation;
  const { outcome } = decision;
  return (
    <>
      {outcome === "refer" ? <AuthorityBlock decision={decision} /> : null}
      {outcome === "unknown" || outcome === "refused" ? <MissingBlock decision={decision} /> : null}
      {outcome === "granted" ? (
        <div className="two">
          <CoversBlock decision={decision} />
          <PapersBlock decision={decision} />
        </div>
      ) : null}
      <WhyBlock explanation={explanation} />
      {outcome === "refused" || outcome === "refer" ? <RemedyBlock /> : null}
    </>
  );
}
