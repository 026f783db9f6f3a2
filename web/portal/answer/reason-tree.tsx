import type { FactSeen, Reason } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { findAnswer } from "../journey/journey.ts";
import { usePortal } from "../shell/use-portal.tsx";
import { truthIcons } from "./signs.ts";
import { unwrap } from "./unwrap.ts";
import { useAsk } from "./use-ask.ts";

/** The reasons as nested lists: joints open and close, leaves show the facts and who said them. */
export function ReasonTree({ reason }: { readonly reason: Reason }) {
  return (
    <ul className="tree">
      <Node reason={unwrap(reason)} depth={0} />
    </ul>
  );
}

/** Deeper joints start folded: the first two levels are what a reader can take in at once. */
const openLevels = 2;

function Node({ reason, depth }: { readonly reason: Reason; readonly depth: number }) {
  const { m, say } = useSpeech();
  if (reason.kind === "condition") {
    return (
      <li data-truth={reason.truth}>
        <p className="leaf">
          <Icon name={truthIcons[reason.truth]} />
          <span>
            {m.days(say(reason.text))} <span className="truth">{m.answer.truth[reason.truth]}</span>
          </span>
        </p>
        <ul className="seen">
          {reason.facts.map((fact) => (
            <SeenFact key={fact.fact} fact={fact} />
          ))}
        </ul>
      </li>
    );
  }
  const title = reason.kind === "named" ? say(reason.label) : m.answer.tree[reason.kind];
  return (
    <li data-truth={reason.truth}>
      <details open={depth < openLevels}>
        <summary className="joint">
          <Icon name={truthIcons[reason.truth]} />
          <span>
            {title} <span className="truth">{m.answer.truth[reason.truth]}</span>
          </span>
          <span className="turn">
            <Icon name="turn" size={0.8} />
          </span>
        </summary>
        <ul className="tree">
          {reason.of.map((part, index) => (
            // A reason has no name of its own, and its parts never change places.
            // oxlint-disable-next-line react/no-array-index-key
            <Node key={index} reason={unwrap(part)} depth={depth + 1} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function SeenFact({ fact }: { readonly fact: FactSeen }) {
  const { m, say } = useSpeech();
  const { pack, journey } = usePortal();
  const ask = useAsk();
  const declared = pack.vocabulary.facts.find(({ name }) => name === fact.fact);
  const askable = declared?.question !== undefined && declared.name !== "place.county";
  const said = findAnswer(journey, fact.fact) !== undefined;
  return (
    <li>
      <span className="soft">{say(fact.label)}: </span>
      {fact.value === null ? (
        <>
          <strong>{fact.unsure ? m.answer.youUnsure : m.answer.notStated}</strong>{" "}
          {askable ? (
            <Button
              look="link"
              label={`${m.answer.missing.answerNow}: ${say(fact.label)}`}
              onPress={() => ask(fact.fact)}
            >
              {m.answer.missing.answerNow}
            </Button>
          ) : null}
        </>
      ) : (
        <>
          <strong>{m.days(say(fact.value))}</strong>{" "}
          {said ? <span className="soft">{m.answer.youSaid}</span> : null}
        </>
      )}
    </li>
  );
}
