import type { z } from "zod";
import type { letter as letterShape } from "../../../src/casework/contract.ts";
import { useDesk } from "../use-desk.tsx";
import { ClauseTag } from "./clause-tag.tsx";

export type Letter = z.infer<typeof letterShape>;

/** A letter as the person reads it. */
export function LetterSheet({ letter }: { readonly letter: Letter }) {
  const { d, say } = useDesk();
  const words = d.case.letter;
  const inWords = (text: Parameters<typeof say>[0]) =>
    say(text).replace(/\d{4}-\d{2}-\d{2}/g, d.day);
  const { title, on, to, parts, remedies, signed } = letter;
  return (
    <article className="letter" aria-label={say(title)}>
      <p className="letter-title">{say(title)}</p>
      <p>
        {words.to}: {d.case.list(to)}
      </p>
      {parts.map(({ heading, sentences }) => (
        <div key={heading.en}>
          <p className="letter-heading">{say(heading)}</p>
          {sentences.map(({ text, clause }) => (
            <p key={`${text.en}${clause}`}>
              {inWords(text)} {clause === null ? null : <ClauseTag clause={clause} />}
            </p>
          ))}
        </div>
      ))}
      {remedies.length === 0 ? null : (
        <div>
          <p className="letter-heading">{words.remedies}</p>
          {remedies.map(({ kind, text, clause }) => (
            <p key={kind}>
              {inWords(text)} <ClauseTag clause={clause} />
            </p>
          ))}
        </div>
      )}
      <p className="letter-signed">
        {words.signed(signed.by, say(signed.office))}
        <br />
        {words.on(d.day(on))}
      </p>
    </article>
  );
}
