import { useEffect, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { lastOf } from "../../staff/use-load.ts";
import { MyTrouble } from "./my-trouble.tsx";
import { NotLinkedPage } from "./not-linked-page.tsx";
import { OtherRolePage } from "./other-role-page.tsx";
import type { Household, Person } from "./shapes.ts";
import { SignInPage } from "./sign-in-page.tsx";
import { MyContext, useOwn } from "./use-my.tsx";
import { useOwnSession, type Who } from "./use-own-session.ts";
import { useWords } from "./use-words.ts";
import "virtual:name-font.css";
import "./my.css";

/**
 * Lets in whom the register knows and who is signed in; who is not meets the door, in the same place, and comes back to
 * it. What was answered before stays in the tab meanwhile.
 */
export function OwnDoor({ children }: { readonly children: ReactNode }) {
  const { own, ask } = useOwnSession();
  const [wasIn, setWasIn] = useState(false);
  const left = useForget();
  if (own.state === "in" && !wasIn) setWasIn(true);
  if (left) return null;
  switch (own.state) {
    case "asking":
      return <Waiting />;
    case "failed":
      return <MyTrouble problem={own.problem} onAgain={ask} />;
    case "out":
      return <SignInPage ended={wasIn} demo={own.demo} canSignIn={own.signIn} />;
    case "in":
      if (own.who.role !== "resident") return <OtherRolePage who={own.who} onChanged={ask} />;
      if (!own.who.registered) return <NotLinkedPage who={own.who} />;
      return (
        <OwnRecord who={own.who} onSignedOut={ask}>
          {children}
        </OwnRecord>
      );
  }
}

type OwnRecordProps = {
  readonly who: Who;
  readonly onSignedOut: () => void;
  readonly children: ReactNode;
};

/** Who is signed in may still be unknown to the register. */
function OwnRecord({ who, onSignedOut, children }: OwnRecordProps) {
  const { loaded, reload } = useOwn<Person>("/api/me/record", onSignedOut);
  const { loaded: home, reload: reloadHome } = useOwn<Household>("/api/me/household", onSignedOut);
  const record = lastOf(loaded);
  const members = lastOf(home)?.members ?? [];
  if (loaded.state === "failed") {
    const { problem } = loaded;
    if (problem.status === 404) return <NotLinkedPage who={who} />;
    return <MyTrouble problem={problem} onAgain={reload} />;
  }
  if (record === null) return <Waiting />;
  const onMoved = () => {
    reload();
    reloadHome();
  };
  return <MyContext value={{ who, record, members, onSignedOut, onMoved }}>{children}</MyContext>;
}

/** Something of one's own is on its way. */
export function Waiting() {
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
