// Who takes part in the exchange, as files tell it.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { Member } from "../exchange/index.ts";

/** Beside the departments: who may ask them. */
export const membersFile = "members.json";

const shape = z.strictObject({
  members: z.array(
    z.strictObject({
      member: z.string(),
      url: z.string(),
      keys: z.array(z.strictObject({ key: z.string(), x: z.string() })),
    }),
  ),
});

/** The members that a text tells. @throws when it is none */
export const readMembers = (text: string): readonly Member[] =>
  shape.parse(JSON.parse(text)).members;

/** The members that a file names; none where there is no file. */
export function membersIn(path: string): readonly Member[] {
  try {
    return readMembers(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** Writes the file whole or not at all. */
export function writeMembers(path: string, members: readonly Member[]): void {
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, `${JSON.stringify({ members }, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(aside, path);
}
