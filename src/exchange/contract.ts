// Messages between members of the exchange, and what people see of them; shared with the pages.
import { z } from "zod";
import { purposeCode } from "../platform/auth/contract.ts";

const name = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
const seconds = z.int().min(0);

/** Random letters that keep a digest from being guessed. */
const nonce = z.string().regex(/^[\w-]{22}$/);

/** Records of one kind and the fields of them that are asked for. */
const askedRecords = z.strictObject({ kind: name, fields: z.array(name).min(1).max(40) });

/** What is asked: it stays the same however often it has to be sent. */
export const question = z.strictObject({
  request: z.uuid(),
  nonce,
  department: name,
  purpose: purposeCode,
  /** Clauses of the rules that read the records. */
  basis: z.array(z.string().min(1).max(80)).min(1).max(60),
  /** Reference number of the case. */
  case: z.string().min(1).max(60),
  /** Citizen ID number. */
  person: z.string().regex(/^\d{17}[\dX]$/),
  service: name,
  place: z.strictObject({
    county: z.string().regex(/^[1-9]\d{5}$/),
    kind: name.exactOptional(),
  }),
  on: z.iso.date(),
  records: z.array(askedRecords).min(1).max(40),
});
export type Question = z.output<typeof question>;

/** Who sends it to whom and until when it holds, in seconds since 1970; `jti` is never used twice. */
const envelope = {
  iss: name,
  aud: name,
  iat: seconds,
  exp: seconds,
  jti: z.uuid(),
};

export const requestMessage = z.strictObject({ type: z.literal("request"), ...envelope, question });
export type RequestMessage = z.output<typeof requestMessage>;

/** One record as a dossier holds it, with who states it and on which day. */
const statedRecord = z.record(
  z.string().max(64),
  z.union([z.boolean(), z.number(), z.string().max(200)]),
);

export const answer = z.strictObject({
  request: z.uuid(),
  nonce,
  department: name,
  stated: z.iso.date(),
  records: z.record(name, z.array(statedRecord).max(200)),
  /** Kinds of which these are all. */
  complete: z.array(name),
});
export type Answer = z.output<typeof answer>;

export const answerMessage = z.strictObject({
  type: z.literal("answer"),
  ...envelope,
  /** `jti` of the message it answers. */
  to: z.uuid(),
  answer,
});
