// The files beside the keys that only grow, one a ledger: who removes a checkpoint from the database is found out here.
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

export function appendHeads(keys: string, file: string, heads: readonly HeadLine[]): void {
  if (heads.length === 0) return;
  // Each begins on a line of its own, whatever a crash left behind.
  const lines = heads.map((head) => `\n${JSON.stringify(head)}`).join("");
  appendFileSync(join(keys, file), lines, { mode: 0o600, flush: true });
}

/** Every line that can be read: a crash may have cut one short, whose checkpoint the database has. */
export function readHeads(keys: string, file: string): readonly HeadLine[] {
  const path = join(keys, file);
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
