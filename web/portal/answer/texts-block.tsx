import type { TextInForce } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Clause } from "../../ui/clause.tsx";
import { Block } from "./block.tsx";
import { describeText } from "./describe-text.ts";

export function TextsBlock({ texts }: { readonly texts: readonly TextInForce[] }) {
  const { m, say } = useSpeech();
  return (
    <Block title={m.answer.texts.title}>
      <ul className="texts">
        {texts.map((text) => (
          <li key={text.instrument}>
            <Clause clause={text.instrument} />
            <div>
              <p>{say(text.title)}</p>
              <p className="soft">{describeText(text, m)}</p>
              <p className="soft">{say(text.status)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Block>
  );
}
