import { useEffect, useRef, type ReactNode } from "react";

let firstPage = true;

/** The one h1 of a page; takes the focus when the page turns, not on the first load. */
export function PageHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${heading.current?.textContent ?? ""} · 落户 Luohu`;
    if (firstPage) {
      firstPage = false;
      return;
    }
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} data-page-heading>
      {children}
    </h1>
  );
}
