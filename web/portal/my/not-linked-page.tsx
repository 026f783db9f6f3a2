import { useSpeech } from "../../i18n/use-messages.tsx";
import { signOut } from "../../staff/sign-out.ts";
import { Button } from "../../ui/button.tsx";
import { PageHeading } from "../shell/heading.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import type { Who } from "./use-own-session.ts";
import { useWords } from "./use-words.ts";

/** Signed in, but not in the register: which of three things it may be, and the way on from each. */
export function NotLinkedPage({ who }: { readonly who: Who }) {
  const { notLinked: words, signOut: leave, signedInAs } = useWords();
  const { say, locale } = useSpeech();
  const { go, journey, change } = usePortal();
  const ask = () => {
    change({ ...journey, service: "unregistered" });
    go({ page: "place" });
  };
  return (
    <div className="page">
      <p className="eyebrow">{signedInAs(say(who.name))}</p>
      <PageHeading>{words.title}</PageHeading>
      <p className="lead">{words.lead}</p>
      <section className="my-aside">
        <h2>{words.elsewhere.title}</h2>
        <p>{words.elsewhere.note}</p>
      </section>
      <section className="my-aside">
        <h2>{words.never.title}</h2>
        <p>{words.never.note}</p>
        <Button look="quiet" onPress={ask}>
          {words.never.link}
        </Button>
      </section>
      <section className="my-aside">
        <h2>{words.wrong.title}</h2>
        <p>{words.wrong.note}</p>
      </section>
      <div className="actions">
        <Button look="link" onPress={() => void signOut(locale, who.csrf)}>
          {leave}
        </Button>
      </div>
    </div>
  );
}
