import { type RateLimits, usualRateLimits } from "../platform/auth/index.ts";
import { fill } from "../policy/index.ts";
import type { Call } from "./command.ts";

/**
 * Requests a minute; LUOHU_RECORDS_PER_MINUTE says how many records one session may open, for counters that are
 * busier than most. Undefined, with the reason printed, where it is no number.
 */
export function useRateLimits({ io, texts }: Call): RateLimits | undefined {
  const named = io.env["LUOHU_RECORDS_PER_MINUTE"] ?? "";
  if (named === "") return usualRateLimits;
  if (/^[1-9]\d{0,5}$/.test(named)) return { ...usualRateLimits, record: Number(named) };
  io.err(`luohu: ${fill(texts.recordsInvalid, { value: JSON.stringify(named) })}\n`);
  return undefined;
}
