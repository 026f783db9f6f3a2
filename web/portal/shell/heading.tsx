import { useEffect, useRef } from "react";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { WholeWords } from "../../ui/whole-words.tsx";

let firstPage = true;

/**
 * The one h1 of a page. It takes the focus when the page turns, so that a screen reader reads it and
 * the next Tab goes on from there; on the first load the focus stays where the browser puts it.
 */
export function PageHeading({ id, children }: { readonly id?: string; readonly children: string }) {
  const { locale } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (firstPage) {
      firstPage = false;
      return;
    }
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 id={id} ref={heading} tabIndex={-1} data-page-heading>
      <WholeWords text={children} locale={locale} />
    </h1>
  );
}
