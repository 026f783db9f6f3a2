import { Fragment } from "react";

/**
 * Chinese has no blanks, so a browser breaks a title in the midst of a word. Where it can tell words
 * apart, a title breaks between them only.
 */
export function WholeWords({ text, locale }: { readonly text: string; readonly locale: string }) {
  if (!locale.startsWith("zh") || typeof Intl.Segmenter !== "function") return text;
  const segments = [...new Intl.Segmenter(locale, { granularity: "word" }).segment(text)];
  return (
    <span className="whole-words">
      {segments.map(({ segment, index, isWordLike }) => (
        <Fragment key={index}>
          {/* A sign stays with the word before it. */}
          {index > 0 && isWordLike === true ? <wbr /> : null}
          {segment}
        </Fragment>
      ))}
    </span>
  );
}
