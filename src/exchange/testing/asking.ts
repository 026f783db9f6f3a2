// Somebody who asks departments as our server does, with a key of their own, to see what they say.
import { mkdtempSync, rmSync } from "node:fs";
import { randomBytes, randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { ensureKey, listKeys } from "../../platform/keys/index.ts";
import type { Question } from "../contract.ts";
import { lifetime, type Member, seal } from "../message.ts";

export type Asker = {
  readonly member: Member;
  /** Folder of the key. */
  readonly keys: string;
  /** A signed request of a question; `changes` to the envelope. */
  readonly sealed: (question: Question, changes?: object) => Promise<string>;
};

/** The key is gone after the file's tests. */
export async function newAsker(member: string): Promise<Asker> {
  const keys = mkdtempSync(join(tmpdir(), "luohu-asker-"));
  afterAll(() => rmSync(keys, { recursive: true, force: true }));
  await ensureKey(keys, new Date().toISOString());
  const points = (await listKeys(keys)).map(({ key, x }) => ({ key, x }));
  return {
    member: { member, url: "http://localhost", keys: points },
    keys,
    sealed: (question, changes = {}) => {
      const iat = Math.floor(Date.now() / 1000);
      const envelope = {
        iss: member,
        aud: question.department,
        iat,
        exp: iat + lifetime,
        jti: randomUUID(),
      };
      return seal(keys, { type: "request", ...envelope, question, ...changes });
    },
  };
}

/** What a tenant who settles in a city of the region has the human-resources department asked. */
export const questionOf = (changes: Partial<Question> = {}): Question => ({
  request: randomUUID(),
  nonce: randomBytes(16).toString("base64url"),
  department: "human-resources",
  purpose: "application",
  basis: ["R5"],
  case: "T-1",
  person: "990102198910309036",
  service: "settlement",
  place: { county: "652301", kind: "village" },
  on: "2026-05-01",
  records: [{ kind: "insurances", fields: ["from", "to"] }],
  ...changes,
});
