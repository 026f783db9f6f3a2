import { Button } from "antd";
import { useRef } from "react";
import { useDesk } from "../use-desk.tsx";
import { useCaseWork } from "./case-work.ts";
import { type Letter, LetterSheet } from "./letter-sheet.tsx";

/** What people got from the office, and what waits for a second person. */
export function LettersList() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const words = d.case.letters;
  return (
    <section aria-labelledby="case-letters" className="case-block">
      <h2 id="case-letters">{words.title}</h2>
      {seen.proposed === null ? null : (
        <>
          <h3>{words.waiting}</h3>
          <LetterSheet letter={seen.proposed} />
        </>
      )}
      {seen.letters.length === 0 && seen.proposed === null ? (
        <p className="soft">{words.none}</p>
      ) : null}
      {seen.letters.map((letter, place) => (
        <LetterLine
          // Letters have no names of their own, and none comes before another.
          // oxlint-disable-next-line react/no-array-index-key
          key={place}
          letter={letter}
          open={place === seen.letters.length - 1}
        />
      ))}
    </section>
  );
}

/** One letter, folded; printed alone for whoever gets it on paper. */
function LetterLine({ letter, open }: { readonly letter: Letter; readonly open: boolean }) {
  const { d, say } = useDesk();
  const place = useRef<HTMLDivElement>(null);
  const print = () => {
    place.current?.setAttribute("data-printing", "");
    window.print();
    place.current?.removeAttribute("data-printing");
  };
  return (
    <details className="folded" open={open}>
      <summary>
        {say(letter.title)} <span className="soft">{d.day(letter.on)}</span>
      </summary>
      <div ref={place}>
        <LetterSheet letter={letter} />
      </div>
      <Button aria-label={`${d.case.letters.print}: ${say(letter.title)}`} onClick={print}>
        {d.case.letters.print}
      </Button>
    </details>
  );
}
