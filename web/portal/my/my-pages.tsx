import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { MyPart } from "../shell/route.ts";
import { HouseholdPage } from "./household/household-page.tsx";
import { LookUpsPage } from "./looks/look-ups-page.tsx";
import { MyFrame } from "./my-frame.tsx";
import { MyTrouble } from "./my-trouble.tsx";
import { NotLinkedPage } from "./not-linked-page.tsx";
import { OtherRolePage } from "./other-role-page.tsx";
import { RecordPage } from "./record/record-page.tsx";
import type { Household, Person } from "./shapes.ts";
import { SignInPage } from "./sign-in-page.tsx";
import { MyContext, useOwn } from "./use-my.tsx";
import { useOwnSession, type Who } from "./use-own-session.ts";
import { useWords } from "./use-words.ts";
import "virtual:name-font.css";
import "./my.css";

/** A person's own pages; who is not signed in meets the door, in the same place, and comes back to it. */
export function MyPages({ part }: { readonly part: MyPart }) {
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
      return <OwnPages part={part} who={own.who} onSignedOut={ask} />;
  }
}

type OwnPagesProps = {
  readonly part: MyPart;
  readonly who: Who;
  readonly onSignedOut: () => void;
};

/** Who is signed in may still be unknown to the register. */
function OwnPages({ part, who, onSignedOut }: OwnPagesProps) {
  const { loaded, reload } = useOwn<Person>("/api/me/record", onSignedOut);
  const { loaded: home } = useOwn<Household>("/api/me/household", onSignedOut);
  const members = home.state === "here" ? home.value.members : [];
  if (loaded.state === "loading") return <Waiting />;
  if (loaded.state === "failed") {
    const { problem } = loaded;
    if (problem.status === 404) return <NotLinkedPage who={who} />;
    return <MyTrouble problem={problem} onAgain={reload} />;
  }
  return (
    <MyContext value={{ who, record: loaded.value, members, onSignedOut }}>
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
