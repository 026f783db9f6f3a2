import { Button } from "antd";
import type { ReactNode } from "react";
import { Mark } from "../ui/mark.tsx";
import { AppointmentSelect } from "./appointment-select.tsx";
import { PurposeBar } from "./purpose-bar.tsx";
import { useRoute } from "./route.ts";
import { SessionClock } from "./session-clock.tsx";
import { signOut } from "./sign-out.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { StandardsGate, usePlaceName } from "./use-standards.tsx";
import { useStaff } from "./use-staff.tsx";

/** One entry of the main menu. */
export type Place = {
  readonly hash: string;
  readonly label: string;
  /** Alt and this letter open it; shown beside the label. */
  readonly shortcut: string;
};

type ShellProps = {
  readonly title: string;
  readonly places: readonly Place[];
  readonly onLocale: () => void;
  readonly onStay: () => void;
  readonly children: ReactNode;
};

/** What stands around every page of a face. */
export function Shell({ title, places, onLocale, onStay, children }: ShellProps) {
  const { t, locale, session, say, purpose } = useStaff();
  const placeName = usePlaceName();
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
        {t.skip}
      </a>
      <header className="staff-head">
        <a className="staff-brand" href="#/">
          <Mark size={1.6} />
          <span>{title}</span>
        </a>
        <Menu places={places} />
        <p className="staff-who">
          {say(session.name)} · {t.roles[session.role]}
          {session.counties.length === 0
            ? ""
            : ` · ${session.counties.map(placeName).join(locale === "en" ? ", " : "、")}`}
        </p>
        <div className="staff-tools">
          <AppointmentSelect onChosen={onStay} />
          <Button type="text" onClick={onLocale}>
            {t.otherLanguage}
          </Button>
          <Button type="text" onClick={() => void signOut(locale, session.csrf)}>
            {t.signOut}
          </Button>
        </div>
      </header>
      {purpose === null ? null : <PurposeBar />}
      <main id="content" className="staff-main">
        <SessionClock onStay={onStay} />
        <StandardsGate>{children}</StandardsGate>
      </main>
    </>
  );
}

function Menu({ places }: { readonly places: readonly Place[] }) {
  const { t } = useStaff();
  const { path } = useRoute();
  const here = `#/${path[0] ?? ""}`;
  useShortcuts(places);
  return (
    <nav aria-label={t.mainMenu} className="staff-menu">
      {places.map(({ hash, label, shortcut }) => (
        <a
          key={hash}
          href={hash}
          aria-keyshortcuts={`Alt+${shortcut.toUpperCase()}`}
          aria-current={hash.split("?")[0] === here ? "page" : undefined}
        >
          {label} <kbd aria-hidden="true">Alt+{shortcut.toUpperCase()}</kbd>
        </a>
      ))}
    </nav>
  );
}
