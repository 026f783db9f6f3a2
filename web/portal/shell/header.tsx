import { locales, type Locale } from "../../../src/policy/browser.ts";
import { catalogues, useSpeech } from "../../i18n/use-messages.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Mark } from "../../ui/mark.tsx";
import { textSizes, type TextSize } from "./preferences.ts";

type HeaderProps = {
  readonly textSize: TextSize;
  readonly onTextSize: (size: TextSize) => void;
  readonly onLocale: (locale: Locale) => void;
  readonly onHome: () => void;
};

export function Header({ textSize, onTextSize, onLocale, onHome }: HeaderProps) {
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
          onHome();
        }}
      >
        <Mark />
        <span className="brand-name">{m.name}</span>
        <span className="brand-title">{m.title}</span>
      </a>
      <div className="masthead-tools">
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
