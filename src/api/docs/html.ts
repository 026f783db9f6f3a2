/** Markup that is ready to send; only {@link html} makes it. */
export type Html = { readonly markup: string };

const raw = (markup: string): Html => ({ markup });

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

type Part = Html | string | number | undefined | readonly Part[];

function markupOf(part: Part): string {
  if (part === undefined) return "";
  if (typeof part === "string" || typeof part === "number") {
    return String(part).replace(/[&<>"']/g, (character) => escapes[character] ?? character);
  }
  return "markup" in part ? part.markup : part.map(markupOf).join("");
}

/** Markup from a template; everything put in that is not markup itself is escaped. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  raw(strings.map((text, index) => text + markupOf(parts[index])).join(""));
