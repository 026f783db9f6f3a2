import { useSpeech } from "../../../i18n/use-messages.tsx";
import type { Outcome } from "../../../../src/policy/browser.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Block } from "../../answer/block.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { callWords } from "./words.ts";

/** From the answer to the application; also from a "no", since only a person's decision can be objected to. */
export function ApplyBlock({ outcome }: { readonly outcome: Outcome }) {
  const { locale } = useSpeech();
  const { go } = usePortal();
  const words = callWords[locale];
  return (
    <Block title={words.title[outcome]}>
      <p>{words.text[outcome]}</p>
      <div className="actions">
        <Button
          look={outcome === "granted" ? "main" : "quiet"}
          onPress={() => go({ page: "apply", part: "start", draft: null })}
        >
          <Icon name="paper" />
          {words.button}
        </Button>
      </div>
      <p className="soft">{words.note}</p>
    </Block>
  );
}
