// What both sides write down of a question and its answer: digests, which tell nothing and yet prove.
import { hash } from "node:crypto";
import { bytesOf } from "../register/index.ts";

/** Of what is no message: a refusal, or that a question was given up. */
export const digestOfCode = (code: string): Buffer =>
  hash("sha256", Buffer.from(code, "utf8"), "buffer");

/** sha256 of the canonical JSON (RFC 8785); the nonce inside keeps it from being guessed. */
export function digestOf(content: object): Buffer {
  return hash("sha256", bytesOf(content), "buffer");
}
