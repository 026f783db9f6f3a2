import { useSpeech } from "../../i18n/use-messages.tsx";
import type { Session } from "../../staff/session.ts";
import { signOut } from "../../staff/sign-out.ts";
import { Button } from "../../ui/button.tsx";
import { PageHeading } from "../shell/heading.tsx";
import { useWords } from "./use-words.ts";

/** Staff who came here signed in as staff. */
export function OtherRolePage({ session }: { readonly session: Session }) {
  const words = useWords();
  const { say } = useSpeech();
  const role = words.roles[session.role] ?? session.role;
  const isDesk = ["window-clerk", "approver"].includes(session.role);
  return (
    <div className="page">
      <PageHeading>{words.otherRole.title}</PageHeading>
      <p>{words.otherRole.text(say(session.name), role)}</p>
      <div className="actions">
        <a className="button" href={isDesk ? "/desk.html" : "/console.html"}>
          {words.signIn.faces[isDesk ? "desk" : "console"]}
        </a>
        <Button look="quiet" onPress={() => void signOut()}>
          {words.signOut}
        </Button>
      </div>
    </div>
  );
}
