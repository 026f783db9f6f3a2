import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useSpeech } from "../../i18n/use-messages.tsx";
import type { Session } from "../../staff/session.ts";
import { useSession } from "../../staff/use-session.ts";
import type { MyPart } from "../shell/route.ts";
import { HouseholdPage } from "./household/household-page.tsx";
import { LookUpsPage } from "./looks/look-ups-page.tsx";
import { MyFrame } from "./my-frame.tsx";
import { MyTrouble } from "./my-trouble.tsx";
import { NotLinkedPage } from "./not-linked-page.tsx";
import { OtherRolePage } from "./other-role-page.tsx";
import { RecordPage } from "./record/record-page.tsx";
import type { Person } from "./shapes.ts";
import { SignInPage } from "./sign-in-page.tsx";
import { MyContext, useOwn } from "./use-my.tsx";
import { useWords } from "./use-words.ts";
import "./my.css";

/** A person's own pages; who is not signed in meets the door, in the same place, and comes back to it. */
export function MyPages({ part }: { readonly part: MyPart }) {
  const { locale } = useSpeech();
  const { signedIn, ask } = useSession(locale);
  const [wasIn, setWasIn] = useState(false);
  const left = useForget();
  if (signedIn.state === "in" && !wasIn) setWasIn(true);
  if (left) return null;
  switch (signedIn.state) {
    case "asking":
      return <Waiting />;
    case "failed":
      return <MyTrouble problem={signedIn.problem} onAgain={ask} />;
    case "out":
      return <SignInPage part={part} ended={wasIn} />;
    case "in":
      if (signedIn.session.role !== "resident") return <OtherRolePage session={signedIn.session} />;
      return <OwnPages part={part} session={signedIn.session} onSignedOut={ask} />;
  }
}

type OwnPagesProps = {
  readonly part: MyPart;
  readonly session: Session;
  readonly onSignedOut: () => void;
};

/** Who is signed in may still be unknown to the register. */
function OwnPages({ part, session, onSignedOut }: OwnPagesProps) {
  const { loaded, reload } = useOwn<Person>("/api/me/record", onSignedOut);
  if (loaded.state === "loading") return <Waiting />;
  if (loaded.state === "failed") {
    const { problem } = loaded;
    if (problem.status === 404) return <NotLinkedPage session={session} />;
    return <MyTrouble problem={problem} onAgain={reload} />;
  }
  return (
    <MyContext value={{ session, record: loaded.value, onSignedOut }}>
      <MyFrame part={part}>
        {part === "record" ? <RecordPage /> : null}
        {part === "household" ? <HouseholdPage /> : null}
        {part === "look-ups" ? <LookUpsPage /> : null}
      </MyFrame>
    </MyContext>
  );
}

function Waiting() {
  const words = useWords();
  return (
    <p role="status" className="loading">
      {words.waiting}
    </p>
  );
}

/** A page that the browser keeps for "back" would show a record to whoever comes next at a shared counter. */
function useForget(): boolean {
  const [left, setLeft] = useState(false);
  useEffect(() => {
    const leave = () => flushSync(() => setLeft(true));
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) window.location.reload();
    };
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", comeBack);
    return () => {
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", comeBack);
    };
  }, []);
  return left;
}
