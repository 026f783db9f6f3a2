import { useId } from "react";
import type { Decision, GroundOutcome, Outcome, TextInForce } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Clause } from "../../ui/clause.tsx";
import { Icon } from "../../ui/icon.tsx";
import { allLaws } from "../journey/journey.ts";
import { chainOf } from "../place/chains.ts";
import { usePortal } from "../shell/use-portal.tsx";
import { Block } from "./block.tsx";
import { describeText } from "./describe-text.ts";
import { outcomeIcons } from "./signs.ts";

/** The texts, what each says in this case, and a way to go by one of them alone. */
export function TextsBlock({ decision }: { readonly decision: Decision }) {
  const { m, say } = useSpeech();
  const { texts } = decision.asOf;
  return (
    <Block title={m.answer.texts.title}>
      <ul className="texts">
        {texts.map((text) => (
          <li key={text.instrument}>
            <Clause clause={text.instrument} />
            <div>
              <p>{say(text.title)}</p>
              <p className="soft">{describeText(text, m)}</p>
              <p className="soft">{m.days(say(text.status))}</p>
              <TextSays text={text} grounds={decision.grounds} />
            </div>
          </li>
        ))}
      </ul>
      <LawChoice />
    </Block>
  );
}

const told: readonly Outcome[] = ["granted", "refer", "unknown", "refused"];

type TextSaysProps = { readonly text: TextInForce; readonly grounds: readonly GroundOutcome[] };

/** Clauses of this text by what they come to here; each once, though several rules may carry its number. */
function TextSays({ text, grounds }: TextSaysProps) {
  const { m } = useSpeech();
  const own = grounds.filter(({ instrument }) => instrument === text.instrument);
  if (!text.held) return null;
  if (own.length === 0) {
    return (
      <p className="text-says">
        {m.answer.texts.says}: {m.answer.texts.saysNothing}
      </p>
    );
  }
  return (
    <ul className="text-says" aria-label={m.answer.texts.says}>
      {told.map((outcome) => {
        const clauses = new Set(
          own.filter((ground) => ground.outcome === outcome).map(({ clause }) => clause),
        );
        if (clauses.size === 0) return null;
        return (
          <li key={outcome} data-outcome={outcome}>
            <Icon name={outcomeIcons[outcome]} size={1} />
            <span>
              {m.answer.ground[outcome]}: {m.list([...clauses])}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function LawChoice() {
  const { m, say } = useSpeech();
  const { pack, journey, change } = usePortal();
  const id = useId();
  const chain = chainOf(pack, journey.county ?? "")?.instruments ?? [];
  const held = chain.flatMap((name) => pack.instruments.find((text) => text.id === name) ?? []);
  const words = m.answer.texts.only;
  if (held.length < 2) return null;
  return (
    <div className="field">
      <label htmlFor={id}>{words.title}</label>
      <p id={`${id}-hint`} className="field-hint">
        {words.hint}
      </p>
      <select
        id={id}
        className="input"
        aria-describedby={`${id}-hint`}
        value={journey.law}
        onChange={(event) => change({ ...journey, law: event.target.value })}
      >
        <option value={allLaws}>{words.all}</option>
        {held
          .filter((text) => text.held)
          .map((text) => (
            <option key={text.id} value={text.id}>
              {text.id} {say(text.title)}
            </option>
          ))}
      </select>
    </div>
  );
}
