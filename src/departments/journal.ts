// What a department was asked and answered: a file that only grows, each line chained to the one before.
import { randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { hash } from "node:crypto";
import { type Answer, answer, digestOf, type Question, question } from "../exchange/index.ts";
import { linkOf } from "../register/index.ts";
import { z } from "zod";

/** One message taken. A question that came again is a line, but no new question. */
const entry = z.strictObject({
  seq: z.int(),
  id: z.uuid(),
  at: z.iso.datetime(),
  kind: z.enum(["answered", "refused", "repeated"]),
  from: z.string(),
  request: z.uuid(),
  /** Never taken twice. */
  jti: z.uuid(),
  exp: z.int(),
  refusal: z.string().nullable(),
  question: question.nullable(),
  answer: answer.nullable(),
  hash: z.string(),
});
export type Entry = z.output<typeof entry>;
export type Noted = Omit<Entry, "seq" | "id" | "hash">;

export type Journal = {
  readonly entries: readonly Entry[];
  /** Whether a message was taken before. */
  readonly has: (jti: string) => boolean;
  /** The line with the answer, or the refusal, that a request got first. */
  readonly first: (request: string) => Entry | undefined;
  /** On the disk before it returns. */
  readonly note: (noted: Noted) => void;
  readonly close: () => void;
};

/** Digests of what a line says, as the other side has them. */
export const digestsOf = (of: { question: Question | null; answer: Answer | null }) => ({
  question: of.question && digestOf(of.question).toString("hex"),
  answer: of.answer && digestOf(of.answer).toString("hex"),
});

/**
 * Opens a department's journal; a last line that a crash cut short was acknowledged to nobody and goes.
 * @throws when a line does not hold on to the one before it
 */
export function openJournal(path: string, department: string): Journal {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const entries = whole
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => entry.parse(JSON.parse(line)));
  let head = genesisOf(department);
  for (const each of entries) {
    head = linkAfter(head, each);
    if (head.toString("hex") !== each.hash) {
      throw new Error(`the journal of ${department} does not hold at line ${each.seq}`);
    }
  }
  const taken = new Set(entries.map(({ jti }) => jti));
  const firsts = new Map<string, Entry>();
  const remember = (each: Entry): void => {
    taken.add(each.jti);
    if (each.kind !== "repeated" && !firsts.has(each.request)) firsts.set(each.request, each);
  };
  entries.forEach(remember);
  const file = openSync(path, "a", 0o600);
  if (whole.length < text.length) ftruncateSync(file, Buffer.byteLength(whole));
  return {
    entries,
    has: (jti) => taken.has(jti),
    first: (request) => firsts.get(request),
    note(noted) {
      const bare = { ...noted, seq: entries.length + 1, id: randomUUID() };
      head = linkAfter(head, bare);
      const made = { ...bare, hash: head.toString("hex") };
      writeSync(file, `${JSON.stringify(made)}\n`);
      fsyncSync(file);
      entries.push(made);
      remember(made);
    },
    close: () => closeSync(file),
  };
}

const genesisOf = (department: string): Buffer =>
  hash("sha256", Buffer.from(`luohu department ${department}`, "utf8"), "buffer");

/** The formula of the register's chain; a department has one chain, of no county. */
function linkAfter(head: Buffer, { seq, id, ...said }: Omit<Entry, "hash">): Buffer {
  const { kind, at, from, request, jti, exp, refusal } = said;
  const digest = digestOf({ kind, at, from, request, jti, exp, refusal, ...digestsOf(said) });
  return linkOf(head, 0, seq, id, digest);
}
