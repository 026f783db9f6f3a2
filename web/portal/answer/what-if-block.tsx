import type { ProposedChange, WhatIf } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Opener } from "../../ui/opener.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { Block } from "./block.tsx";
import { Assumes } from "./times-block.tsx";
import { sortWays } from "./ways.ts";

/** As many cards as a reader takes in at once. */
const atOnce = 3;

type Set = readonly ProposedChange[];

/** The smallest sets of changes that would grant, the day on which time alone does, and other places. */
export function WhatIfBlock({ whatIf }: { readonly whatIf: WhatIf }) {
  const { m, say } = useSpeech();
  const { pack, journey } = usePortal();
  const words = m.whatIf;
  const { byWaiting, exact } = whatIf;
  const { here, elsewhere } = sortWays(pack, journey, whatIf);
  const none = here.length === 0 && elsewhere.length === 0 && byWaiting === null;
  if (none) {
    return (
      <Block title={words.title}>
        <p>{words.none}</p>
      </Block>
    );
  }
  const first = here.slice(0, atOnce);
  const rest = here.slice(atOnce);
  return (
    <Block title={words.title} hint={words.hint}>
      <ul className="ways">
        {byWaiting === null ? null : (
          <li className="way" data-outcome="granted">
            <h3>
              <Icon name="clock" />
              {words.waiting}
            </h3>
            <p className="way-to">{words.waitingFrom(m.day(byWaiting.day))}</p>
            <Assumes edge={byWaiting} />
          </li>
        )}
        {first.map((set, index) => (
          <Way key={keyOf(set)} set={set} number={index + 1} />
        ))}
      </ul>
      {rest.length === 0 ? null : (
        <Opener summary={words.more(rest.length)}>
          <ul className="ways">
            {rest.map((set, index) => (
              <Way key={keyOf(set)} set={set} number={atOnce + index + 1} />
            ))}
          </ul>
        </Opener>
      )}
      {elsewhere.length === 0 ? null : (
        <div>
          <h3 className="grounds-title">{words.elsewhere}</h3>
          <p>
            {words.elsewhereHint} {m.list(elsewhere.map(({ name }) => say(name)))}
          </p>
        </div>
      )}
      {exact ? null : <p className="soft">{words.approximate}</p>}
    </Block>
  );
}

const keyOf = (set: Set) => set.map(({ fact, to }) => `${fact}=${to.en}`).join();

function Way({ set, number }: { readonly set: Set; readonly number: number }) {
  const { m, say } = useSpeech();
  const words = m.whatIf;
  return (
    <li className="way">
      <h3>{words.way(number)}</h3>
      <p className="soft">{words.ifYou}</p>
      <ul className="way-changes">
        {set.map(({ fact, label, to, wasOpen, papers }) => (
          <li key={fact}>
            <p className="way-to">
              {to.en === "yes" ? say(label) : m.labelled(say(label), m.days(say(to)))}
            </p>
            {wasOpen ? <p className="soft">{words.open}</p> : null}
            {papers.length === 0 ? null : (
              <p className="soft">
                {m.answer.missing.proof(m.list(papers.map((paper) => say(paper.label))))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}
