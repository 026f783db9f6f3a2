import type { Script } from "../../i18n/use-messages.tsx";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { usePreferences } from "./preferences.ts";

type Props = { readonly preferences: ReturnType<typeof usePreferences> };

/** What the language calls itself. Nothing else of it is shipped before a person has translated it. */
const ownName: Readonly<Record<NonNullable<Script>, string>> = { ug: "ئۇيغۇرچە" };

/** Says on every page that the words are not translated yet. */
export function ScriptBanner({ preferences }: Props) {
  const { m } = useSpeech();
  const { script, chooseScript } = preferences;
  if (script === null) return null;
  return (
    <div className="script-banner screen-only">
      <Notice tone="unknown" icon="warning">
        <p>
          <bdi lang={script}>{ownName[script]}</bdi> · {m.script.notFinished}
        </p>
        <Button look="link" onPress={() => chooseScript(null)}>
          {m.script.leave}
        </Button>
      </Notice>
    </div>
  );
}

export function ScriptLink({ preferences }: Props) {
  const { script, chooseScript } = preferences;
  if (script !== null) return null;
  return (
    <p className="screen-only" lang="ug">
      <Button look="link" onPress={() => chooseScript("ug")}>
        <bdi>{ownName.ug}</bdi>
      </Button>
    </p>
  );
}
