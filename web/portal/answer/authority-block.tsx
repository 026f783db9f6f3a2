import type { Decision } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Block } from "./block.tsx";
import { WhyReferred } from "./why-referred.tsx";

export function AuthorityBlock({ decision }: { readonly decision: Decision }) {
  const { m, say } = useSpeech();
  const { authority } = decision;
  return (
    <Block title={m.answer.authority.title}>
      <Notice icon="clerk">
        {authority === null ? (
          <p>{m.answer.authority.unnamed}</p>
        ) : (
          <>
            <p className="authority">{say(authority.label)}</p>
            <p>{m.answer.authority.text(say(authority.label))}</p>
          </>
        )}
      </Notice>
      <WhyReferred decision={decision} />
    </Block>
  );
}
