import type { GroundOutcome, GroundReasons } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Clause } from "../../ui/clause.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useLater } from "../shell/use-later.ts";
import { usePortal } from "../shell/use-portal.tsx";
import { findRule } from "./decisive.ts";
import { Readings } from "./readings.tsx";
import { ReasonTree } from "./reason-tree.tsx";
import { outcomeIcons } from "./signs.ts";

/** One clause: what it says in plain words, its tree over what the person said, and how it is read. */
export function Ground({
  ground,
  open,
}: {
  readonly ground: GroundReasons;
  readonly open: boolean;
}) {
  const { m, say } = useSpeech();
  const { pack, today, result } = usePortal();
  const own =
    result?.ok === true
      ? result.value.explanation.decision.grounds.find(({ rule: id }) => id === ground.rule)
      : undefined;
  const rule = findRule(pack, ground, Date.parse(today) / 86_400_000);
  const { readings } = useLater();
  const read = rule === undefined ? undefined : readings[pack.rules.indexOf(rule)];
  return (
    <details className="ground" data-outcome={ground.outcome} open={open}>
      <summary>
        <Icon name={outcomeIcons[ground.outcome]} />
        <span className="ground-title">
          {say(ground.title)} <Clause clause={ground.clause} />
        </span>
        <span className="ground-word">{m.answer.ground[ground.outcome]}</span>
        <span className="turn">
          <Icon name="turn" size={0.9} />
        </span>
      </summary>
      <div className="ground-body">
        {own === undefined ? null : <Lasting ground={own} today={today} />}
        <p>{say(ground.plain)}</p>
        <h4>{m.answer.steps}</h4>
        <ReasonTree reason={ground.tree} />
        {read === undefined || read.length === 0 ? null : <Readings readings={read} />}
      </div>
    </details>
  );
}

/** Since when and until when this holds, where either day is known. */
function Lasting({ ground, today }: { readonly ground: GroundOutcome; readonly today: string }) {
  const { m } = useSpeech();
  const { outcome, from, until } = ground;
  const days = [
    ...(from === null || from >= today ? [] : [m.answer.from(m.day(from))]),
    ...(until === null ? [] : [m.answer.until(m.day(until))]),
  ];
  if (days.length === 0) return null;
  return (
    <p className="lasting">
      <Icon name="clock" size={1} />
      <span>
        {m.answer.ground[outcome]} · {m.list(days)}
      </span>
    </p>
  );
}
