import { Alert, Tag } from "antd";
import type { Explanation, FactSeen, GroundReasons, Reason } from "../../../src/policy/browser.ts";
import { outcomeIcons, truthIcons } from "../../portal/answer/signs.ts";
import { unwrap } from "../../portal/answer/unwrap.ts";
import { Icon } from "../../ui/icon.tsx";
import { useDesk } from "../use-desk.tsx";
import { type Advice, useCaseWork } from "./case-work.ts";
import { useValue } from "./use-words.ts";

/** What the rules say, why, and on whose word: advice, never louder than the facts. */
export function RuleTree() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const words = d.case.advice;
  const { advice } = seen;
  return (
    <section aria-labelledby="case-advice" className="case-block">
      <h2 id="case-advice">{words.title}</h2>
      {advice === null ? <p>{words.none}</p> : <AdviceSheet advice={advice} />}
    </section>
  );
}

function AdviceSheet({ advice }: { readonly advice: Advice }) {
  const { d, say } = useDesk();
  const words = d.case.advice;
  // The engine's own answer, held to its shape by the server's tests.
  const explanation = advice.explanation as unknown as Explanation;
  const { outcome, law, told, missing, contradicted } = advice;
  return (
    <>
      <p className="verdict" data-outcome={outcome}>
        <Icon name={outcomeIcons[outcome]} /> <strong>{words.outcomes[outcome]}</strong>{" "}
        <span className="soft">{words.note}</span>
      </p>
      {law === "only" ? null : (
        <Alert
          type="info"
          showIcon
          title={words.law[law]}
          description={told === null ? null : `${words.told}${say(told)}`}
        />
      )}
      {contradicted.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={words.contradicted}
          description={contradicted.map(({ label }) => say(label)).join(" · ")}
        />
      )}
      {missing.length === 0 ? null : (
        <>
          <h3>{words.missing}</h3>
          <ul className="missing">
            {missing.map(({ key, label, clause, notFetched }) => (
              <li key={key}>
                {say(label)} <ClauseTag clause={clause} />
                {notFetched === null ? null : <span className="soft">{say(notFetched)}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {explanation.because.length === 0 ? null : (
        <>
          <h3>{words.because}</h3>
          <ul className="plain because">
            {explanation.because.map((fact) => (
              <li key={fact.fact}>
                <FactLine fact={fact} />
              </li>
            ))}
          </ul>
        </>
      )}
      <NotHeld explanation={explanation} />
      <Grounds explanation={explanation} />
      <Texts texts={explanation.decision.asOf.texts} />
    </>
  );
}

export function ClauseTag({ clause }: { readonly clause: string }) {
  const { d } = useDesk();
  return <Tag className="clause-tag">{d.case.clause(clause)}</Tag>;
}

/** Where no ground decides and a text is not held, that text may say more. */
function NotHeld({ explanation: { decision } }: { readonly explanation: Explanation }) {
  const { d, say } = useDesk();
  const absent = decision.asOf.texts.filter(({ held }) => !held).map(({ title }) => say(title));
  const silent = decision.grounds.every(({ outcome }) => outcome === "refused");
  if (decision.outcome !== "refer" || !silent || absent.length === 0) return null;
  return <p>{d.case.advice.notHeld(d.case.list(absent))}</p>;
}

/** Grounds that hold first; those that fail are folded unless there are no others. */
function Grounds({ explanation: { grounds, decision } }: { readonly explanation: Explanation }) {
  const { d } = useDesk();
  const words = d.case.advice;
  if (grounds.length === 0) return <p>{words.noGround}</p>;
  return (["granted", "refer", "unknown", "refused"] as const).map((outcome) => {
    const own = grounds.filter((ground) => ground.outcome === outcome);
    if (own.length === 0) return null;
    const title =
      outcome === "refused" ? words.grounds.refused(own.length) : words.grounds[outcome];
    const list = own.map((ground, place) => (
      <Ground
        key={ground.rule}
        ground={ground}
        open={place === 0 && decision.outcome === outcome}
      />
    ));
    return outcome === "refused" && own.length < grounds.length ? (
      <details key={outcome} className="folded">
        <summary>{title}</summary>
        {list}
      </details>
    ) : (
      <div key={outcome}>
        <h3>{title}</h3>
        {list}
      </div>
    );
  });
}

type GroundProps = { readonly ground: GroundReasons; readonly open: boolean };

/** One ground: its clause, what the law says, and the tree over what is known. */
function Ground({ ground, open }: GroundProps) {
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
function FactLine({ fact: { label, value, sources }, named = true }: FactLineProps) {
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

function Texts({ texts }: { readonly texts: Explanation["decision"]["asOf"]["texts"] }) {
  const { d, say } = useDesk();
  const words = d.case.advice;
  return (
    <details className="folded">
      <summary>{words.texts}</summary>
      <ul>
        {texts.map(({ instrument, title, from }) => (
          <li key={`${instrument}-${from}`}>
            {say(title)} <span className="soft">{words.inForce(d.day(from))}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
