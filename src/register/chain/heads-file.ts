// The file beside the keys that only grows: who removes a checkpoint from the database is found out here.
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const headLine = z.strictObject({
  county: z.int(),
  from: z.int(),
  through: z.int(),
  sha256: z.string(),
  signed: z.string(),
  key: z.string(),
  /** base64url. */
  signature: z.string(),
});
/** A checkpoint without its hashes; `signature` still verifies. */
export type HeadLine = z.infer<typeof headLine>;

export const headsFile = (keys: string): string => join(keys, "heads.jsonl");

export function appendHeads(keys: string, heads: readonly HeadLine[]): void {
  if (heads.length === 0) return;
  const lines = heads.map((head) => `${JSON.stringify(head)}\n`).join("");
  appendFileSync(headsFile(keys), lines, { mode: 0o600, flush: true });
}

/** Every line that can be read; a crash may have cut the last one short. */
export function readHeads(keys: string): { heads: readonly HeadLine[]; damaged: number } {
  const path = headsFile(keys);
  if (!existsSync(path)) return { heads: [], damaged: 0 };
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  const heads = lines.flatMap((line) => readLine(line) ?? []);
  return { heads, damaged: lines.length - heads.length };
}

function readLine(line: string): HeadLine | undefined {
  try {
    return headLine.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
