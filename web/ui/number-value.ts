import { plainDigits } from "./digits.ts";

export type NumberFault = "empty" | "not-a-number" | "too-small" | "too-big";
export type NumberRead =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly fault: NumberFault };

/** Reads a typed number between two bounds. */
export function readNumber(typed: string, min = 0, max = Number.MAX_SAFE_INTEGER): NumberRead {
  const text = plainDigits(typed);
  if (text === "") return { ok: false, fault: "empty" };
  if (!/^\d+(\.\d+)?$/.test(text)) return { ok: false, fault: "not-a-number" };
  const value = Number(text);
  if (value < min) return { ok: false, fault: "too-small" };
  if (value > max) return { ok: false, fault: "too-big" };
  return { ok: true, value };
}
