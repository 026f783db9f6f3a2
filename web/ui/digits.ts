/** Full-width digits and stops are what a Chinese keyboard types first. */
export function plainDigits(text: string): string {
  return text
    .trim()
    .replace(/[０-９]/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[。．]/g, ".");
}
