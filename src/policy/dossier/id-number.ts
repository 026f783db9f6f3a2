import { parseDay } from "../calendar/day.ts";

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checks = "10X98765432";

export type IdNumber =
  | { readonly kind: "valid"; /** ISO day of birth. */ readonly born: string }
  | { readonly kind: "malformed" | "no-such-day" | "check-digit" };

/** Reads a citizen ID number by GB 11643-1999: 6 digits of place, 8 of birth, 3 of order, 1 check character. */
export function readIdNumber(text: string): IdNumber {
  if (text.length !== 18 || !/^[1-9]\d{16}[\dX]$/.test(text)) return { kind: "malformed" };
  const born = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (parseDay(born) === undefined) return { kind: "no-such-day" };
  return idCheckCharacter(text) === text[17] ? { kind: "valid", born } : { kind: "check-digit" };
}

/** The check character that GB 11643-1999 asks for after the first 17 digits of a number. */
export function idCheckCharacter(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return checks.charAt(sum % 11);
}
