import { readIdNumber } from "../../policy/index.ts";

/** Where an ID number and what was declared do not agree. */
export type IdNumberFault =
  | "malformed"
  | "no-such-day"
  | "check-digit"
  | "other-birth-date"
  | "other-sex";

/**
 * Faults of an ID number (GB 11643-1999) against the birth date and the sex (GB/T 2261.1) that were declared; empty
 * where they agree. Sex 0 or 9 states nothing, so nothing can contradict it.
 */
export function idNumberFaults(
  idNumber: string,
  { birthDate, sex }: { readonly birthDate: string; readonly sex: number },
): readonly IdNumberFault[] {
  const read = readIdNumber(idNumber);
  if (read.kind !== "valid") return [read.kind];
  const numbered = Number(idNumber[16]) % 2 === 1 ? 1 : 2;
  return [
    ...(read.born === birthDate ? [] : (["other-birth-date"] as const)),
    ...(sex !== 1 && sex !== 2 ? [] : sex === numbered ? [] : (["other-sex"] as const)),
  ];
}
