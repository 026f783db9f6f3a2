import { useSpeech } from "../../i18n/use-messages.tsx";
import { signOut } from "../../staff/sign-out.ts";
import { Button } from "../../ui/button.tsx";
import { useMy } from "./use-my.tsx";
import { useWords } from "./use-words.ts";

/** Who is signed in, and how to leave. */
export function SignedInAs() {
  const words = useWords();
  const { say, locale } = useSpeech();
  const { who } = useMy();
  return (
    <p>
      <span className="name">{words.signedInAs(say(who.name))}</span>
      <Button look="link" onPress={() => void signOut(locale, who.csrf)}>
        {words.signOut}
      </Button>
    </p>
  );
}
