import type { Locale } from "../../../../src/policy/browser.ts";
import { catalogues } from "../../../i18n/use-messages.tsx";
import { hasClause } from "../../../ui/clause.tsx";
import { isolate } from "../../../ui/isolate.ts";
import { clauseName } from "../clause-name.ts";
import { caseCatalogues } from "./catalogues.ts";
import type { Letter } from "./shapes.ts";

type LetterPaperProps = {
  readonly letter: Letter;
  readonly locale: Locale;
  readonly reference: string;
};

/** A letter as an office writes one, in either language: to whom, what, why, what can be done, who signs. */
export function LetterPaper({ letter, locale, reference }: LetterPaperProps) {
  const words = caseCatalogues[locale].letter;
  const m = catalogues[locale];
  return (
    <article className="letter" lang={locale}>
      <header>
        <p className="letter-office">{letter.signed.office[locale]}</p>
        <h3>{letter.title[locale]}</h3>
        <p className="letter-reference">{m.labelled(words.reference, reference)}</p>
      </header>
      <p>
        {m.labelled(words.to, "")}
        <bdi className="name">{m.list(letter.to.map(isolate))}</bdi>
      </p>
      {letter.parts.map(({ heading, sentences }) => (
        <section key={heading.en}>
          <h4>{heading[locale]}</h4>
          {sentences.map(({ text, clause }) => (
            <p key={text.en}>
              {m.days(text[locale])}
              {clause === null || !hasClause(clause) ? null : (
                <>
                  {" "}
                  <span className="clause">{clauseName(clause, locale)}</span>
                </>
              )}
            </p>
          ))}
        </section>
      ))}
      {letter.remedies.length === 0 ? null : (
        <section>
          <h4>{words.remedies}</h4>
          <ol>
            {letter.remedies.map(({ kind, before, text, clause }) => (
              <li key={`${kind} ${before.en}`}>
                {m.days(text[locale])} <span className="clause">{clauseName(clause, locale)}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <footer>
        <p>{letter.signed.office[locale]}</p>
        {letter.signed.by === "" ? null : (
          <p>
            {m.labelled(words.signed, "")}
            <bdi className="name">{letter.signed.by}</bdi>
          </p>
        )}
        <p>{m.day(letter.on)}</p>
      </footer>
    </article>
  );
}
