import { useId } from "react";
import type { Decision, GroundOutcome, Outcome, TextInForce } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Clause, hasClause } from "../../ui/clause.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Opener } from "../../ui/opener.tsx";
import { allLaws } from "../journey/journey.ts";
import { chainOf } from "../place/chains.ts";
import { usePortal } from "../shell/use-portal.tsx";
import { Block } from "./block.tsx";
import { describeText } from "./describe-text.ts";
import { outcomeIcons } from "./signs.ts";

/** The texts, what each says in this case, and a way to go by one of them alone. */
export function TextsBlock({ decision }: { readonly decision: Decision }) {
  const { m } = useSpeech();
  const { grounds, asOf } = decision;
  const speaks = ({ instrument }: TextInForce) =>
    grounds.some((ground) => ground.instrument === instrument);
  const speaking = asOf.texts.filter(speaks);
  const silent = asOf.texts.filter((text) => text.held && !speaks(text));
  const absent = asOf.texts.filter(({ held }) => !held);
  return (
    <Block title={m.answer.texts.title}>
      <TextList texts={speaking} grounds={grounds} />
      {silent.length === 0 ? null : (
        <Opener summary={m.answer.texts.silent(silent.length)}>
          <TextList texts={silent} grounds={grounds} />
        </Opener>
      )}
      {absent.length === 0 ? null : (
        <Opener summary={m.answer.texts.absent(absent.length)}>
          <TextList texts={absent} grounds={grounds} />
        </Opener>
      )}
      <LawChoice />
    </Block>
  );
}

type TextListProps = {
  readonly texts: readonly TextInForce[];
  readonly grounds: readonly GroundOutcome[];
};

function TextList({ texts, grounds }: TextListProps) {
  const { m, say } = useSpeech();
  return (
    <ul className="texts">
      {texts.map((text) => (
        <li key={text.instrument}>
          {text.held ? <Clause clause={text.instrument} /> : <Icon name="paper" />}
          <div>
            <p>{say(text.title)}</p>
            <p className="soft">{describeText(text, m)}</p>
            <p className="soft">{m.days(say(text.status))}</p>
            <TextSays text={text} grounds={grounds} />
          </div>
        </li>
      ))}
    </ul>
  );
}

const told: readonly Outcome[] = ["granted", "refer", "unknown", "refused"];

type TextSaysProps = { readonly text: TextInForce; readonly grounds: readonly GroundOutcome[] };

/** Clauses of this text by what they come to here; each once, though several rules may carry its number. */
function TextSays({ text, grounds }: TextSaysProps) {
  const { m, say } = useSpeech();
  const own = grounds.filter(({ instrument }) => instrument === text.instrument);
  if (own.length === 0) return null;
  return (
    <ul className="text-says" aria-label={m.answer.texts.says}>
      {told.map((outcome) => {
        const clauses = new Set(
          own
            .filter((ground) => ground.outcome === outcome)
            .map(({ clause, title }) => (hasClause(clause) ? m.clause(clause) : say(title))),
        );
        if (clauses.size === 0) return null;
        return (
          <li key={outcome} data-outcome={outcome}>
            <Icon name={outcomeIcons[outcome]} size={1} />
            <span>{m.labelled(m.answer.ground[outcome], m.list([...clauses]))}</span>
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
