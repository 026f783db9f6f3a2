import type { FactSeen, GroundReasons, Reason } from "../../../src/policy/browser.ts";
import { outcomeIcons, truthIcons } from "../../portal/answer/signs.ts";
import { unwrap } from "../../portal/answer/unwrap.ts";
import { Icon } from "../../ui/icon.tsx";
import { useDesk } from "../use-desk.tsx";
import { ClauseTag } from "./clause-tag.tsx";
import { useValue } from "./use-words.ts";

type GroundProps = { readonly ground: GroundReasons; readonly open: boolean };

/** One ground: its clause, what the law says, and the tree over what is known. */
export function Ground({ ground, open }: GroundProps) {
  const { say } = useDesk();
  return (
    <details className="ground" data-outcome={ground.outcome} open={open}>
      <summary>
        <Icon name={outcomeIcons[ground.outcome]} />
        <span>
          {say(ground.title)} <ClauseTag clause={ground.clause} />
        </span>
      </summary>
      <p className="law-text">{say(ground.plain)}</p>
      <ul className="reasons">
        <ReasonNode reason={unwrap(ground.tree)} />
      </ul>
    </details>
  );
}

function ReasonNode({ reason }: { readonly reason: Reason }) {
  const { d, say } = useDesk();
  const words = d.case.advice;
  const { truth } = reason;
  if (reason.kind === "condition")
    return <Condition truth={truth} text={say(reason.text)} condition={reason} />;
  const [only] = reason.of;
  if (reason.kind === "not" && only?.kind === "condition")
    return <Condition truth={truth} text={words.notThis(say(only.text))} condition={only} />;
  const title = reason.kind === "named" ? say(reason.label) : words.joints[reason.kind];
  return (
    <li data-truth={truth}>
      <Icon name={truthIcons[truth]} />
      <div>
        <strong>{title}</strong> <span className="truth">{words.truth[truth]}</span>
        <ul className="reasons">
          {reason.of.map((part, place) => (
            // A reason has no name of its own, and its parts never change places.
            // oxlint-disable-next-line react/no-array-index-key
            <ReasonNode key={place} reason={unwrap(part)} />
          ))}
        </ul>
      </div>
    </li>
  );
}

type ConditionProps = {
  readonly truth: Reason["truth"];
  readonly text: string;
  readonly condition: Extract<Reason, { readonly kind: "condition" }>;
};

/** One condition, and what is known of each of its facts; a fact that it only repeats is not named again. */
function Condition({ truth, text, condition }: ConditionProps) {
  const { d } = useDesk();
  return (
    <li data-truth={truth}>
      <Icon name={truthIcons[truth]} />
      <div>
        {text} <span className="truth">{d.case.advice.truth[truth]}</span>
        <ul className="plain seen">
          {condition.facts.map((fact) => (
            <li key={fact.fact}>
              <FactLine fact={fact} named={fact.label.en !== condition.text.en} />
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

type FactLineProps = { readonly fact: FactSeen; readonly named?: boolean };

/** A fact, what is known of it, and who said so. */
export function FactLine({ fact: { label, value, sources }, named = true }: FactLineProps) {
  const { d, say } = useDesk();
  const words = d.case.advice;
  const show = useValue();
  const said = sources.map(({ by, stated }) =>
    words.source(say(by), stated === null ? null : d.day(stated)),
  );
  return (
    <>
      {named ? `${say(label)}: ` : ""}
      <strong>{value === null ? words.notStated : show(say(value))}</strong>{" "}
      <span className="soft">{[...new Set(said)].join(" · ")}</span>
    </>
  );
}
