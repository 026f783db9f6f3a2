import type { Covered, Decision } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { Block } from "./block.tsx";

type State = Covered["members"][number]["state"];

const icons: Readonly<Record<State, IconName>> = {
  covered: "yes",
  "not-covered": "no",
  unknown: "ask",
};

/** The person, then each relative who would come, each with a word and a sign. */
export function CoversBlock({ decision }: { readonly decision: Decision }) {
  const { m, say } = useSpeech();
  const covers = decision.covers.filter(({ relation }) => relation !== "self");
  const words: Readonly<Record<State, string>> = {
    covered: m.answer.covers.covered,
    "not-covered": m.answer.covers.notCovered,
    unknown: m.answer.covers.unknown,
  };
  const named = covers.flatMap((cover) =>
    cover.members.map(({ index, name, state }) => ({
      key: `${cover.relation}-${index}`,
      label: say(cover.label),
      name,
      state,
    })),
  );
  const others = covers.filter(({ members }) => members.length === 0);
  return (
    <Block title={m.answer.covers.title}>
      <ul className="people">
        <li data-state="covered">
          <Icon name="yes" />
          <span>
            <strong>{m.answer.covers.self}</strong>
          </span>
        </li>
        {named.map(({ key, label, name, state }) => (
          <li key={key} data-state={state}>
            <Icon name={icons[state]} />
            <span>
              <strong>
                {label}
                {name === undefined ? null : (
                  <>
                    {" "}
                    <bdi className="name">{name}</bdi>
                  </>
                )}
              </strong>{" "}
              <span className="soft">{words[state]}</span>
            </span>
          </li>
        ))}
      </ul>
      {covers.length === 0 ? <p className="hint">{m.answer.covers.none}</p> : null}
      {others.length === 0 ? null : (
        <p className="hint">
          {m.answer.covers.could(m.list(others.map(({ label }) => say(label))))}
        </p>
      )}
    </Block>
  );
}
