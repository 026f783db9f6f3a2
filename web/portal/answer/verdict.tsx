import type { Decision } from "../../../src/policy/browser.ts";
import { findServiceWords } from "../../i18n/services.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Clause } from "../../ui/clause.tsx";
import { Door } from "../../ui/door.tsx";
import { PageHeading } from "../shell/heading.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { describePlaceAndKind, listDecisive } from "./decisive.ts";

/** The answer first: a word, a picture and a colour that say the same. */
export function Verdict({
  decision,
  likely,
}: {
  readonly decision: Decision;
  /** Questions that would likely settle it; null where none can. */
  readonly likely: number | null;
}) {
  const { m, say } = useSpeech();
  const { pack, journey, go } = usePortal();
  const { outcome, asOf } = decision;
  const { place, kind } = describePlaceAndKind(pack, journey, say);
  const grounds = listDecisive(decision);
  const asked = journey.answers.length;
  return (
    <section className="verdict" data-outcome={outcome}>
      <div className="verdict-top">
        <Door outcome={outcome} />
        <div>
          <p className="verdict-word">{m.answer.outcome[outcome]}</p>
          <PageHeading>{findServiceWords(m, journey.service).headline[outcome](place)}</PageHeading>
          {kind === "" ? null : <p className="verdict-kind">{kind}</p>}
        </div>
      </div>
      <p className="verdict-text">{m.answer.byText[outcome](grounds.length)}</p>
      {grounds.length === 0 ? null : (
        <ul className="verdict-grounds">
          {grounds.map((ground) => (
            <li key={ground.rule}>
              <Clause clause={ground.clause} />
              <span>
                {say(ground.title)}
                {ground.from === null ? null : <> · {m.answer.from(m.day(ground.from))}</>}
                {ground.until === null ? null : <> · {m.answer.until(m.day(ground.until))}</>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {likely === null ? null : (
        <div className="actions">
          <Button onPress={() => go({ page: "question", number: asked + 1 })}>
            {m.answer.continue}
          </Button>
          <span>{m.answer.openQuestions(Math.max(1, Math.round(likely)))}</span>
        </div>
      )}
      <p className="verdict-note">
        <span>{m.answer.asOf(m.day(asOf.on))}</span>
        <span>{m.answer.advice}</span>
      </p>
    </section>
  );
}
