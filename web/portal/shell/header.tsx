import { locales, type Locale } from "../../../src/policy/browser.ts";
import { catalogues, useSpeech } from "../../i18n/use-messages.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Mark } from "../../ui/mark.tsx";
import type { Go } from "./use-visit.ts";
import { textSizes, type TextSize } from "./preferences.ts";

type HeaderProps = {
  readonly textSize: TextSize;
  readonly onTextSize: (size: TextSize) => void;
  readonly onLocale: (locale: Locale) => void;
  readonly onGo: Go;
  readonly isMine: boolean;
};

export function Header({ textSize, onTextSize, onLocale, onGo, isMine }: HeaderProps) {
  const { m, locale } = useSpeech();
  const other = locales.find((candidate) => candidate !== locale) ?? locale;
  const nextSize = textSizes[(textSizes.indexOf(textSize) + 1) % textSizes.length] ?? "normal";
  return (
    <header className="masthead">
      <a
        className="brand"
        href="#/"
        onClick={(event) => {
          event.preventDefault();
          onGo({ page: "welcome" });
        }}
      >
        <Mark />
        <span className="brand-name">{m.name}</span>
        <span className="brand-title">{m.title}</span>
      </a>
      <div className="masthead-tools">
        <a
          className="tool mine"
          href="#/my/record"
          aria-current={isMine ? "true" : undefined}
          onClick={(event) => {
            event.preventDefault();
            onGo({ page: "my", part: "record" });
          }}
        >
          <Icon name="card" />
          {m.my}
        </a>
        <button
          type="button"
          className="tool"
          aria-label={m.textSize(textSize)}
          title={m.textSize(textSize)}
          onClick={() => onTextSize(nextSize)}
        >
          <Icon name="text" size={1.444} />
        </button>
        <button type="button" className="tool" lang={other} onClick={() => onLocale(other)}>
          {catalogues[locale].otherLanguage}
        </button>
      </div>
    </header>
  );
}
