import { useSpeech } from "../../i18n/use-messages.tsx";
import { callApi } from "../../staff/api.ts";
import { signOut } from "../../staff/sign-out.ts";
import { Button } from "../../ui/button.tsx";
import { PageHeading } from "../shell/heading.tsx";
import type { Who } from "./use-own-session.ts";
import { useWords } from "./use-words.ts";

type OtherRolePageProps = { readonly who: Who; readonly onChanged: () => void };

/** Staff who came here signed in as staff; they may have a record of their own too. */
export function OtherRolePage({ who, onChanged }: OtherRolePageProps) {
  const words = useWords();
  const { say, locale } = useSpeech();
  const isDesk = ["window-clerk", "approver"].includes(who.role);
  const beMyself = async () => {
    const { csrf } = who;
    const body = { appointment: null };
    await callApi("/api/session/role", { method: "POST", body, locale, csrf, purpose: null });
    onChanged();
  };
  return (
    <div className="page">
      <PageHeading>{words.otherRole.title}</PageHeading>
      <p>{words.otherRole.text(say(who.name), words.roles[who.role])}</p>
      <div className="actions">
        <a className="button" href={isDesk ? "/desk.html" : "/console.html"}>
          {words.signIn.faces[isDesk ? "desk" : "console"]}
        </a>
        <Button look="quiet" onPress={() => void beMyself()}>
          {words.otherRole.myself}
        </Button>
        <Button look="link" onPress={() => void signOut(locale, who.csrf)}>
          {words.signOut}
        </Button>
      </div>
    </div>
  );
}
