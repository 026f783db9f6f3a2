import { Button } from "antd";
import { useEffect } from "react";
import { Mark } from "../ui/mark.tsx";
import { wordProblem } from "./problem-notice.tsx";
import { signInAddress } from "./sign-in-address.ts";
import { signOut } from "./sign-out.ts";
import type { Locale } from "../../src/policy/browser.ts";
import type { StaffTexts } from "./texts.ts";
import type { SignedIn } from "./use-session.ts";

type DoorPageProps = {
  readonly title: string;
  readonly t: StaffTexts;
  readonly locale: Locale;
  readonly signedIn: SignedIn;
  readonly onAgain: () => void;
  readonly onLocale: () => void;
};

/** What somebody sees who is not signed in, or whose role works elsewhere. */
export function DoorPage({ title, t, locale, signedIn, onAgain, onLocale }: DoorPageProps) {
  useEffect(() => {
    document.title = `${title} · 落户 Luohu`;
  }, [title]);
  if (signedIn.state === "asking") return <p className="loading">{t.opening}</p>;
  return (
    <main className="door">
      <Mark size={3} />
      <h1 data-page-heading>{title}</h1>
      {signedIn.state === "out" ? (
        <>
          <p className="lead">{t.signInLead}</p>
          <Button type="primary" size="large" href={signInAddress()}>
            {t.signIn}
          </Button>
        </>
      ) : null}
      {signedIn.state === "in" ? (
        <>
          <p className="lead">{t.notForRole}</p>
          <Button onClick={() => void signOut(locale, signedIn.session.csrf)}>{t.signOut}</Button>
        </>
      ) : null}
      {signedIn.state === "failed" ? (
        <div role="alert">
          {wordProblem(signedIn.problem, t).map((line) => (
            <p key={line}>{line}</p>
          ))}
          <Button onClick={onAgain}>{t.again}</Button>
        </div>
      ) : null}
      <p>
        <Button type="link" onClick={onLocale}>
          {t.otherLanguage}
        </Button>
      </p>
    </main>
  );
}
