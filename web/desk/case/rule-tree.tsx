import { Alert } from "antd";
import type { Explanation } from "../../../src/policy/browser.ts";
import { outcomeIcons } from "../../portal/answer/signs.ts";
import { Icon } from "../../ui/icon.tsx";
import { useDesk } from "../use-desk.tsx";
import { type Advice, useCaseWork } from "./case-work.ts";
import { ClauseTag } from "./clause-tag.tsx";
import { FactLine, Ground } from "./ground.tsx";

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
