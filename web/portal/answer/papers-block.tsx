import type { Decision } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Block } from "./block.tsx";

/** A checklist to take along: ticking is for the reader's own use and is not kept. */
export function PapersBlock({ decision }: { readonly decision: Decision }) {
  const { m, say } = useSpeech();
  const { papers } = decision;
  const words = m.answer.papers;
  if (papers.length === 0) {
    return (
      <Block title={words.title}>
        <p>{words.none}</p>
      </Block>
    );
  }
  return (
    <Block title={words.title} hint={words.hint}>
      <ul className="checklist">
        {papers.map(({ paper, label, from }) => (
          <li key={paper}>
            <input id={`paper-${paper}`} type="checkbox" />
            <label htmlFor={`paper-${paper}`}>
              {say(label)}
              <span className="soft">
                {from === undefined ? words.yours : words.from(say(from))}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Block>
  );
}
