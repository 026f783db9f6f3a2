import pg from "pg";
import { NumberTaken } from "./write-people.ts";

const uniqueOrExclusion = new Set(["23505", "23P01"]);

/** The constraint against which a write ran because another transaction was quicker; else undefined. */
export function clashOf(error: unknown): string | undefined {
  if (error instanceof NumberTaken) return "identity_number_pkey";
  if (!(error instanceof pg.DatabaseError) || !uniqueOrExclusion.has(error.code ?? "")) {
    return undefined;
  }
  return error.constraint;
}
