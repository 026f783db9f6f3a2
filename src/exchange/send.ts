// One question, sent once over HTTP. Whatever comes back that is not an answer to it counts as none.
import { randomUUID } from "node:crypto";
import { parseDossier } from "../policy/index.ts";
import { type Answer, answerMessage, type Question } from "./contract.ts";
import { type Exchange, self } from "./exchange.ts";
import { lifetime, open, seal } from "./message.ts";

export type Outcome =
  | { readonly kind: "answered"; readonly answer: Answer }
  /** The department will say the same each time. */
  | { readonly kind: "refused"; readonly code: string }
  /** Nobody of this name is in the directory. */
  | { readonly kind: "nobody" }
  /** To be tried again. */
  | { readonly kind: "failed"; readonly why: string };

/** Refusals that no new message changes. */
const final = new Set(["asks-too-much", "changed-question", "malformed"]);

const usualPatience = 5_000;

/** Bytes of an answer, at most. */
const largest = 1024 * 1024;

type Sending = Pick<Exchange, "pack" | "clock" | "keys" | "members" | "patience">;

/** Sends a question as a new message: the department knows by the request that it is the same question. */
export async function send(exchange: Sending, question: Question): Promise<Outcome> {
  const { clock, keys, members, patience = usualPatience } = exchange;
  const directory = members();
  if (directory === undefined) return { kind: "failed", why: "no-directory" };
  const member = directory.find((each) => each.member === question.department);
  if (member === undefined) return { kind: "nobody" };
  const iat = Math.floor(clock().getTime() / 1000);
  const jti = randomUUID();
  const envelope = { iss: self, aud: question.department, iat, exp: iat + lifetime, jti };
  const body = await seal(keys, { type: "request", ...envelope, question });
  const reply = await post(`${member.url}/answers`, body, patience);
  if ("why" in reply) return { kind: "failed", why: reply.why };
  if (reply.status !== 200) {
    const code = codeOf(reply.text);
    return final.has(code)
      ? { kind: "refused", code }
      : { kind: "failed", why: code === "" ? `status-${reply.status}` : code };
  }
  const message = await open(reply.text, answerMessage, { self, members: [member], now: clock() });
  if (typeof message === "string") return { kind: "failed", why: `answer-${message}` };
  const { answer, to } = message;
  if (to !== jti || !fits(exchange, question, answer))
    return { kind: "failed", why: "answer-unfit" };
  return { kind: "answered", answer };
}

async function post(
  url: string,
  body: string,
  patience: number,
): Promise<{ readonly status: number; readonly text: string } | { readonly why: string }> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/jose", "accept-language": "en" },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    if (Number(response.headers.get("content-length") ?? 0) > largest) return { why: "too-large" };
    return { status: response.status, text: await response.text() };
  } catch (error) {
    return {
      why: error instanceof Error && error.name === "TimeoutError" ? "late" : "unreachable",
    };
  }
}

function codeOf(text: string): string {
  try {
    const { code } = JSON.parse(text) as { readonly code?: unknown };
    return typeof code === "string" && /^[a-z-]{1,40}$/.test(code) ? code : "";
  } catch {
    return "";
  }
}

/** It answers this question, gives nothing that was not asked, and reads as records of the vocabulary. */
function fits({ pack }: Sending, question: Question, answer: Answer): boolean {
  const { department, on, place } = question;
  if (answer.request !== question.request || answer.department !== department) return false;
  const fieldsOf = new Map(question.records.map(({ kind, fields }) => [kind, new Set(fields)]));
  const isAsked = (kind: string, record: Answer["records"][string][number]): boolean =>
    record["source"] === department &&
    Object.keys(record).every(
      (name) => name === "source" || name === "stated" || fieldsOf.get(kind)?.has(name) === true,
    );
  const { records, complete } = answer;
  return (
    complete.every((kind) => fieldsOf.has(kind)) &&
    Object.entries(records).every(
      ([kind, list]) => fieldsOf.has(kind) && list.every((record) => isAsked(kind, record)),
    ) &&
    parseDossier(pack, { on, place, records, complete }).ok
  );
}
