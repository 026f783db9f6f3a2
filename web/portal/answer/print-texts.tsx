import type { TextInForce } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { describeText } from "./describe-text.ts";

export function PrintTexts({ texts }: { readonly texts: readonly TextInForce[] }) {
  const { m, say } = useSpeech();
  return (
    <section>
      <p className="sheet-title">{m.answer.texts.title}</p>
      {texts.map((text) => (
        <p key={text.instrument}>
          {text.held ? `${text.instrument} ` : ""}
          {say(text.title)} ({describeText(text, m)})
        </p>
      ))}
    </section>
  );
}
