import { useState } from "react";
import { flushSync } from "react-dom";
import { type Locale, locales } from "../../../../src/policy/browser.ts";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Opener } from "../../../ui/opener.tsx";
import { Block } from "../../answer/block.tsx";
import { useFittedSheet } from "../../answer/use-fitted-sheet.ts";
import { LetterPaper } from "./letter-paper.tsx";
import type { Letter } from "./shapes.ts";
import { useCase } from "./use-case.tsx";
import { useCaseWords } from "./use-case-words.ts";

/** What is printed: one letter, in the language in which it is read. */
type Chosen = { readonly place: number; readonly locale: Locale };

/** Everything that came in writing: the latest open, those before it folded. Paper gets one letter on one sheet. */
export function Letters() {
  const { letter: words } = useCaseWords();
  const { seen } = useCase();
  const { locale } = useSpeech();
  const last = seen.letters.length - 1;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { place, locale: printed } = chosen ?? { place: last, locale };
  const latest = seen.letters[last];
  const sheet = seen.letters[place];
  if (latest === undefined || sheet === undefined) return null;
  const print = (which: Chosen) => {
    flushSync(() => setChosen(which));
    window.print();
  };
  const earlier = seen.letters.slice(0, last);
  return (
    <>
      <Block title={words.title}>
        <OneLetter
          key={last}
          letter={latest}
          onPrint={(language) => print({ place: last, locale: language })}
        />
        {earlier.length === 0 ? null : (
          <Opener summary={words.others(earlier.length)}>
            {earlier.map((letter, index) => (
              <OneLetter
                key={`${index} ${letter.on}`}
                letter={letter}
                onPrint={(language) => print({ place: index, locale: language })}
              />
            ))}
          </Opener>
        )}
      </Block>
      <LetterSheet
        key={`${place} ${printed} ${sheet.on}`}
        letter={sheet}
        locale={printed}
        reference={seen.reference}
      />
    </>
  );
}

type OneLetterProps = { readonly letter: Letter; readonly onPrint: (locale: Locale) => void };

function OneLetter({ letter, onPrint }: OneLetterProps) {
  const { letter: words } = useCaseWords();
  const { seen } = useCase();
  const { locale: ofPage } = useSpeech();
  const [locale, setLocale] = useState(ofPage);
  const other = locales.find((each) => each !== locale) ?? locale;
  return (
    <div className="letter-frame">
      <div className="letter-tools">
        <Button look="link" onPress={() => setLocale(other)}>
          {locale === ofPage ? words.other : words.back}
        </Button>
        <Button look="link" onPress={() => onPrint(locale)}>
          <Icon name="print" size={1} />
          {words.print}
        </Button>
      </div>
      <LetterPaper letter={letter} locale={locale} reference={seen.reference} />
    </div>
  );
}

type LetterSheetProps = {
  readonly letter: Letter;
  readonly locale: Locale;
  readonly reference: string;
};

/** The letter as it will print; on the screen it is laid out unseen. */
function LetterSheet({ letter, locale, reference }: LetterSheetProps) {
  const { sheet, density } = useFittedSheet();
  return (
    <div className="sheet letter-sheet" data-density={density} aria-hidden="true" ref={sheet}>
      <LetterPaper letter={letter} locale={locale} reference={reference} />
    </div>
  );
}
