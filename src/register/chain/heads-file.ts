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

const headsFile = (keys: string): string => join(keys, "heads.jsonl");

export function appendHeads(keys: string, heads: readonly HeadLine[]): void {
  if (heads.length === 0) return;
  // Each begins on a line of its own, whatever a crash left behind.
  const lines = heads.map((head) => `\n${JSON.stringify(head)}`).join("");
  appendFileSync(headsFile(keys), lines, { mode: 0o600, flush: true });
}

/** Every line that can be read: a crash may have cut one short, whose checkpoint the database has. */
export function readHeads(keys: string): readonly HeadLine[] {
  const path = headsFile(keys);
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => readLine(line) ?? []);
}

function readLine(line: string): HeadLine | undefined {
  try {
    return headLine.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
