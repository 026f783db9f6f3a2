import { useEffect, type ReactNode } from "react";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Opener } from "../../ui/opener.tsx";
import { listSaid } from "../answer/list-said.ts";
import { SaidList } from "../answer/said.tsx";
import { Announcer } from "./announcer.tsx";
import { Header } from "./header.tsx";
import { KeptNotice } from "./kept-notice.tsx";
import { ScriptBanner, ScriptLink } from "./script.tsx";
import type { usePreferences } from "./preferences.ts";
import { usePortal } from "./use-portal.tsx";

type FrameProps = {
  readonly preferences: ReturnType<typeof usePreferences>;
  readonly lost: boolean;
  readonly children: ReactNode;
};

/** What stands around every page. */
export function Frame({ preferences, lost, children }: FrameProps) {
  const { m, say } = useSpeech();
  const { pack, visit, go, journey } = usePortal();
  const { page } = visit.route;
  const given = listSaid(pack, journey, m, say).length;
  const showsGiven =
    given > 0 && !["welcome", "answer", "compare", "open", "my", "apply"].includes(page);
  // After every turn of the page, whose heading is there by now.
  useEffect(() => {
    document.title = readTitle(m.title, m.name);
  });
  return (
    <>
      <a
        className="skip-link"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>("[data-page-heading]")?.focus();
        }}
      >
        {m.skipToContent}
      </a>
      <Header
        textSize={preferences.textSize}
        onTextSize={preferences.chooseTextSize}
        onLocale={preferences.chooseLocale}
        onGo={go}
        isMine={page === "my"}
      />
      <Announcer />
      <main id="content" className="main">
        <ScriptBanner preferences={preferences} />
        {lost ? (
          <Notice tone="unknown" icon="warning">
            <p>{m.kept.lost}</p>
          </Notice>
        ) : null}
        {children}
        {showsGiven ? (
          <aside className="given" aria-label={m.said.title}>
            <Opener summary={m.said.count(given)}>
              <SaidList />
            </Opener>
            <KeptNotice />
          </aside>
        ) : null}
      </main>
      <footer className="footer">
        <p>{m.footer}</p>
        <ScriptLink preferences={preferences} />
      </footer>
    </>
  );
}

function readTitle(title: string, name: string): string {
  const heading = document.querySelector("[data-page-heading]")?.textContent ?? title;
  return `${heading} · ${name}`;
}
