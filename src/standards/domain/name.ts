// Names as people type them. A name in the person's own script is the record (B5): it is tidied, never rewritten.

const han = String.raw`[\p{Script=Han}〇]`;
const betweenHan = new RegExp(`(?<=${han})\\s*[.．]\\s*(?=${han})`, "gu");
const blankBetweenHan = new RegExp(
  `(?<=[${han.slice(1, -1)}·])\\s+(?=[${han.slice(1, -1)}·])`,
  "gu",
);
const dots = /\s*[·•・‧∙⋅･]\s*/gu;

/**
 * NFC; every kind of middle dot, and a full stop between Chinese characters, is "·" (U+00B7); full-width letters and
 * digits are half-width; blanks are single, and none stand between Chinese characters.
 */
export function tidyName(typed: string): string {
  return typed
    .normalize("NFC")
    .replace(/[！-～]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfe_e0))
    .replace(/\s+/gu, " ")
    .trim()
    .replace(dots, "·")
    .replace(betweenHan, "·")
    .replace(blankBetweenHan, "");
}

export type NameFault = "empty" | "too-long" | "characters";

/** As many characters as the register has room for; B5 asks for at least 50. */
const nameLength = 100;

const allowed = /^\p{L}(?:[\p{L}\p{M} ·'’ʻʼ.-]|\u200c|\u200d)*$/u;

/** What keeps a tidied name out of the register. Any script; a surname is not asked for (B5). */
export function findNameFault(name: string): NameFault | undefined {
  if (name === "") return "empty";
  if ([...name].length > nameLength) return "too-long";
  return allowed.test(name) && !name.endsWith("·") && !name.includes("··")
    ? undefined
    : "characters";
}
